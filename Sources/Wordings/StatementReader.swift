import Catalogue

/// Reads texts by the wordings of a catalogue: which are shown, which are only denied or put off, and what was never
/// filled in. All wordings are looked for in one pass over a text.
package struct StatementReader: Sendable {
  private let book: PhraseBook
  package let wordings: [Wording]

  package init(_ collection: WordingCollection) {
    wordings = collection.wordings
    book = PhraseBook(collection)
  }

  /// Memory that readings of one thread share.
  package struct Workspace {
    fileprivate var scan = TextScan()
    fileprivate var stamps = Stamps()

    package init() {}
  }

  package func read(_ text: String, lines: LineBreaks = .cut) -> StatementReading {
    var workspace = Workspace()
    var copy = text
    return copy.withUTF8 { read($0, lines: lines, using: &workspace) }
  }

  package func read(
    _ text: UnsafeBufferPointer<UInt8>, lines: LineBreaks = .cut, using workspace: inout Workspace
  ) -> StatementReading {
    workspace.scan.read(
      text, lines: lines, vocabulary: book.vocabulary, abbreviations: book.abbreviations,
      automaton: book.automaton)
    workspace.stamps.prepare(book)
    var reading = StatementReading()
    reading.encoding = OldEncoding(text, foreignLetters: workspace.scan.foreignLetters, book: book)
    let scan = workspace.scan
    var sentences = Sentences(text, scan, book)
    reading.blanks = BlankFinder(text, scan, book).blanks
    sentences.mark(reading.blanks)
    reading.nothing = WordsForNothing.reason(scan, book, blanks: reading.blanks)
    for number in scan.segments.indices {
      guard workspace.stamps.collect(scan.segments[number], scan, book) else { continue }
      sentences.mentions(
        of: workspace.stamps.ways, in: number, places: workspace.stamps.places, into: &reading.mentions)
    }
    return reading
  }
}

/// Which parts were met in the sentence at hand. A stamp is the number of the sentence, so that nothing need be wiped.
private struct Stamps {
  private var epoch: Int32 = 0
  private var says: [Int32] = []
  private var candidates: [Int32] = []
  private var unless: [Int32] = []
  /// The ways whose parts all stand in the sentence, in the order of the wordings.
  private(set) var ways: [Int32] = []
  /// For each part that was met the words that say it first.
  private(set) var places: [Range<Int32>] = []

  mutating func prepare(_ book: PhraseBook) {
    guard says.count != book.phrasesOfSay.count || unless.count != book.wordingCount else { return }
    epoch = 0
    says = [Int32](repeating: 0, count: book.phrasesOfSay.count)
    unless = [Int32](repeating: 0, count: book.wordingCount)
    places = [Range<Int32>](repeating: 0..<0, count: says.count)
  }

  /// Whether all parts of some way stand in a segment.
  mutating func collect(_ segment: TextScan.Segment, _ scan: TextScan, _ book: PhraseBook) -> Bool {
    if epoch == .max {
      says = [Int32](repeating: 0, count: says.count)
      unless = [Int32](repeating: 0, count: unless.count)
      epoch = 0
    }
    epoch += 1
    candidates.removeAll(keepingCapacity: true)
    for place in segment.hits {
      let hit = scan.hits[place]
      for entry in book.says.places(hit.phrase) {
        let say = book.says[entry]
        if says[Int(say)] == epoch { continue }
        says[Int(say)] = epoch
        places[Int(say)] = Range(uncheckedBounds: (hit.start, hit.end))
        for entry in book.waysOfSay.places(say) { candidates.append(book.waysOfSay[entry]) }
      }
      for entry in book.unless.places(hit.phrase) { unless[Int(book.unless[entry])] = epoch }
    }
    guard !candidates.isEmpty else { return false }
    ways.removeAll(keepingCapacity: true)
    for number in candidates {
      let way = book.ways[Int(number)]
      guard unless[Int(way.wording)] != epoch, way.says.allSatisfy({ says[Int($0)] == epoch }) else {
        continue
      }
      ways.append(number)
    }
    ways.sort()
    return !ways.isEmpty
  }
}
