import Catalogue
import Languages
import Linting
import Source
import XML

/// The bases of an instrument carried over to the one that replaces it: its provisions to be filled in for the new
/// text, new bases beside the old, which keep their last day. What a person must decide is marked, and lint counts it.
package struct Rebase {
  /// A file of the catalogue as it is to be.
  package struct Changed: Sendable {
    package let path: String
    package let bytes: [UInt8]
    package let marks: Int
    package let bases: Int
  }

  package private(set) var changed: [Changed] = []
  package var marks: Int { changed.map(\.marks).reduce(0, +) }
  package var bases: Int { changed.map(\.bases).reduce(0, +) }

  private let old: Instrument
  private let new: Instrument
  private let catalogue: Catalogue
  /// The criteria that rest on a provision of the old text; under "" those that rest on the text as a whole.
  private let resting: [String: [String]]

  /// - Throws: `Refusal` where an id is none of an instrument, and where the second does not replace the first.
  package init(
    _ files: [Catalogue.File], _ catalogue: Catalogue, from oldID: String, to newID: String
  ) throws(Refusal) {
    func instrument(_ id: String) throws(Refusal) -> Instrument {
      guard let instrument = catalogue.instrument(id) else {
        throw Refusal(
          source: "", entry: id, cause: CatalogueFault.danglingReference(to: id, expected: "instrument"))
      }
      return instrument
    }
    (old, new) = try (instrument(oldID), instrument(newID))
    guard
      oldID != newID,
      new.life.replaces.contains(where: { $0.id == oldID })
        || old.life.replacedBy.contains(where: { $0.id == newID })
    else {
      throw Refusal(
        source: new.origin.file, line: new.origin.line, entry: newID,
        cause: CatalogueFault.doesNotReplace(oldID))
    }
    self.catalogue = catalogue
    var resting: [String: [String]] = [:]
    for criterion in catalogue.criteria {
      for basis in criterion.bases where basis.instrument == oldID {
        resting[basis.provision ?? "", default: []].append(criterion.id)
      }
    }
    self.resting = resting
    for file in files where !file.holdsExamples && !file.holdsWordings {
      if let edited = try edited(file) { changed.append(edited) }
    }
  }

  /// The id of a provision of the old text in the new one.
  private func newID(of provision: String) -> String {
    let rest = provision.unicodeScalars.dropFirst(old.id.unicodeScalars.count)
    return provision.utf8.starts(with: "\(old.id).".utf8)
      ? new.id + String(rest) : "\(new.id).\(provision)"
  }

  private func edited(_ file: Catalogue.File) throws(Refusal) -> Changed? {
    let document = try Document(file.text)
    document.numberElements()
    var edit = FileEdit(file.text)
    for part in document.root.children {
      for entry in part.children {
        switch entry.name {
        case "instrument" where entry.attribute("id") == new.id: addProvisions(to: entry, &edit)
        case "criterion": addBases(to: entry, &edit)
        case "standard":
          for edge in entry.children("cited-by") where edge.attribute("instrument") == old.id {
            edit.mark(edge, .rebaseCites(old.id, new.id))
          }
        case "target", "framework", "indicator":
          if entry.attribute("instrument") == old.id { edit.mark(entry, .rebaseNames(old.id, new.id)) }
        default: break
        }
      }
    }
    guard edit.isChanged else { return nil }
    return Changed(path: file.text.name, bytes: edit.bytes, marks: edit.marks, bases: edit.bases)
  }

  /// Those provisions on which criteria rest, in the order of the old text.
  private func addProvisions(to entry: Element, _ edit: inout FileEdit) {
    let known = Set(entry.children("provision").compactMap { $0.attribute("id") })
    let before: Set<String> = ["title", "alias", "provision"]
    guard let next = entry.children.first(where: { !before.contains($0.name) }) else { return }
    for provision in old.provisions {
      guard let criteria = resting[provision.id], !known.contains(newID(of: provision.id)) else { continue }
      edit.insert(
        before: next, mark: .rebaseProvision(criteria.joined(separator: ", ")), lines: lines(of: provision))
    }
  }

  private func lines(of provision: Provision) -> [String] {
    let places = [
      ("article", provision.article), ("clause", provision.clause), ("point", provision.point),
    ].compactMap { name, value in value.map { " \(name)=\"\(XMLText.escaped($0))\"" } }
    let subjects = [("vi", provision.subject.vietnamese), ("en", provision.subject.english)].compactMap {
      language, text in text.map { "  <subject lang=\"\(language)\">\(XMLText.escaped($0))</subject>" }
    }
    return ["<provision id=\"\(newID(of: provision.id))\"\(places.joined())>"] + subjects
      // Nobody has read it yet; no criterion is mandatory by it until somebody has.
      + [
        "  <provenance mark=\"inferred\" tier=\"none\" read=\"\(catalogue.edition.date)\"/>", "</provision>",
      ]
  }

  private func addBases(to criterion: Element, _ edit: inout FileEdit) {
    let bases = Array(criterion.children("basis"))
    let known = Set(
      bases.filter { $0.attribute("instrument") == new.id }.map { $0.attribute("provision") ?? "" })
    var added: Set<String> = []
    for basis in bases where basis.attribute("instrument") == old.id {
      let provision = basis.attribute("provision").map(newID)
      guard !known.contains(provision ?? ""), added.insert(provision ?? "").inserted else { continue }
      edit.insertBasis(
        after: basis, instrument: new.id, provision: provision, force: basis.attribute("force") ?? "",
        // A provision has its mark already.
        mark: provision == nil ? .rebaseBasis(new.id) : nil)
    }
    if let requirement = criterion.child("requirement"), names(old.id, in: requirement) {
      edit.mark(requirement, .rebaseNames(old.id, new.id))
    }
  }

  private func names(_ id: String, in element: Element) -> Bool {
    element.attributes.contains { $0.value.split(separator: " ").contains { $0.utf8.elementsEqual(id.utf8) } }
      || element.children.contains { names(id, in: $0) }
  }
}

