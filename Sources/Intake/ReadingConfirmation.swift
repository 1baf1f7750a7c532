import Languages
import MasterPlan
import Recognition
import Source
import XML

/// What a person says of a reading, put into the plan file that was made of it: the file with what is wrong taken out,
/// what is whole marked complete, and the words kept with role and day.
package struct ReadingConfirmation {
  private let plan: SourceText
  private let contract: PlanContractFacts
  private let root: Element
  private let map: SourceMap
  /// Things that can be confirmed, by id.
  private var facts: [String: Fact] = [:]
  private var sections: [String: Element] = [:]

  /// What of the plan's contract is needed.
  package struct PlanContractFacts {
    let schema: TableSchema
    let sections: [String]

    package init(schema: TableSchema, sections: [String]) {
      self.schema = schema
      self.sections = sections
    }
  }

  private struct Fact {
    let element: Element
    let section: String
    /// Ids of the things that it stands in.
    let around: [String]
  }

  /// One word of the call.
  package struct Said: Sendable, Equatable {
    package let subject: Confirmation.Subject
    package let word: Confirmation.Word
    /// The words that are to stand in place of those read.
    package let instead: String?

    package init(_ subject: Confirmation.Subject, _ word: Confirmation.Word, instead: String? = nil) {
      self.subject = subject
      self.word = word
      self.instead = instead
    }
  }

  /// Who speaks, when, and of which document.
  package struct Speaker: Sendable {
    package let role: String
    package let day: CalendarDate
    package let today: CalendarDate
    /// The digest of the document as it is now; nil where it was not found.
    package let manuscript: String?

    package init(role: String, day: CalendarDate, today: CalendarDate, manuscript: String?) {
      self.role = role
      self.day = day
      self.today = today
      self.manuscript = manuscript
    }
  }

  /// What came of it.
  package struct Result {
    package let bytes: [UInt8]
    package let unconfirmed: Unconfirmed
  }

  /// - Throws: `Refusal` when the file is no plan.
  package init(_ plan: SourceText, by contract: PlanContractFacts) throws(Refusal) {
    // Whatever the contract refuses is refused in its own words.
    _ = try MasterPlan.read(plan, schema: contract.schema)
    self.plan = plan
    self.contract = contract
    let document = try Document(plan)
    document.numberElements()
    root = document.root
    map = SourceMap(plan)
    for section in root.children where contract.sections.contains(section.name) {
      sections[section.name] = section
      collect(in: section, section.name, around: [])
    }
  }

  private mutating func collect(in element: Element, _ section: String, around: [String]) {
    for child in element.children {
      var around = around
      if let id = child.attribute("id") {
        facts[id] = Fact(element: child, section: section, around: around)
        around.append(id)
      }
      collect(in: child, section, around: around)
    }
  }

  /// The name of the document that was read, as the file gives it.
  package var manuscript: String? { root.attribute("manuscript") }

  /// Sections that the contract knows and things that the file holds: for suggestions.
  package var sectionNames: [String] { contract.sections }
  package var factNames: [String] { facts.keys.sorted() }

  // MARK: What cannot be

  /// Everything that speaks against it, at once.
  package func problems(_ said: [Said], by speaker: Speaker) -> [ConfirmationProblem] {
    guard root.attribute("read-by") == "machine" else { return [.noReading] }
    var problems: [ConfirmationProblem] = []
    if said.isEmpty { problems.append(.nothingSaid) }
    if speaker.role.inOneLine.isEmpty { problems.append(.noRole) }
    if speaker.day > speaker.today { problems.append(.futureDay(speaker.day, today: speaker.today)) }
    switch (speaker.manuscript, root.attribute("manuscript-sha256")) {
    case (nil, _): problems.append(.noManuscript(manuscript ?? ""))
    case (let now?, let then?) where now != then: problems.append(.manuscriptChanged(manuscript ?? ""))
    case (_, nil): problems.append(.noDigest)
    default: break
    }
    let earlier = takenOut
    var words: [Confirmation.Subject: Said] = [:]
    for one in said {
      if let before = words[one.subject], before != one, !problems.contains(.contradiction(one.subject)) {
        problems.append(.contradiction(one.subject))
      }
      words[one.subject] = one
      switch one.subject {
      case .section(let name):
        if !contract.sections.contains(name) {
          problems.append(.noSection(name))
        } else if one.word == .right, sections[name] == nil {
          problems.append(.emptySection(name))
        }
      case .fact(let id):
        if facts[id] == nil {
          problems.append(earlier[id].map { .takenOut(id, role: $0.role, day: $0.day) } ?? .noFact(id))
        }
      }
    }
    // What stands in something wrong goes with it: it cannot be right.
    for one in said where one.word != .wrong {
      guard case .fact(let id) = one.subject, let fact = facts[id] else { continue }
      for outer in fact.around where words[.fact(outer)]?.word == .wrong {
        problems.append(.insideWrong(id, outer: outer))
      }
    }
    return problems
  }

  private var takenOut: [String: (role: String, day: CalendarDate)] {
    var result: [String: (role: String, day: CalendarDate)] = [:]
    for confirmation in earlier where confirmation.word == .wrong {
      if case .fact(let id) = confirmation.subject { result[id] = (confirmation.role, confirmation.day) }
    }
    return result
  }

  private var earlier: [Confirmation] {
    (try? MasterPlan.read(plan, schema: contract.schema))?.confirmations ?? []
  }

  // MARK: The file with the words in it

  /// - Precondition: nothing speaks against it.
  /// - Throws: `Refusal` when what would come of it is no plan.
  package func applied(_ said: [Said], by speaker: Speaker) throws(Refusal) -> Result {
    var edits = TextEdits(plan)
    var list = earlier
    let day = speaker.day
    for one in said.removingRepeats {
      list.removeAll { $0.subject == one.subject }
      let fact: Fact? = if case .fact(let id) = one.subject { facts[id] } else { nil }
      list.append(
        Confirmation(
          one.subject, one.word, role: speaker.role.inOneLine, day: day,
          read: one.word == .wrong || one.word == .instead ? fact.map { Self.words(of: $0.element) } : nil))
      switch (one.subject, one.word) {
      case (.fact, .wrong): if let fact { remove(fact.element, from: &edits) }
      case (.fact, .instead):
        if let fact, let words = one.instead { replaceWords(of: fact.element, with: words, in: &edits) }
      case (.section(let name), .whole): markWhole(name, in: &edits)
      default: break
      }
    }
    write(list, into: &edits)
    let result = try SourceText(name: plan.name, stored: edits.bytes)
    let read = try MasterPlan.read(result, schema: contract.schema)
    return Result(bytes: edits.bytes, unconfirmed: Unconfirmed(read.sections, read.confirmations))
  }

  private static func words(of element: Element) -> String {
    let words = (element.child("name")?.text ?? element.text).inOneLine
    return words.isEmpty ? element.name : words
  }

  private func range(of element: Element) -> Range<Int>? {
    Node(element).elementNumber.flatMap { map.range(ofElement: $0) }
  }

  /// With the line that it leaves.
  private func remove(_ element: Element, from edits: inout TextEdits) {
    guard var range = range(of: element) else { return }
    let bytes = plan.bytes
    var start = range.lowerBound
    while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    if start > 0, bytes[start - 1] == 0x0A {
      start -= 1
      if start > 0, bytes[start - 1] == 0x0D { start -= 1 }
      range = start..<range.upperBound
    }
    edits.replace(range, with: "")
  }

  private func replaceWords(of element: Element, with words: String, in edits: inout TextEdits) {
    let target = element.child("name") ?? element
    guard let number = Node(target).elementNumber, let whole = map.range(ofElement: number),
      let start = map.contentOffset(ofElement: number), start <= whole.upperBound
    else { return }
    let end = "</\(target.name)>".utf8.count
    // An element without content has no end tag to keep.
    guard plan.bytes[..<start].last == UInt8(ascii: ">"), plan.bytes[..<(start - 1)].last != UInt8(ascii: "/")
    else { return }
    edits.replace(start..<max(start, whole.upperBound - end), with: XMLText.escaped(words.inOneLine))
  }

  private func markWhole(_ name: String, in edits: inout TextEdits) {
    guard let section = sections[name] else {
      // The document says nothing of it: the file says that now.
      if let end = endOfContent { edits.replace(end..<end, with: "  <\(name) coverage=\"complete\"/>\n") }
      return
    }
    if let number = Node(section).elementNumber,
      let value = map.valueRange(ofAttribute: "coverage", inElement: number)
    {
      edits.replace(value, with: "complete")
    }
  }

  /// Just in front of the root's end tag.
  private var endOfContent: Int? {
    range(of: root).map { $0.upperBound - "</\(root.name)>".utf8.count }
  }

  private func write(_ list: [Confirmation], into edits: inout TextEdits) {
    var xml = "  <\(Confirmation.list)>\n"
    for one in list {
      let subject: (String, String) =
        switch one.subject {
        case .section(let name): ("section", name)
        case .fact(let id): ("fact", id)
        }
      let values = [
        subject, ("as", one.word.rawValue), ("role", one.role), ("on", one.day.description),
        ("read", one.read ?? ""),
      ]
      xml += "    <confirmation"
      for (name, value) in values where !value.isEmpty {
        xml += " \(name)=\"\(XMLText.escaped(value, attribute: true))\""
      }
      xml += "/>\n"
    }
    xml += "  </\(Confirmation.list)>\n"
    if let old = root.child(Confirmation.list) { remove(old, from: &edits) }
    if let end = endOfContent { edits.replace(end..<end, with: xml) }
  }
}

