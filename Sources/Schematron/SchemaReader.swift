import Source
import XML

extension SchematronSchema {
  /// Compiles a schema.
  /// - Parameters:
  ///   - source: the text of the schema.
  ///   - path: its file, from which relative references start; nothing outside its folder is read.
  /// - Throws: `Refusal` with file, line and column for anything that ISO/IEC 19757-3 or the query
  ///   binding calls an error.
  package init(_ source: SourceText, path: String? = nil, limits: Limits = Limits()) throws(Refusal) {
    let document = try Document(source, limits: limits)
    try self.init(document.root, path: path, limits: limits)
  }

  /// Compiles the `schema` element of a larger document, for example a rule set of a catalogue.
  package init(_ element: Element, path: String? = nil, limits: Limits = Limits()) throws(Refusal) {
    let source = element.document.source
    let root = SchemaElement(element, file: SchemaFile(source: source, path: path))
    guard root.isSchematron, root.localName == "schema" else {
      throw Refusal(
        source: source.name, position: root.place.position,
        cause: MarkupFault.wrongRoot(
          found: root.localName, foundNamespace: root.namespace, expected: "schema",
          expectedNamespace: SchemaElement.space))
    }
    try self.init(root, source: source, path: path, limits: limits)
  }

  /// Compiles elements of a larger document that would be the children of a `schema`: `pattern`,
  /// `let`, `diagnostics` and the like.
  package init(
    parts: [Element], of element: Element, namespaces: [Namespace], path: String? = nil,
    limits: Limits = Limits()
  ) throws(Refusal) {
    let source = element.document.source
    let file = SchemaFile(source: source, path: path)
    let around = SchemaElement(element, file: file)
    let schema = SchemaElement(
      localName: "schema", name: "schema", namespace: SchemaElement.space, attributes: [],
      content: parts.map { .element(SchemaElement($0, file: file)) }, place: around.place,
      base: around.base, language: around.language, namespaces: around.namespaces)
    try self.init(schema, source: source, path: path, limits: limits, predeclared: namespaces)
  }

  private init(
    _ root: SchemaElement, source: SourceText, path: String?, limits: Limits,
    predeclared: [Namespace] = []
  ) throws(Refusal) {
    let folders = LocalReference.folder(of: path).map { [$0] } ?? []
    var inclusion = Inclusion(folders: folders, limits: limits)
    let schema = try inclusion.resolve(root)
    try SchemaStructure.check(schema)
    try Self.checkBinding(schema)
    let namespaces = try predeclared + Self.namespaces(of: schema)
    var prefixes: [String: String] = [:]
    for namespace in namespaces { prefixes[namespace.prefix] = namespace.uri }
    var reader = try SchemaCompiler(schema, prefixes: prefixes, limits: limits)
    try reader.read()
    title = schema.elements("title").first?.plainText
    schemaVersion = schema["schemaVersion"]
    defaultPhase = schema["defaultPhase"]
    self.namespaces = namespaces
    self.folders = folders
    self.source = source
    self.path = path
    self.limits = limits
    phases = reader.phases
    patterns = reader.patterns
    variables = reader.variables
    keys = reader.keys
    queries = reader.compiler.queries
    aliases = reader.compiler.aliases
    if let defaultPhase, defaultPhase != "#ALL", !phases.contains(where: { $0.id == defaultPhase }) {
      throw schema.refusal(.undefined(kind: .phase, name: defaultPhase), at: "defaultPhase")
    }
  }

  /// 5.4.13: without `queryBinding` the binding is `xslt`.
  private static func checkBinding(_ schema: SchemaElement) throws(Refusal) {
    guard let binding = schema["queryBinding"] else { return }
    guard ["xslt", "xslt1", "xpath", "xpath1"].contains(binding.lowercased()) else {
      throw schema.refusal(.unsupportedQueryBinding(binding), at: "queryBinding")
    }
  }

  private static func namespaces(of schema: SchemaElement) throws(Refusal) -> [Namespace] {
    var found: [Namespace] = []
    for element in schema.elements("ns") {
      let prefix = try element.required("prefix")
      let uri = try element.required("uri")
      guard prefix.isUncolonedName else { throw element.refusal(.badName(prefix), at: "prefix") }
      if let known = found.first(where: { $0.prefix == prefix }) {
        guard known.uri == uri else {
          throw element.refusal(.repeated(kind: .namespace, name: prefix), at: "prefix")
        }
        continue
      }
      found.append(Namespace(prefix: prefix, uri: uri))
    }
    return found
  }
}
