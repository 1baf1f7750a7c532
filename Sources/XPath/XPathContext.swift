import CLibXML2
import Source
import XML

/// Supplies what XSLT 1.0 adds to XPath and what only the one who evaluates knows.
package protocol XPathEnvironment: AnyObject {
  /// The value of a variable in scope.
  func variable(_ name: String) -> XPathValue?
  /// The nodes of `document` that the key `name` finds for any of `values` (XSLT 1.0, 12.2).
  func nodes(key name: String, values: [String], in document: Document) throws(XPathFault.Kind) -> [Node]
  /// The document that `reference` names; relative to `base`, or to the schema without one
  /// (XSLT 1.0, 12.1).
  func document(_ reference: String, relativeTo base: Document?) throws(XPathFault.Kind) -> Document
  /// A number that tells the documents of one run apart, the same in every run.
  func number(of document: Document) -> Int
}

/// Evaluates expressions on the nodes of documents, within a time limit. Belongs to one worker.
package final class XPathContext {
  let pointer: xmlXPathContextPtr
  unowned let environment: any XPathEnvironment
  /// What `current()` yields.
  private(set) var current: Node?
  /// Why a function of ours failed, until the evaluation around it returns.
  var pendingFault: XPathFault.Kind?
  private let log = ErrorLog()
  let limits: Limits.Expression
  /// Evaluations that are under way: a key or a document is looked up in the middle of one.
  private var depth = 0
  private let watch: Watchdog.Watch

  /// - Throws: `XPathFault` when memory is exhausted.
  package init(
    namespaces: [String: String], environment: any XPathEnvironment, limits: Limits
  ) throws(XPathFault) {
    Library.prepare()
    guard let context = xmlXPathNewContext(nil) else {
      throw XPathFault(.memory, in: "", at: nil)
    }
    pointer = context
    self.environment = environment
    self.limits = limits.expression
    watch = Watchdog.shared.watch(
      context, seconds: limits.expression.seconds, steps: limits.expression.steps)
    context.pointee.error = ErrorLog.receive
    context.pointee.userData = log.unretained
    context.pointee.extra = Unmanaged.passUnretained(self).toOpaque()
    for (prefix, uri) in namespaces { xmlXPathRegisterNs(context, prefix, uri) }
    registerFunctions()
    xmlXPathRegisterVariableLookup(
      context,
      { owner, name, space in
        guard let owner, let name, space == nil else { return nil }
        let context = XPathContext.from(owner)
        return context.environment.variable(String(cString: name)).flatMap {
          xmlXPathObjectCopy($0.pointer)
        }
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  deinit {
    // The watchdog must let go before the memory that it would write to is freed.
    Watchdog.shared.release(watch)
    xmlXPathFreeContext(pointer)
  }

  static func from(_ owner: UnsafeMutableRawPointer) -> XPathContext {
    Unmanaged<XPathContext>.fromOpaque(owner).takeUnretainedValue()
  }

  /// The value of an expression with `node` as context node and as `current()`.
  /// - Throws: `XPathFault` when it cannot be evaluated; that is never a result.
  package func evaluate(_ expression: XPathExpression, at node: Node) throws(XPathFault) -> XPathValue {
    if node.kind == .attribute, let axis = expression.syntax.startsOnUnreliableAxis {
      throw XPathFault(.unreliableAxis(axis.name), in: expression.syntax.text, at: axis.offset)
    }
    return try XPathValue(raw(expression, expression.pointers[0], at: node), documents: [node.document])
  }

  /// All nodes of `document` that match a pattern, in document order, each once.
  package func matches(_ pattern: XPathExpression, in document: Document) throws(XPathFault) -> [Node] {
    var seen: Set<UnsafeMutablePointer<xmlNode>> = []
    var found: [UnsafeMutablePointer<xmlNode>] = []
    for alternative in pattern.pointers {
      let value = try XPathValue(raw(pattern, alternative, at: document.rootNode))
      for node in XPathValue.pointers(value.pointer)
      where node.pointee.type != XML_NAMESPACE_DECL && seen.insert(node).inserted {
        found.append(node)
      }
    }
    return DocumentOrder.sorted(found).compactMap { Node($0) }
  }

  private func raw(
    _ expression: XPathExpression, _ compiled: xmlXPathCompExprPtr, at node: Node
  ) throws(XPathFault) -> xmlXPathObjectPtr {
    // A key or a document is looked up in the middle of an evaluation and evaluates in turn.
    let outer = (pointer.pointee.node, pointer.pointee.doc, current, pointer.pointee.contextSize)
    let outerPosition = pointer.pointee.proximityPosition
    let errors = log.count
    DocumentOrder.prepare(node.document)
    pointer.pointee.node = node.pointer
    pointer.pointee.doc = node.document.pointer
    pointer.pointee.contextSize = 1
    pointer.pointee.proximityPosition = 1
    current = node
    // Where memory ends, libxml2 tells nobody but the handler of the thread, and goes on with less text.
    if depth == 0 { xmlSetStructuredErrorFunc(log.unretained, ErrorLog.receive) }
    depth += 1
    let object = xmlXPathCompiledEval(compiled, pointer)
    depth -= 1
    if depth == 0 { xmlSetStructuredErrorFunc(nil, nil) }
    (pointer.pointee.node, pointer.pointee.doc, current, pointer.pointee.contextSize) = outer
    pointer.pointee.proximityPosition = outerPosition
    let failure = pendingFault
    pendingFault = nil
    if let object, log.count == errors, failure == nil { return object }
    object.map { xmlXPathFreeObject($0) }
    // What is short of memory is that before all else: the rest may only follow from it.
    let isShort = log.lastCode == Int32(XML_ERR_NO_MEMORY.rawValue)
    throw XPathFault(isShort ? .memory : failure ?? lastFault, in: expression.syntax.text, at: nil)
  }

  private var lastFault: XPathFault.Kind {
    if pointer.pointee.lastError.code == Int32(XML_ERR_NO_MEMORY.rawValue) { return .memory }
    let code = pointer.pointee.lastError.code - Int32(XML_XPATH_EXPRESSION_OK.rawValue)
    switch xmlXPathError(rawValue: UInt32(bitPattern: code)) {
    case XPATH_MEMORY_ERROR: return .memory
    case XPATH_OP_LIMIT_EXCEEDED:
      return Watchdog.hasStopped(pointer)
        ? .timeLimit(seconds: limits.seconds) : .stepLimit(steps: limits.steps)
    case XPATH_INVALID_TYPE: return .needsNodes
    case XPATH_RECURSION_LIMIT_EXCEEDED: return .tooDeep(limit: limits.recursion)
    default: return .other(code: code)
    }
  }
}
