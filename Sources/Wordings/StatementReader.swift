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
    /// That of the reader before: what is kept was made by it.
    private var book: PhraseBook?

    fileprivate mutating func prepare(_ next: PhraseBook) {
      if book === next { return }
      book = next
      scan.remember()
      stamps = Stamps(next)
    }

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
    workspace.prepare(book)
    workspace.scan.read(
      text, lines: lines, vocabulary: book.vocabulary, abbreviations: book.abbreviations,
      automaton: book.automaton)
    var reading = StatementReading()
    reading.encoding = OldEncoding(text, foreignLetters: workspace.scan.foreignLetters, book: book)
    let scan = workspace.scan
    var sentences = Sentences(text, scan, book)
    reading.blanks = BlankFinder(text, scan, book).blanks
    sentences.mark(reading.blanks)
    reading.nothing = WordsForNothing.reason(scan, book, blanks: reading.blanks)
    scan.hits.withUnsafeBufferPointer { hits in
      book.withTables { tables in
        for number in scan.segments.indices {
          let found = UnsafeBufferPointer(rebasing: hits[scan.segments[number].hits])
          guard workspace.stamps.collect(found, tables) else { continue }
          sentences.mentions(of: workspace.stamps.ways, in: number, into: &reading.mentions)
        }
      }
    }
    return reading
  }

  /// The words of a text and what takes them back, for who tries other wordings on it.
  func withSentences(of text: String, _ body: (TextScan, inout Sentences) -> Void) {
    var scan = TextScan()
    var copy = text
    copy.withUTF8 { bytes in
      scan.read(
        bytes, lines: .cut, vocabulary: book.vocabulary, abbreviations: book.abbreviations,
        automaton: book.automaton)
      var sentences = Sentences(bytes, scan, book)
      sentences.mark(BlankFinder(bytes, scan, book).blanks)
      body(scan, &sentences)
    }
  }
}

/// A way whose parts all stand in a sentence, and the words from the first of them to the last.
struct FoundWay {
  let way: Int32
  let start: Int32
  let end: Int32
}

/// Which parts were met in the sentence at hand. A stamp is the number of the sentence, so that nothing need be wiped.
private struct Stamps {
  private struct Met {
    var stamp: Int32 = 0
    /// The words that say the part first.
    var start: Int32 = 0
    var end: Int32 = 0
  }

  private var stamp: Int32 = 0
  private var parts: [Met] = []
  private var candidates: [Int32] = []
  private var unless: [Int32] = []
  /// In the order of the wordings.
  private(set) var ways: [FoundWay] = []

  init() {}

  init(_ book: PhraseBook) {
    parts = [Met](repeating: Met(), count: book.sayCount)
    unless = [Int32](repeating: 0, count: book.wordingCount)
  }

  /// Whether all parts of some way stand in a sentence.
  mutating func collect(_ hits: UnsafeBufferPointer<TextScan.Hit>, _ book: PhraseBook.Tables) -> Bool {
    if stamp == .max {
      parts = [Met](repeating: Met(), count: parts.count)
      unless = [Int32](repeating: 0, count: unless.count)
      stamp = 0
    }
    stamp += 1
    let stamp = stamp
    candidates.removeAll(keepingCapacity: true)
    ways.removeAll(keepingCapacity: true)
    parts.withUnsafeMutableBufferPointer { parts in
      unless.withUnsafeMutableBufferPointer { unless in
        for hit in hits {
          for place in book.says.places(hit.phrase) {
            let part = book.says[place]
            if parts[Int(part)].stamp == stamp { continue }
            parts[Int(part)] = Met(stamp: stamp, start: hit.start, end: hit.end)
            for place in book.waysOfSay.places(part) { candidates.append(book.waysOfSay[place]) }
          }
          for place in book.unless.places(hit.phrase) { unless[Int(book.unless[place])] = stamp }
        }
        candidate: for way in candidates {
          guard unless[Int(book.ways[Int(way)].wording)] != stamp else { continue }
          var start = Int32.max
          var end: Int32 = 0
          for place in book.partsOfWay.places(way) {
            let met = parts[Int(book.partsOfWay[place])]
            guard met.stamp == stamp else { continue candidate }
            start = min(start, met.start)
            end = max(end, met.end)
          }
          ways.append(FoundWay(way: way, start: start, end: end))
        }
      }
    }
    if ways.count > 1 { ways.sort { $0.way < $1.way } }
    return !ways.isEmpty
  }
}