/// Why a person's word cannot be put into a reading.
package enum ConfirmationProblem: Sendable, Equatable {
  case noReading, nothingSaid, noRole, noDigest
  case futureDay(CalendarDate, today: CalendarDate)
  case noManuscript(String)
  case manuscriptChanged(String)
  case contradiction(Confirmation.Subject)
  case noSection(String)
  case emptySection(String)
  case noFact(String)
  case takenOut(String, role: String, day: CalendarDate)
  case insideWrong(String, outer: String)

  package var phrase: Phrase {
    switch self {
    case .noReading: Phrase("manuscript.confirm-no-reading")
    case .nothingSaid: Phrase("manuscript.confirm-nothing")
    case .noRole: Phrase("manuscript.confirm-no-role")
    case .noDigest: Phrase("manuscript.confirm-no-digest")
    case .futureDay(let day, let today):
      Phrase("manuscript.confirm-future", ["day": .date(day), "today": .date(today)])
    case .noManuscript(let name): Phrase("manuscript.confirm-no-manuscript", ["name": .text(name)])
    case .manuscriptChanged(let name): Phrase("manuscript.confirm-changed", ["name": .text(name)])
    case .contradiction(let subject):
      Phrase("manuscript.confirm-contradiction", ["subject": .text(subject.name)])
    case .noSection(let name): Phrase("manuscript.confirm-no-section", ["name": .text(name)])
    case .emptySection(let name): Phrase("manuscript.confirm-empty-section", ["name": .text(name)])
    case .noFact(let id): Phrase("manuscript.confirm-no-fact", ["id": .text(id)])
    case .takenOut(let id, let role, let day):
      Phrase("manuscript.confirm-taken-out", ["id": .text(id), "role": .text(role), "day": .date(day)])
    case .insideWrong(let id, let outer):
      Phrase("manuscript.confirm-inside-wrong", ["id": .text(id), "outer": .text(outer)])
    }
  }
}

/// Changes of one text at places that do not touch each other; every other byte stays.
struct TextEdits {
  private let text: SourceText
  private var changes: [(range: Range<Int>, words: String)] = []

  init(_ text: SourceText) {
    self.text = text
  }

  mutating func replace(_ range: Range<Int>, with words: String) { changes.append((range, words)) }

  /// The bytes to store. What lies in something that goes is gone with it.
  var bytes: [UInt8] {
    let sorted = changes.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    var result = Array(text.stored.prefix(text.stored.count - text.bytes.count))
    var end = 0
    for (_, change) in sorted where change.range.lowerBound >= end {
      result += text.bytes[end..<change.range.lowerBound]
      result += change.words.utf8
      end = change.range.upperBound
    }
    return result + text.bytes[end...]
  }
}

extension [ReadingConfirmation.Said] {
  fileprivate var removingRepeats: Self {
    var result: Self = []
    for one in self where !result.contains(one) { result.append(one) }
    return result
  }
}
