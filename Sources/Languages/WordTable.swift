import BuiltIn
import Glibc
import Source

/// What the program can say in one language: every row of `Sources/BuiltIn/Words`, read when the first phrase
/// is said in it. The rows are taken apart then, so that a look-up hashes the key's bytes and joins strings, and
/// a phrase without arguments gives the stored string. All of them are read together: that costs a start
/// some tenths of a millisecond, and a look-up need not ask whose table it is.
package struct WordTable: Sendable {
  private static let vietnamese = WordTable(.vietnamese)
  private static let english = WordTable(.english)

  static func of(_ language: Language) -> WordTable {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  /// A row in one language.
  private struct Row {
    let keyStart: Int
    let keyEnd: Int
    let text: Text
  }

  private enum Text {
    case plain(String)
    /// And how many bytes the row has.
    case pieces([Piece], length: Int)
  }

  private enum Piece {
    case words(String)
    /// The name of an argument.
    case argument([UInt8])
  }

  private var rows: [Row] = []
  private var keys: [UInt8] = []
  /// Open addressing: numbers of rows from 1, and 0 for a free place; at most half full.
  private var places: [Int32] = []

  private init(_ language: Language) {
    rows.reserveCapacity(1024)
    keys.reserveCapacity(1 << 15)
    for table in BuiltIn.words() { read(table, language) }
    var size = 16
    while size < rows.count * 2 { size *= 2 }
    places = Array(repeating: 0, count: size)
    keys.withUnsafeBufferPointer { keys in
      for (index, row) in rows.enumerated() {
        var place = Self.hash(UnsafeBufferPointer(rebasing: keys[row.keyStart..<row.keyEnd])) & (size - 1)
        while places[place] != 0 { place = (place + 1) & (size - 1) }
        places[place] = Int32(index + 1)
      }
    }
  }

  /// The first line names the columns: the key, then languages, then where the phrase arises.
  private mutating func read(_ table: UnsafeBufferPointer<UInt8>, _ language: Language) {
    var lines = Cells(table, by: UInt8(ascii: "\n"))
    guard let head = lines.next(), let column = Self.column(of: language, in: head) else { return }
    while let line = lines.next() {
      var cells = Cells(line, by: UInt8(ascii: "\t"))
      guard let key = cells.next() else { continue }
      for _ in 1..<column { _ = cells.next() }
      guard let cell = cells.next() else { continue }
      let start = keys.count
      keys.append(contentsOf: key)
      rows.append(Row(keyStart: start, keyEnd: keys.count, text: Self.text(cell)))
    }
  }

  private static func column(of language: Language, in head: UnsafeBufferPointer<UInt8>) -> Int? {
    var cells = Cells(head, by: UInt8(ascii: "\t"))
    var column = 0
    while let cell = cells.next() {
      if column > 0, cell.elementsEqual(language.rawValue.utf8) { return column }
      column += 1
    }
    return nil
  }

  /// The pieces of some bytes between signs of one kind. Every start of the program reads the tables, so that
  /// this asks the C library and makes no arrays.
  private struct Cells {
    private var rest: UnsafeBufferPointer<UInt8>
    private let sign: UInt8

    init(_ bytes: UnsafeBufferPointer<UInt8>, by sign: UInt8) {
      rest = bytes
      self.sign = sign
    }

    mutating func next() -> UnsafeBufferPointer<UInt8>? {
      guard !rest.isEmpty else { return nil }
      let end = WordTable.first(sign, in: rest) ?? rest.count
      defer { rest = UnsafeBufferPointer(rebasing: rest.dropFirst(end + 1)) }
      return UnsafeBufferPointer(rebasing: rest.prefix(end))
    }
  }

  private static func first(_ sign: UInt8, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let start = bytes.baseAddress, let found = memchr(start, Int32(sign), bytes.count) else {
      return nil
    }
    return UnsafeRawPointer(found) - UnsafeRawPointer(start)
  }

  private static func text(_ cell: UnsafeBufferPointer<UInt8>) -> Text {
    guard first(UInt8(ascii: "{"), in: cell) != nil || first(UInt8(ascii: "\\"), in: cell) != nil else {
      return .plain(String(decoding: cell, as: UTF8.self))
    }
    var pieces: [Piece] = []
    var words: [UInt8] = []
    func close() {
      if !words.isEmpty { pieces.append(.words(String(decoding: words, as: UTF8.self))) }
      words.removeAll(keepingCapacity: true)
    }
    var index = 0
    while index < cell.count {
      switch cell[index] {
      case UInt8(ascii: "\\") where index + 1 < cell.count:
        index += 1
        switch cell[index] {
        case UInt8(ascii: "n"): words.append(UInt8(ascii: "\n"))
        case UInt8(ascii: "t"): words.append(UInt8(ascii: "\t"))
        case let sign: words.append(sign)
        }
      case UInt8(ascii: "{"):
        close()
        let rest = UnsafeBufferPointer(rebasing: cell.dropFirst(index + 1))
        let end = first(UInt8(ascii: "}"), in: rest) ?? rest.count
        pieces.append(.argument(Array(rest.prefix(end))))
        index += end + 1
      case let byte: words.append(byte)
      }
      index += 1
    }
    close()
    if case .words(let all)? = pieces.first, pieces.count == 1 { return .plain(all) }
    return .pieces(pieces, length: cell.count)
  }

  /// A row without arguments, for the tests that go through the tables.
  func plainText(of key: String) -> String? {
    var key = key
    guard case .plain(let words)? = key.withUTF8({ row($0)?.text }) else { return nil }
    return words
  }

  /// The sentence; the key itself where no table has it, which a test of the tables rules out.
  func text(of phrase: Phrase, in language: Language) -> String {
    guard let text = phrase.key.withUTF8Buffer({ row($0)?.text }) else { return "\(phrase.key)" }
    switch text {
    case .plain(let words): return words
    case .pieces(let pieces, let length):
      var sentence = ""
      // A sentence with what stands in it is longer than the row by a name or two.
      sentence.reserveCapacity(length + 48)
      for piece in pieces {
        switch piece {
        case .words(let words): sentence += words
        case .argument(let name): sentence += argument(name, of: phrase, in: language)
        }
      }
      return sentence
    }
  }

  private func argument(_ name: [UInt8], of phrase: Phrase, in language: Language) -> String {
    let argument = phrase.arguments.first { argument in
      argument.key.withUTF8Buffer { key in name.withUnsafeBufferPointer { $0.isEqual(to: key) } }
    }
    return switch argument?.value {
    case .text(let text): text
    case .number(let number): String(number)
    case .decimal(let number): language(number)
    case .date(let date): language(date)
    case .phrase(let phrase): text(of: phrase, in: language)
    case nil: ""
    }
  }

  private func row(_ key: UnsafeBufferPointer<UInt8>) -> Row? {
    keys.withUnsafeBufferPointer { keys in
      var place = Self.hash(key) & (places.count - 1)
      while case let number = Int(places[place]), number != 0 {
        let row = rows[number - 1]
        if UnsafeBufferPointer(rebasing: keys[row.keyStart..<row.keyEnd]).isEqual(to: key) { return row }
        place = (place + 1) & (places.count - 1)
      }
      return nil
    }
  }

  /// FNV-1a, eight bytes at a time.
  private static func hash(_ key: UnsafeBufferPointer<UInt8>) -> Int {
    let bytes = UnsafeRawBufferPointer(key)
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var index = 0
    while index + 8 <= bytes.count {
      hash = (hash ^ bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)) &* 0x100_0000_01B3
      hash ^= hash >> 32
      index += 8
    }
    while index < bytes.count {
      hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3
      index += 1
    }
    return Int(truncatingIfNeeded: (hash ^ (hash >> 29)) & 0x7FFF_FFFF)
  }
}
