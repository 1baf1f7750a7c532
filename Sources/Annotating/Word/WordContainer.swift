import Archives
import Source
import XML

/// A Word file as far as comments need it: the main part, what it leads to, and the list of types; and the parts that
/// are written again.
struct WordContainer {
  let names: [String]
  let main: String
  let isStrict: Bool
  private let isProtected: Bool
  private(set) var changed: [String: [UInt8]] = [:]
  private(set) var added: [ZipWriting.Part] = []

  private let source: String
  private let bytes: [UInt8]
  private let limits: Limits
  private var parts: [String: [UInt8]]
  private let relations: [Relation]
  private let relationsPart: String
  private var ids: Set<String>

  private struct Relation {
    let type: String
    let target: String
  }

  static let typesPart = "[Content_Types].xml"

  /// - Throws: `Refusal` when the file is none that comments can be written into.
  init(_ bytes: [UInt8], source: String, limits: Limits) throws(Refusal) {
    (self.source, self.bytes, self.limits) = (source, bytes, limits)
    let first = try Container(bytes, source: source, limits: limits.manuscript) {
      $0 == Self.typesPart || $0 == "_rels/.rels"
    }
    names = first.names
    let roots = Self.relations(first.parts["_rels/.rels"] ?? [], from: "")
    guard let main = roots.relations.first(where: { Self.last(of: $0.type) == "officeDocument" })?.target,
      let mainName = names.first(where: { Self.isSame($0, main) })
    else { throw Refusal(source: source, cause: AnnotationFault.notWritable) }
    self.main = mainName
    let steps = mainName.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    let folder = steps.dropLast().map { $0 + "/" }.joined()
    let relationsName = folder + "_rels/" + (steps.last ?? "") + ".rels"
    relationsPart = names.first { Self.isSame($0, relationsName) } ?? relationsName
    let settings = names.first { Self.isSame($0, folder + "settings.xml") }
    let wanted = Set([mainName, relationsPart, Self.typesPart] + [settings].compactMap { $0 })
    var parts = try Container(bytes, source: source, limits: limits.manuscript) { wanted.contains($0) }.parts
    let read = Self.relations(parts[relationsPart] ?? [], from: folder)
    (relations, ids) = (read.relations, read.ids)
    let types = [CommentPart.comments, .extended, .ids].map(\.relation) + ["commentsExtensible"]
    let comments = read.relations.filter { types.contains(Self.last(of: $0.type)) }.map(\.target)
    let further = try Container(bytes, source: source, limits: limits.manuscript) { name in
      comments.contains { Self.isSame(name, $0) }
    }
    parts.merge(further.parts) { first, _ in first }
    self.parts = parts
    let protection = MarkupIndex(settings.flatMap { parts[$0] } ?? [])
    isProtected = protection.children(of: 0).contains { node in
      guard protection.isNamed(node, "documentProtection"),
        let enforced = protection.attribute("enforcement", of: node)
      else { return false }
      return enforced == "1" || enforced == "true" || enforced == "on"
    }
    isStrict = MarkupIndex(parts[mainName] ?? []).attributes(of: 0).contains {
      $0.name.utf8.starts(with: "xmlns".utf8) && $0.value.utf8.elementsEqual(WordNamespace.strict.utf8)
    }
    var bounds = limits
    bounds.input.depth = limits.manuscript.depth
    for (name, part) in parts.sorted(by: { $0.key < $1.key }) {
      let text = try SourceText(name: source + "!/" + name, stored: part)
      // What stands in another encoding would have to be written anew as a whole.
      guard part.suffix(text.bytes.count).elementsEqual(text.bytes), part.count <= text.bytes.count + 3 else {
        throw Refusal(source: source, cause: AnnotationFault.otherEncoding)
      }
      // The main part has been read before.
      if name != mainName { _ = try Document(text, limits: bounds) }
    }
  }

  var notices: [AnnotatedFile.Notice] {
    let isSigned = names.contains { $0.utf8.starts(with: "_xmlsignatures/".utf8) }
    return (isSigned ? [.signatureLost] : []) + (isProtected ? [.protected] : [])
  }

  /// The part of a kind that the main part leads to.
  func name(of part: CommentPart) -> String? { name(ofRelation: part.relation) }

  func name(ofRelation type: String) -> String? {
    guard let target = relations.first(where: { Self.last(of: $0.type) == type })?.target else { return nil }
    return names.first { Self.isSame($0, target) }
  }

