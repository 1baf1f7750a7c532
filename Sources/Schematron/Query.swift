import Source
import XPath

/// An expression or pattern of a schema: checked, with the place to blame. Queries are numbered so
/// that each worker keeps its compiled forms in an array.
struct Query: Sendable {
  let syntax: XPathSyntax
  let number: Int
  /// As written, or as it became in an instance of an abstract pattern.
  let text: String
  /// What `document()` starts from.
  let base: String?
  let site: Site

  /// The attribute that a query stands in.
  struct Site: Sendable {
    let place: SchemaPlace
    let attribute: String
    let isVerbatim: Bool

    /// The refusal for a fault in the query: the exact character where the text is as written.
    func refusal(_ fault: XPathFault) -> Refusal {
      let offset = fault.offset ?? 0
      return Refusal(
        source: place.file.source.name,
        position: place.position(in: attribute, scalar: isVerbatim ? offset : 0),
        cause: fault.kind,
        quotation: Refusal.Quotation(text: fault.expression, offset: offset))
    }
  }
}

/// Makes the queries of one schema.
struct QueryCompiler {
  enum Form {
    case expression, pattern
  }

  let namespaces: [String: String]
  let limits: Limits
  private(set) var queries: [Query] = []
  /// Prefixes of our own for namespaces that included files bind otherwise than the schema.
  private(set) var aliases: [String: String] = [:]
  /// For what is checked without being used.
  var acceptsAllVariables = false

  init(namespaces: [String: String], limits: Limits) {
    self.namespaces = namespaces
    self.limits = limits
  }

  /// The query in an attribute that must be there.
  /// - Parameter variables: the names in scope; any other is an error (ISO/IEC 19757-3, 5.4.5).
  mutating func query(
    _ form: Form, in name: String, of element: SchemaElement, variables: Set<String>
  ) throws(Refusal) -> Query {
    guard let attribute = element.attribute(name) else {
      throw element.refusal(.missingAttribute(name, element: element.localName))
    }
    let site = Query.Site(place: element.place, attribute: name, isVerbatim: attribute.isVerbatim)
    do throws(XPathFault) {
      let text = attribute.value
      let own = ownPrefixes(of: element)
      let syntax =
        switch form {
        case .expression:
          try XPathSyntax(expression: text, namespaces: namespaces, aliases: own, limits: limits)
        case .pattern: try XPathSyntax(pattern: text, namespaces: namespaces, aliases: own, limits: limits)
        }
      if !acceptsAllVariables { try syntax.requireVariables(variables) }
      let query = Query(
        syntax: syntax, number: queries.count, text: text, base: element.base, site: site)
      queries.append(query)
      return query
    } catch {
      throw site.refusal(error)
    }
  }

  /// Where an element of an included file means another namespace by a prefix than the schema does: what its
  /// own file binds goes first, and its declarations of XML stand in for what nobody binds.
  private mutating func ownPrefixes(of element: SchemaElement) -> [String: String] {
    guard let bound = element.place.file.prefixes else { return [:] }
    var result: [String: String] = [:]
    for (prefix, uri) in element.namespaces.merging(bound, uniquingKeysWith: { $1 })
    where !prefix.isEmpty && !uri.isEmpty && prefix != "xml" && namespaces[prefix] != uri {
      guard bound[prefix] != nil || namespaces[prefix] == nil else { continue }
      if let known = aliases.first(where: { $0.value == uri }) {
        result[prefix] = known.key
      } else {
        let alias = "khung-\(aliases.count + 1)"
        aliases[alias] = uri
        result[prefix] = alias
      }
    }
    return result
  }

  /// The query in an attribute that may be left out.
  mutating func optionalQuery(
    in name: String, of element: SchemaElement, variables: Set<String>
  ) throws(Refusal) -> Query? {
    guard element[name] != nil else { return nil }
    return try query(.expression, in: name, of: element, variables: variables)
  }
}
