import Source
import XML

/// The part of comments of a Word file and the two that say more of them: ours go out and come in, those of people
/// stay. A comment of ours that somebody answered stays with its answer.
struct WordComments {
  private struct Known {
    let node: Int
    let id: String
    let author: String
    let initials: String
    let paragraphID: String?
    let text: String

    var isOurs: Bool { author == Remark.author && initials == Remark.author }
  }

  private let container: WordContainer
  private let index: MarkupIndex
  private var known: [Known] = []
  /// Comments of ours that go.
  private(set) var removed: Set<String> = []
  private var removedParagraphs: Set<String> = []
  /// What the comments of ours say that stay.
  private(set) var kept: Set<String> = []
  private var usedParagraphs: Set<String> = []

  init(_ container: WordContainer, main: MarkupIndex) {
    self.container = container
    index = MarkupIndex(container.name(of: .comments).flatMap { container.bytes(of: $0) } ?? [])
    for node in index.children(of: 0) where index.isNamed(node, "comment") {
      known.append(
        Known(
          node: node, id: index.attribute("id", of: node) ?? "",
          author: index.attribute("author", of: node) ?? "",
          initials: index.attribute("initials", of: node) ?? "",
          paragraphID: index.children(of: node).last.flatMap { index.attribute("paraId", of: $0) },
          text: Self.text(of: node, index)))
    }
    let answered = answeredParagraphs()
    for comment in known {
      if comment.isOurs, !answered.contains(comment.paragraphID ?? "") {
        removed.insert(comment.id)
        if let paragraph = comment.paragraphID { removedParagraphs.insert(paragraph) }
      } else if comment.isOurs {
        kept.insert(comment.text)
      }
    }
    for part in [main, index] {
      for node in part.nodes.indices where part.isNamed(node, "p") {
        if let id = part.attribute("paraId", of: node), !removedParagraphs.contains(id) {
          usedParagraphs.insert(id)
        }
      }
    }
  }

  /// The paragraphs of comments that have answers by somebody else.
  private func answeredParagraphs() -> Set<String> {
    guard let bytes = container.name(of: .extended).flatMap({ container.bytes(of: $0) }) else { return [] }
    let ours = Set(known.filter(\.isOurs).compactMap(\.paragraphID))
    let extended = MarkupIndex(bytes)
    var answered: Set<String> = []
    for node in extended.children(of: 0) {
      guard let parent = extended.attribute("paraIdParent", of: node),
        let own = extended.attribute("paraId", of: node), !ours.contains(own)
      else { continue }
      answered.insert(parent)
    }
    return answered
  }

