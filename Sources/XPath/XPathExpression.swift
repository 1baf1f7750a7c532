import CLibXML2
import XML

/// An expression compiled by libxml2. It caches as it evaluates, so each worker has its own.
package final class XPathExpression {
  package let syntax: XPathSyntax
  let pointers: [xmlXPathCompExprPtr]

  /// - Throws: `XPathFault` when libxml2 finds something that the grammar did not.
  package init(_ syntax: XPathSyntax) throws(XPathFault) {
    self.syntax = syntax
    let texts = syntax.alternatives.isEmpty ? [syntax.libraryText] : syntax.selections
    let log = ErrorLog()
    var compiled: [xmlXPathCompExprPtr] = []
    if let context = xmlXPathNewContext(nil) {
      context.pointee.error = ErrorLog.receive
      context.pointee.userData = log.unretained
      compiled = texts.compactMap { xmlXPathCtxtCompile(context, $0) }
      xmlXPathFreeContext(context)
    }
    pointers = compiled
    guard compiled.count == texts.count else {
      throw XPathFault(.other(code: log.errors.first?.code ?? 0), in: syntax.text, at: nil)
    }
  }

  deinit {
    for pointer in pointers { xmlXPathFreeCompExpr(pointer) }
  }
}
