import Source
import XML

/// Replaces `include` (ISO/IEC 19757-3, 5.4.4) and `extends` with `href` (5.4.3) by what they name.
/// A reference starts from the file that it stands in, and what is taken in keeps its own place,
/// base, language and namespaces.
struct Inclusion {
  private let folders: [String]
  private let limits: Limits
  private var loaded: [String: SchemaElement] = [:]
  private var trail: [String] = []
  private var count = 0

  init(folders: [String], limits: Limits) {
    self.folders = folders
    self.limits = limits
  }

  mutating func resolve(_ element: SchemaElement) throws(Refusal) -> SchemaElement {
    count += 1
    guard count <= limits.schema.elements else {
      throw element.refusal(.tooLarge(limit: limits.schema.elements))
    }
    guard element.isSchematron else { return element }
    var result = element
    result.content = []
    for item in element.content {
      guard case .element(let child) = item, child.isSchematron else {
        result.content.append(item)
        continue
      }
      if child.localName == "include" {
        result.content.append(.element(try target(of: child, inheriting: element.language)))
      } else if child.localName == "extends", child["href"] != nil {
        guard child["rule"] == nil else { throw child.refusal(.conflictingAttributes("href", "rule")) }
        let found = try target(of: child, inheriting: element.language)
        guard found.isSchematron, found.localName == element.localName else {
          throw child.refusal(
            .wrongFragment(found: found.name, expected: element.localName), at: "href")
        }
        result.content += found.content
      } else {
        result.content.append(.element(try resolve(child)))
      }
    }
    return result
  }

  /// The element that `href` names, with its own inclusions resolved.
  private mutating func target(
    of reference: SchemaElement, inheriting language: String?
  ) throws(Refusal) -> SchemaElement {
    let href = try reference.required("href")
    let local: LocalReference
    do throws(LocalReference.Fault) {
      local = try LocalReference(href, base: reference.base, within: folders)
    } catch {
      let fault: SchematronFault =
        switch error {
        case .remote: .remote(href)
        case .outside: .outsideFolder(href)
        case .unreadable: .unreadable(href)
        }
      throw reference.refusal(fault, at: "href")
    }
    let root = try file(at: local.path)
    let key = local.path + (local.fragment.map { "#" + $0 } ?? "")
    guard !trail.contains(key) else { throw reference.refusal(.cycle(trail + [key]), at: "href") }
    guard trail.count < limits.schema.inclusions else {
      throw reference.refusal(.tooDeep(limit: limits.schema.inclusions), at: "href")
    }
    guard var found = local.fragment.map({ Self.element($0, in: root) }) ?? root else {
      throw reference.refusal(.noFragment(href), at: "href")
    }
    // What says nothing about its language speaks that of the place where it is taken in.
    found.inherit(language)
    trail.append(key)
    defer { trail.removeLast() }
    return try resolve(found)
  }

  private mutating func file(at path: String) throws(Refusal) -> SchemaElement {
    if let known = loaded[path] { return known }
    let document = try Document(SourceReader(limits: limits).read(path), limits: limits)
    var prefixes: [String: String] = [:]
    for element in document.root.children("ns") {
      if let prefix = element.attribute("prefix"), let uri = element.attribute("uri") {
        prefixes[prefix] = uri
      }
    }
    let root = SchemaElement(
      document.root, file: SchemaFile(source: document.source, path: path, prefixes: prefixes))
    loaded[path] = root
    return root
  }

  /// The element with the identifier `id`: an attribute `xml:id` or `id`.
  private static func element(_ id: String, in element: SchemaElement) -> SchemaElement? {
    let isNamed = element.attributes.contains { attribute in
      attribute.localName == "id" && attribute.value == id
        && (attribute.namespace == nil || attribute.name == "xml:id")
    }
    if isNamed { return element }
    for child in element.elements {
      if let found = self.element(id, in: child) { return found }
    }
    return nil
  }
}

extension SchemaElement {
  /// Gives `language` to this element and to all in it that have none.
  fileprivate mutating func inherit(_ inherited: String?) {
    guard language == nil, let inherited else { return }
    language = inherited
    content = content.map { item in
      guard case .element(var child) = item else { return item }
      child.inherit(inherited)
      return .element(child)
    }
  }
}
