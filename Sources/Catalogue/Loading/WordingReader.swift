import Source
import XML

/// The wordings and denials of a catalogue's files: what words show, and what takes words back.
package struct WordingCollection: Sendable {
  package private(set) var wordings: [Wording] = []
  package private(set) var denials: [Denial] = []
  package private(set) var clauseWords: [ClauseWords] = []
  package private(set) var doubleDenials: [DoubleDenial] = []

  package init(
    wordings: [Wording] = [], denials: [Denial] = [], clauseWords: [ClauseWords] = [],
    doubleDenials: [DoubleDenial] = []
  ) {
    self.wordings = wordings
    self.denials = denials
    self.clauseWords = clauseWords
    self.doubleDenials = doubleDenials
  }

  /// - Parameter file: the name by which entries remember where they come from.
  package init(_ root: Element, file: String) {
    for part in root.children {
      for entry in part.children { read(entry, Origin(file: file, line: entry.line)) }
    }
  }

  /// The same denials with other wordings.
  package func with(wordings: [Wording]) -> WordingCollection {
    var result = self
    result.wordings = wordings
    return result
  }

  private mutating func read(_ entry: Element, _ origin: Origin) {
    switch entry.name {
    case "wording": wordings.append(Self.wording(entry, origin))
    case "denial": denials.append(Self.denial(entry, origin))
    case "clause-words":
      guard let kind = ClauseWords.Kind(rawValue: entry.required("kind")) else { return }
      clauseWords.append(ClauseWords(kind: kind, phrases: entry.phrases))
    case "double-denial":
      doubleDenials.append(
        DoubleDenial(
          first: entry.child("first")?.phrases ?? [], second: entry.child("second")?.phrases ?? [],
          cancels: DoubleDenial.Cancelled(rawValue: entry.required("cancels")) ?? .second))
    default: break
    }
  }

  package mutating func append(_ other: WordingCollection) {
    wordings += other.wordings
    denials += other.denials
    clauseWords += other.clauseWords
    doubleDenials += other.doubleDenials
  }

  private static func wording(_ element: Element, _ origin: Origin) -> Wording {
    Wording(
      list: element.required("list"), token: element.required("token"),
      formerly: (element.attribute("formerly") ?? "").split(separator: " ").map(String.init),
      ways: element.children("way").map { way in
        Wording.Way(
          says: way.children("say").map(\.phrases), isInOrder: way.attribute("order") == "fixed")
      },
      unless: element.children("unless").flatMap(\.phrases), accepts: element.children("accepts").map(\.text),
      rejects: element.children("rejects").map(\.text), seen: element.seen, origin: origin)
  }

  private static func denial(_ element: Element, _ origin: Origin) -> Denial {
    func examples(_ name: String) -> [Denial.Example] {
      element.children(name).map { Denial.Example(text: $0.text, about: $0.attribute("about")) }
    }
    return Denial(
      id: element.required("id"), kind: Denial.Kind(rawValue: element.required("kind")) ?? .denial,
      cues: element.children("cue").map { cue in
        Denial.Cue(
          phrases: cue.phrases, before: Denial.Reach(rawValue: cue.attribute("before") ?? "none") ?? .none,
          after: Denial.Reach(rawValue: cue.attribute("after") ?? "none") ?? .none,
          isFirst: cue.attribute("first") == "true")
      },
      exceptions: element.children("no-cue").flatMap(\.phrases), accepts: examples("accepts"),
      rejects: examples("rejects"), seen: element.seen, origin: origin)
  }
}

extension Catalogue {
  /// Reads the wordings and denials among the files of a catalogue, in the order of their files.
  /// - Throws: `Refusal` for a file that is not valid.
  package static func wordings(among files: [File], schema: Schema?) throws(Refusal) -> WordingCollection {
    var result = WordingCollection()
    for file in files.filter(\.holdsWordings).sorted(by: { $0.name < $1.name }) {
      let document = try Document(file.text)
      try schema?.validate(document)
      result.append(WordingCollection(document.root, file: file.text.name))
    }
    return result
  }
}

extension Element {
  /// Alternatives, parted by `|`; a long list stands on several lines.
  fileprivate var phrases: [String] {
    var text = text
    return text.withUTF8 { bytes in
      bytes.split(separator: UInt8(ascii: "|")).map { alternative in
        var alternative = alternative.drop { $0 <= 0x20 }
        while let last = alternative.last, last <= 0x20 { alternative.removeLast() }
        return String(decoding: UnsafeBufferPointer(rebasing: alternative), as: UTF8.self)
      }
    }
  }

  fileprivate var seen: [Wording.Seen] {
    children("seen").map {
      Wording.Seen(mark: Mark(rawValue: $0.required("mark")) ?? .fromMemory, place: $0.text)
    }
  }
}