  private static func text(of node: Int, _ index: MarkupIndex) -> String {
    var text: [UInt8] = []
    for inner in index.descendants(of: node) {
      if index.isNamed(inner, "p") { text.append(0x0A) }
      guard index.isNamed(inner, "t") else { continue }
      text += index.bytes[index.nodes[inner].contentStart..<index.nodes[inner].contentEnd]
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The smallest number that no comment has.
  func firstFreeID(called: [Int]) -> Int {
    let staying = known.filter { !removed.contains($0.id) }.compactMap { Int($0.id) }
    let gone = Set(removed.compactMap { Int($0) })
    return (staying + called.filter { !gone.contains($0) }).reduce(-1, max) + 1
  }

  /// A remark as it will be written.
  struct New {
    let id: Int
    let remark: Remark
  }

  /// The lines of a remark as its text is stored.
  static func text(of remark: Remark) -> String {
    remark.lines.map { "\n" + XMLText.escaped($0) }.joined()
  }

  /// - Parameter date: the day whose law counts; a remark bears no time of a clock.
  mutating func write(_ new: [New], date: String, into container: inout WordContainer) {
    let word = container.isStrict ? WordNamespace.strict : WordNamespace.transitional
    var paragraphs: [String] = []
    let prefix = index.nodes.isEmpty ? "w" : index.prefix(of: word)
    let name = (prefix ?? "kw") + ":"
    var text = ""
    for comment in new {
      let paragraph = paragraphID(of: comment)
      paragraphs.append(paragraph)
      text += Self.comment(
        comment, paragraph, date: date, name: name, declaration: prefix == nil ? " xmlns:kw=\"\(word)\"" : "")
    }
    var edits = MarkupEdits()
    for comment in known where removed.contains(comment.id) { edits.remove(comment.node, of: index) }
    write(
      .comments, text, edits,
      declarations: "xmlns:w=\"\(word)\"", into: &container)
    let states = paragraphs.map { "<w15:commentEx w15:paraId=\"\($0)\" w15:done=\"0\"/>" }.joined()
    write(
      .extended, states, removals(in: .extended),
      declarations: "xmlns:w15=\"\(WordNamespace.word2012)\"", into: &container)
    let names = paragraphs.map {
      "<w16cid:commentId w16cid:paraId=\"\($0)\" w16cid:durableId=\"\(Self.durable($0))\"/>"
    }.joined()
    write(
      .ids, names, removals(in: .ids),
      declarations: "xmlns:w16cid=\"\(WordNamespace.commentIDs)\"", into: &container)
    removeExtensions(from: &container)
  }

  private func write(
    _ part: CommentPart, _ text: String, _ edits: MarkupEdits, declarations: String,
    into container: inout WordContainer
  ) {
    guard let name = container.name(of: part), let bytes = container.bytes(of: name) else {
      guard !text.isEmpty else { return }
      let xml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<\(part.root) \(declarations)>\(text)</\(part.root)>"
      return container.add(part, Array(xml.utf8))
    }
    let index = MarkupIndex(bytes)
    var edits = edits
    var text = text
    // A prefix that the part does not know comes with each entry; comments bring theirs themselves.
    if let namespace = part.ownNamespace, let prefix = part.root.split(separator: ":").first,
      index.prefix(of: namespace).map({ $0 != prefix }) ?? true
    {
      text = text.replacing(" \(prefix):paraId", with: " \(declarations) \(prefix):paraId")
    }
    if !text.isEmpty { edits.append(text, to: 0, of: index) }
    if !edits.isEmpty { container.replace(name, by: edits.applied(to: bytes)) }
  }

  private func removals(in part: CommentPart) -> MarkupEdits {
    var edits = MarkupEdits()
    guard let bytes = container.name(of: part).flatMap({ container.bytes(of: $0) }) else { return edits }
    let index = MarkupIndex(bytes)
    for node in index.children(of: 0) {
      guard let id = index.attribute("paraId", of: node), removedParagraphs.contains(id) else { continue }
      edits.remove(node, of: index)
    }
    return edits
  }

  /// Word keeps the times of comments in a fourth part, by their lasting names.
  private func removeExtensions(from container: inout WordContainer) {
    guard let name = container.name(ofRelation: "commentsExtensible"), let bytes = container.bytes(of: name),
      let ids = self.container.name(of: .ids).flatMap({ self.container.bytes(of: $0) })
    else { return }
    let known = MarkupIndex(ids)
    let gone = Set(
      known.children(of: 0).filter {
        known.attribute("paraId", of: $0).map(removedParagraphs.contains) ?? false
      }.compactMap { known.attribute("durableId", of: $0) })
    let index = MarkupIndex(bytes)
    var edits = MarkupEdits()
    for node in index.children(of: 0)
    where index.attribute("durableId", of: node).map(gone.contains) ?? false {
      edits.remove(node, of: index)
    }
    if !edits.isEmpty { container.replace(name, by: edits.applied(to: bytes)) }
  }

  // MARK: One comment

  private static func comment(
    _ new: New, _ paragraph: String, date: String, name: String, declaration: String
  ) -> String {
    var xml =
      "<\(name)comment\(declaration) xmlns:w14=\"\(WordNamespace.word2010)\" xmlns:mc=\"\(WordNamespace.compatibility)\" mc:Ignorable=\"w14\""
    xml += " \(name)id=\"\(new.id)\" \(name)author=\"\(Remark.author)\" \(name)date=\"\(date)T00:00:00Z\""
    xml += " \(name)initials=\"\(Remark.author)\">"
    for (number, line) in new.remark.lines.enumerated() {
      let isLast = number == new.remark.lines.count - 1
      xml += isLast ? "<\(name)p w14:paraId=\"\(paragraph)\" w14:textId=\"77777777\">" : "<\(name)p>"
      if number == 0 { xml += "<\(name)r><\(name)annotationRef/></\(name)r>" }
      xml += "<\(name)r>"
      if number == 0 { xml += "<\(name)rPr><\(name)b/></\(name)rPr>" }
      xml += "<\(name)t xml:space=\"preserve\">\(XMLText.escaped(line))</\(name)t></\(name)r></\(name)p>"
    }
    return xml + "</\(name)comment>"
  }

  /// A number that only says which paragraph is meant; made of what the remark is about, so that each run gives it
  /// again ([MS-DOCX] 2.2.4: less than 0x80000000).
  private mutating func paragraphID(of comment: New) -> String {
    var number = Self.number(of: (comment.remark.criterion ?? "?") + "/\(comment.remark.place.block)")
    while true {
      let id = Self.hex(number)
      if usedParagraphs.insert(id).inserted { return id }
      number = number % 0x7FFF_FFFE + 1
    }
  }

  private static func durable(_ paragraph: String) -> String { hex(number(of: "durable/" + paragraph)) }

  /// FNV-1a, in the range of such numbers.
  private static func number(of text: String) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return hash % 0x7FFF_FFFE + 1
  }

  private static func hex(_ number: UInt32) -> String {
    let digits = String(number, radix: 16, uppercase: true)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
