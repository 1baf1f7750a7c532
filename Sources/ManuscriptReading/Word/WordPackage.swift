import Archives
import Manuscript
import Source
import XML

/// The parts of a Word file and how they lead to each other. Nothing outside of the file is ever looked for.
struct WordPackage {
  struct Relationship {
    /// The last step of the type, which the transitional and the strict form share: `styles`, `image`.
    let type: String
    /// The name of a part, or an address outside.
    let target: String
    let isExternal: Bool
  }

  let source: String
  let main: String
  let names: [String]
  private let parts: [String: [UInt8]]
  private let relationships: [String: [String: Relationship]]
  private let contentTypes: ContentTypes
  let limits: Limits

  /// - Throws: `Refusal` when the container cannot be read, or is of another kind.
  init(_ bytes: [UInt8], source: String, limits: Limits) throws(Refusal) {
    self.source = source
    self.limits = limits
    let index = try Container(bytes, source: source, limits: limits.manuscript) {
      $0 == ContentTypes.part || $0.utf8.suffix(5).elementsEqual(".rels".utf8)
    }
    names = index.names
    let trees = PartTrees(source: source, limits: limits)
    guard let types = index.parts[ContentTypes.part] else {
      throw Refusal(source: source, cause: ManuscriptFault.noDocument)
    }
    contentTypes = ContentTypes(try trees.tree(ContentTypes.part, types))
    let known = Dictionary(names.map { (Self.folded($0), $0) }) { first, _ in first }
    var relationships: [String: [String: Relationship]] = [:]
    for (name, part) in index.parts where name != ContentTypes.part {
      guard let owner = Self.owner(of: name) else { continue }
      relationships[owner] = Self.relationships(try trees.tree(name, part), of: owner, known)
    }
    self.relationships = relationships
    let root = relationships[""]?.values.first { $0.type == "officeDocument" && !$0.isExternal }
    guard let root, names.contains(root.target) else {
      throw Refusal(source: source, cause: ManuscriptFault.noDocument)
    }
    main = root.target
    if let kind = contentTypes.otherKind(of: main) {
      throw Refusal(source: source, cause: ManuscriptFault.otherKind(kind))
    }
    let wanted = Self.wanted(from: main, relationships)
    parts = try Container(bytes, source: source, limits: limits.manuscript) { wanted.contains($0) }.parts
  }

  /// The parts that say something, the ways to them counted from the main part.
  private static func wanted(
    from main: String, _ relationships: [String: [String: Relationship]]
  ) -> Set<String> {
    let types: Set = [
      "styles", "numbering", "settings", "footnotes", "endnotes", "comments", "header", "footer", "customXml",
      "aFChunk",
    ]
    var wanted: Set = [main]
    for relationship in (relationships[main] ?? [:]).values
    where types.contains(relationship.type) && !relationship.isExternal {
      wanted.insert(relationship.target)
      guard relationship.type == "customXml" else { continue }
      for further in (relationships[relationship.target] ?? [:]).values
      where further.type == "customXmlProps" && !further.isExternal {
        wanted.insert(further.target)
      }
    }
    return wanted
  }

  /// A part's bytes; nil where the file has none of this name.
  func bytes(of part: String) -> [UInt8]? { parts[part] }

  func contentType(of part: String) -> String { contentTypes.type(of: part) }

  /// What leads out of a part, by id.
  func relationships(of part: String) -> [String: Relationship] { relationships[part] ?? [:] }

  /// The parts that the main part names by a type, in the order of their ids.
  func parts(_ type: String) -> [String] {
    relationships(of: main).filter { $0.value.type == type && !$0.value.isExternal }
      .sorted { $0.key < $1.key }.map(\.value.target)
  }

  func text(of part: String) throws(Refusal) -> SourceText? {
    guard let bytes = parts[part] else { return nil }
    return try SourceText(name: source + "!/" + part, stored: bytes)
  }

  /// A part as a tree, for the short ones.
  func tree(_ part: String) throws(Refusal) -> Document? {
    guard let bytes = parts[part] else { return nil }
    return try PartTrees(source: source, limits: limits).tree(part, bytes)
  }

  // MARK: Names

  /// Names of parts are equal where only the case of ASCII letters differs (ISO/IEC 29500-2, 6.2.2.3).
  private static func folded(_ name: String) -> [UInt8] {
    name.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  /// The part that a part of relationships belongs to; empty for the container itself.
  private static func owner(of name: String) -> String? {
    var steps = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map {
      String(Substring($0))
    }
    guard steps.count >= 2, steps[steps.count - 2] == "_rels", let last = steps.popLast() else { return nil }
    steps.removeLast()
    steps.append(String(Substring(last.utf8.dropLast(5))))
    return steps.joined(separator: "/")
  }

  private static func relationships(
    _ document: Document, of owner: String, _ known: [[UInt8]: String]
  ) -> [String: Relationship] {
    var result: [String: Relationship] = [:]
    for element in document.root.children where element.isNamed("Relationship") {
      guard let id = element.attribute("Id"), let type = element.attribute("Type"),
        let target = element.attribute("Target")
      else { continue }
      let isExternal = element.attribute("TargetMode") == "External"
      let path = isExternal ? target : resolved(target, from: owner)
      result[id] = Relationship(
        type: type.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? type,
        target: isExternal ? target : known[folded(path)] ?? path, isExternal: isExternal)
    }
    return result
  }

  private static func resolved(_ target: String, from owner: String) -> String {
    let slash = UInt8(ascii: "/")
    var steps =
      target.utf8.first == slash ? [] : owner.utf8.split(separator: slash).dropLast().map { Substring($0) }
    for step in target.utf8.split(separator: slash) {
      switch Substring(step) {
      case ".": continue
      case "..": _ = steps.popLast()
      case let step: steps.append(step)
      }
    }
    return steps.joined(separator: "/")
  }
}

/// What kind of content each part has (ISO/IEC 29500-2, 7).
private struct ContentTypes {
  static let part = "[Content_Types].xml"
  private var byPart: [String: String] = [:]
  private var byEnding: [String: String] = [:]

  init(_ document: Document) {
    for element in document.root.children {
      guard let type = element.attribute("ContentType") else { continue }
      if let name = element.attribute("PartName") {
        byPart[String(Substring(name.utf8.drop { $0 == UInt8(ascii: "/") })).lowercased()] = type
      } else if let ending = element.attribute("Extension") {
        byEnding[ending.lowercased()] = type
      }
    }
  }

  func type(of part: String) -> String {
    if let type = byPart[part.lowercased()] { return type }
    let ending = part.utf8.split(separator: UInt8(ascii: ".")).last.map { String(Substring($0)) } ?? ""
    return byEnding[ending.lowercased()] ?? ""
  }

  /// What a file is that is no text: its maker says so of the main part.
  func otherKind(of main: String) -> FileKind? {
    let type = Array(type(of: main).utf8)
    func holds(_ word: String) -> Bool { type.firstRange(of: Array(word.utf8)) != nil }
    if holds("spreadsheetml") || holds("ms-excel") { return .spreadsheet }
    if holds("presentationml") || holds("ms-powerpoint") { return .presentation }
    return nil
  }
}
