import Catalogue

/// One way of breaking a wording, to see whether an example notices.
package enum WordingMutation: Sendable, Hashable {
  /// One way of saying it is left out.
  case wayLeftOut(way: Int)
  /// A way no longer asks for one of its parts.
  case partLeftOut(way: Int, part: Int)
  /// Parts may stand in any order.
  case orderIgnored(way: Int)
  /// All that makes it another thing is left out.
  case unlessLeftOut
  /// What denies, puts off or leaves blank is not looked at.
  case denialsIgnored
  /// One of several phrases that do for the same part is left out.
  case phraseLeftOut(String, way: Int, part: Int)
  /// One of several phrases that make it another thing is left out.
  case unlessPhraseLeftOut(String)

  /// Whether only one of several alternatives is broken. They are counted and can be listed; an example for each
  /// would be a list of the list.
  package var isAlternative: Bool {
    switch self {
    case .phraseLeftOut, .unlessPhraseLeftOut: true
    default: false
    }
  }
}

/// What the examples of one wording prove of it.
package struct WordingProof: Sendable {
  package let wording: Wording
  /// Examples that the wording, as it is, does not accept or reject as they say.
  package let faults: [ExampleProof.Fault]
  /// All ways of breaking it that were tried.
  package let mutations: [WordingMutation]
  /// Those that no example noticed.
  package let survivors: [WordingMutation]

  /// Whether every example comes to what it says. What no example notices makes no wording wrong: it is named.
  package var isProved: Bool { faults.isEmpty }

  /// Proves all wordings of a catalogue, in their order.
  package static func proofs(of collection: WordingCollection) -> [WordingProof] {
    let reader = StatementReader(collection)
    let faults = Dictionary(grouping: ExampleProof.faultsOfWordings(in: collection), by: \.entry)
    return collection.wordings.map { wording in
      var trial = WordingTrial(wording)
      for text in wording.accepts { trial.attempt(text, isAccepting: true, reader) }
      for text in wording.rejects { trial.attempt(text, isAccepting: false, reader) }
      return WordingProof(
        wording: wording, faults: faults["\(wording.list)/\(wording.token)"] ?? [],
        mutations: trial.mutations,
        survivors: trial.mutations.filter { !trial.noticed.contains($0) })
    }
  }
}

/// All mutations of one wording, tried on its examples one by one. The words of an example are looked up once; a
/// mutation only leaves out some of them.
private struct WordingTrial {
  private struct Phrase {
    let text: String
    let words: [UInt64]

    init(_ text: String) {
      self.text = text
      words = FoldedWords(text).words.map(\.identity)
    }
  }

  private struct Way {
    let parts: [[Phrase]]
    let isInOrder: Bool
  }

  /// One phrase in one sentence.
  private struct Found {
    let phrase: Int
    let range: Range<Int>
  }

  /// What of the wording stands in one sentence.
  private struct Sentence {
    let number: Int
    /// For each way and part.
    let found: [[[Found]]]
    /// The phrases that make it another thing.
    let unless: Set<Int>
  }

  private let ways: [Way]
  private let unless: [Phrase]
  let mutations: [WordingMutation]
  private(set) var noticed: Set<WordingMutation> = []

  init(_ wording: Wording) {
    ways = wording.ways.map { way in
      Way(parts: way.says.map { $0.map(Phrase.init) }, isInOrder: way.isInOrder)
    }
    unless = wording.unless.map(Phrase.init)
    mutations = Self.mutations(of: wording)
  }