/// Insertions into one file; every other byte stays as it is.
private struct FileEdit {
  private let text: SourceText
  private let map: SourceMap
  private var insertions: [(offset: Int, words: String)] = []
  private(set) var marks = 0
  private(set) var bases = 0

  init(_ text: SourceText) {
    self.text = text
    map = SourceMap(text)
  }

  var isChanged: Bool { !insertions.isEmpty }

  /// The bytes to store.
  var bytes: [UInt8] {
    let sorted = insertions.enumerated().sorted {
      ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset)
    }
    var result = Array(text.stored.prefix(text.stored.count - text.bytes.count))
    var end = 0
    for (_, insertion) in sorted {
      result += text.bytes[end..<insertion.offset]
      result += insertion.words.utf8
      end = insertion.offset
    }
    return result + text.bytes[end...]
  }

  private func place(of element: Element) -> (range: Range<Int>, indent: String)? {
    Node(element).elementNumber.flatMap { map.range(ofElement: $0) }
      .map { ($0, map.indentation(at: $0.lowerBound)) }
  }

  mutating func mark(_ element: Element, _ phrase: Phrase) {
    guard let (range, indent) = place(of: element),
      !DecisionMark.stands(before: range.lowerBound, in: text.bytes)
    else { return }
    insertions.append((range.lowerBound, phrase.mark + map.lineBreak + indent))
    marks += 1
  }

  mutating func insert(before element: Element, mark: Phrase, lines: [String]) {
    guard let (range, indent) = place(of: element) else { return }
    let words = ([mark.mark] + lines).map { $0 + map.lineBreak + indent }.joined()
    insertions.append((range.lowerBound, words))
    marks += 1
  }

  mutating func insertBasis(
    after element: Element, instrument: String, provision: String?, force: String, mark: Phrase?
  ) {
    guard let (range, indent) = place(of: element) else { return }
    let place = provision.map { " provision=\"\($0)\"" } ?? ""
    let basis = "<basis instrument=\"\(instrument)\"\(place) force=\"\(force)\"/>"
    let lines = [mark?.mark, basis].compactMap { $0 }
    insertions.append((range.upperBound, lines.map { map.lineBreak + indent + $0 }.joined()))
    marks += mark == nil ? 0 : 1
    bases += 1
  }
}

extension Phrase {
  /// As a mark in both languages.
  fileprivate var mark: String {
    DecisionMark.text(vi: Language.vietnamese(self), en: Language.english(self))
  }

  fileprivate static func rebaseProvision(_ criteria: String) -> Phrase {
    Phrase("editing.rebase-provision", ["criteria": .text(criteria)])
  }

  fileprivate static func rebaseBasis(_ new: String) -> Phrase {
    Phrase("editing.rebase-basis", ["new": .text(new)])
  }

  fileprivate static func rebaseNames(_ old: String, _ new: String) -> Phrase {
    Phrase("editing.rebase-names", ["old": .text(old), "new": .text(new)])
  }

  fileprivate static func rebaseCites(_ old: String, _ new: String) -> Phrase {
    Phrase("editing.rebase-cites", ["old": .text(old), "new": .text(new)])
  }

  package static func rebased(files: Int, bases: Int, marks: Int) -> Phrase {
    Phrase(
      "editing.rebased", ["files": .number(files), "bases": .number(bases), "marks": .number(marks)])
  }
}
