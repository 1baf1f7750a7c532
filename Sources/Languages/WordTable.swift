import BuiltIn
import Source

/// What the program can say in one language: every row of `Sources/BuiltIn/Words`, read when the first phrase
/// is said in it. The rows are taken apart then, so that a look-up hashes the key's bytes and joins strings, and
/// a phrase without arguments gives the stored string. Reading all tables costs about as much as opening a file.
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
    case pieces([Piece])
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
    var column: Int?
    for line in table.split(separator: UInt8(ascii: "\n")) {
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      guard let wanted = column else {
        column = cells.firstIndex { $0.elementsEqual(language.rawValue.utf8) }
        if column == nil { return }
        continue
      }
      guard cells.count > wanted else { continue }
      let start = keys.count
      keys += cells[0]
      rows.append(Row(keyStart: start, keyEnd: keys.count, text: Self.text(cells[wanted])))
    }
  }

  private static func text(_ cell: Slice<UnsafeBufferPointer<UInt8>>) -> Text {
    guard cell.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "\\") }) else {
      return .plain(String(decoding: cell, as: UTF8.self))
    }
    var pieces: [Piece] = []
    var words: [UInt8] = []
    func close() {
      if !words.isEmpty { pieces.append(.words(String(decoding: words, as: UTF8.self))) }
      words = []
    }
    var rest = cell
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "\\"):
        switch rest.popFirst() {
        case UInt8(ascii: "n"): words.append(UInt8(ascii: "\n"))
        case UInt8(ascii: "t"): words.append(UInt8(ascii: "\t"))
        case let sign?: words.append(sign)
        case nil: break
        }
      case UInt8(ascii: "{"):
        close()
        let name = rest.prefix { $0 != UInt8(ascii: "}") }
        pieces.append(.argument(Array(name)))
        rest = rest.dropFirst(name.count + 1)
      default: words.append(byte)
      }
    }
    close()
    if case .words(let all)? = pieces.first, pieces.count == 1 { return .plain(all) }
    return .pieces(pieces)
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
    case .pieces(let pieces):
      var sentence = ""
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