  private static func mutations(of wording: Wording) -> [WordingMutation] {
    var result: [WordingMutation] = []
    for (number, way) in wording.ways.enumerated() {
      if wording.ways.count > 1 { result.append(.wayLeftOut(way: number)) }
      if way.says.count > 1 {
        result += way.says.indices.map { .partLeftOut(way: number, part: $0) }
        if way.isInOrder { result.append(.orderIgnored(way: number)) }
      }
    }
    if !wording.unless.isEmpty { result.append(.unlessLeftOut) }
    result.append(.denialsIgnored)
    for (number, way) in wording.ways.enumerated() {
      for (part, phrases) in way.says.enumerated() where phrases.count > 1 {
        result += phrases.map { .phraseLeftOut($0, way: number, part: part) }
      }
    }
    if wording.unless.count > 1 { result += wording.unless.map { .unlessPhraseLeftOut($0) } }
    return result
  }

  mutating func attempt(_ text: String, isAccepting: Bool, _ reader: StatementReader) {
    reader.withSentences(of: text) { scan, sentences in
      let found = scan.segments.indices.map { sentence($0, scan) }
      for mutation in mutations where !noticed.contains(mutation) {
        guard mayMatter(mutation, found) else { continue }
        if shows(found, mutation, &sentences) != isAccepting { noticed.insert(mutation) }
      }
    }
  }

  private func sentence(_ number: Int, _ scan: TextScan) -> Sentence {
    let words = scan.segments[number].words
    func ranges(_ phrase: Phrase) -> [Range<Int>] {
      let count = phrase.words.count
      guard count > 0, count <= words.count else { return [] }
      return (words.lowerBound...words.upperBound - count).compactMap { start in
        for offset in 0..<count where scan.words[start + offset].hash != phrase.words[offset] { return nil }
        return start..<start + count
      }
    }
    return Sentence(
      number: number,
      found: ways.map { way in
        way.parts.map { phrases in
          phrases.enumerated().flatMap { phrase, text in
            ranges(text).map { Found(phrase: phrase, range: $0) }
          }
          .sorted { ($0.range.upperBound, $0.range.lowerBound) < ($1.range.upperBound, $1.range.lowerBound) }
        }
      },
      unless: Set(unless.indices.filter { !ranges(unless[$0]).isEmpty }))
  }

  /// Whether a text can notice a mutation at all: most phrases do not stand in it.
  private func mayMatter(_ mutation: WordingMutation, _ sentences: [Sentence]) -> Bool {
    switch mutation {
    case .phraseLeftOut(let text, let way, let part):
      sentences.contains { $0.found[way][part].contains { ways[way].parts[part][$0.phrase].text == text } }
    case .unlessPhraseLeftOut(let text):
      sentences.contains { $0.unless.contains { unless[$0].text == text } }
    default: true
    }
  }

  /// Whether the broken wording shows the thing in a text.
  private func shows(
    _ found: [Sentence], _ mutation: WordingMutation, _ sentences: inout Sentences
  ) -> Bool {
    for sentence in found where !isAnotherThing(sentence, mutation) {
      for (number, way) in ways.enumerated() {
        if case .wayLeftOut(number) = mutation { continue }
        var places: [[Range<Int>]] = []
        for (part, words) in sentence.found[number].enumerated() {
          if case .partLeftOut(number, part) = mutation { continue }
          if case .phraseLeftOut(let text, number, part) = mutation {
            places.append(
              words.filter { way.parts[part][$0.phrase].text != text }.map(\.range))
          } else {
            places.append(words.map(\.range))
          }
        }
        var isInOrder = way.isInOrder
        if case .orderIgnored(number) = mutation { isInOrder = false }
        if case .denialsIgnored = mutation {
          if Sentences.choose(places, inOrder: isInOrder) != nil { return true }
        } else if sentences.judged(places, isInOrder: isInOrder, in: sentence.number)?.standing == .shown {
          return true
        }
      }
    }
    return false
  }

  private func isAnotherThing(_ sentence: Sentence, _ mutation: WordingMutation) -> Bool {
    switch mutation {
    case .unlessLeftOut: false
    case .unlessPhraseLeftOut(let text): sentence.unless.contains { unless[$0].text != text }
    default: !sentence.unless.isEmpty
    }
  }
}