  func bytes(of name: String) -> [UInt8]? { changed[name] ?? parts[name] }

  mutating func replace(_ name: String, by bytes: [UInt8]) {
    if parts[name] != bytes { changed[name] = bytes }
  }

  /// Adds a part that the main part leads to, and says so in relations and types.
  mutating func add(_ part: CommentPart, _ bytes: [UInt8]) {
    let folder = main.utf8.split(separator: UInt8(ascii: "/")).dropLast().map { String(Substring($0)) + "/" }
      .joined()
    var fileName = part.fileName + ".xml"
    var number = 1
    while names.contains(where: { Self.isSame($0, folder + fileName) }) {
      number += 1
      fileName = part.fileName + String(number) + ".xml"
    }
    added.append(ZipWriting.Part(folder + fileName, bytes))
    var id = "rIdKhung1"
    var next = 1
    while ids.contains(id) {
      next += 1
      id = "rIdKhung" + String(next)
    }
    ids.insert(id)
    let type = isStrict ? part.type.strict : part.type.transitional
    append(to: relationsPart, root: "Relationships", namespace: WordNamespace.relationships) { prefix in
      "<\(prefix)Relationship Id=\"\(id)\" Type=\"\(type)\" Target=\"\(fileName)\"/>"
    }
    append(to: Self.typesPart, root: "Types", namespace: "") { prefix in
      "<\(prefix)Override PartName=\"/\(folder)\(fileName)\" ContentType=\"\(part.contentType)\"/>"
    }
  }

  private mutating func append(
    to name: String, root: String, namespace: String, _ element: (_ prefix: String) -> String
  ) {
    guard let bytes = bytes(of: name) else {
      let text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<\(root) xmlns=\"\(namespace)\">"
        + element("") + "</\(root)>"
      if let index = added.firstIndex(where: { $0.name == name }) {
        added[index] = ZipWriting.Part(name, Self.appending(element, to: added[index].bytes))
      } else {
        added.append(ZipWriting.Part(name, Array(text.utf8)))
      }
      return
    }
    replace(name, by: Self.appending(element, to: bytes))
  }

  private static func appending(_ element: (_ prefix: String) -> String, to bytes: [UInt8]) -> [UInt8] {
    let index = MarkupIndex(bytes)
    guard !index.nodes.isEmpty else { return bytes }
    let name = index.name(of: 0)
    let prefix = name.firstIndex(of: UInt8(ascii: ":")).map { name[...$0] } ?? []
    var edits = MarkupEdits()
    edits.append(element(String(decoding: prefix, as: UTF8.self)), to: 0, of: index)
    return edits.applied(to: bytes)
  }

  /// The file with what was changed and added.
  func written() throws(Refusal) -> [UInt8] {
    if changed.isEmpty, added.isEmpty { return bytes }
    return try ZipWriting.container(
      bytes, source: source, limits: limits.manuscript, replacing: changed, adding: added)
  }

  // MARK: Names

  private static func relations(_ bytes: [UInt8], from folder: String) -> (
    relations: [Relation], ids: Set<String>
  ) {
    let index = MarkupIndex(bytes)
    var relations: [Relation] = []
    var ids: Set<String> = []
    for node in index.children(of: 0) where index.isNamed(node, "Relationship") {
      if let id = index.attribute("Id", of: node) { ids.insert(id) }
      guard index.attribute("TargetMode", of: node) != "External",
        let type = index.attribute("Type", of: node), let target = index.attribute("Target", of: node)
      else { continue }
      relations.append(Relation(type: type, target: resolved(target, from: folder)))
    }
    return (relations, ids)
  }

  private static func resolved(_ target: String, from folder: String) -> String {
    let slash = UInt8(ascii: "/")
    var steps =
      target.utf8.first == slash ? [] : folder.utf8.split(separator: slash).map { String(Substring($0)) }
    for step in target.utf8.split(separator: slash).map({ String(Substring($0)) }) {
      switch step {
      case ".": continue
      case "..": _ = steps.popLast()
      default: steps.append(step)
      }
    }
    return steps.joined(separator: "/")
  }

  private static func last(of type: String) -> String {
    type.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? type
  }

  /// Names of parts that differ in the case of ASCII letters alone name one part (ISO/IEC 29500-2, 6.2.2.3).
  private static func isSame(_ left: String, _ right: String) -> Bool {
    left.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
      == right.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }
}
