/// One line and its number, from 1.
struct TextLine {
  let text: String
  let number: Int

  static func all(of bytes: [UInt8]) -> [TextLine] {
    var lines: [TextLine] = []
    var start = 0
    var number = 1
    for end in 0...bytes.count where end == bytes.count || bytes[end] == 0x0A {
      var last = end
      while last > start, bytes[last - 1] == 0x0D || bytes[last - 1] == 0x20 || bytes[last - 1] == 0x09 {
        last -= 1
      }
      // A form feed is the end of a page and no letter.
      let piece = bytes[start..<last].filter { $0 != 0x0C }
      lines.append(TextLine(text: String(decoding: piece, as: UTF8.self), number: number))
      start = end + 1
      number += 1
    }
    return lines
  }

  var isEmpty: Bool { text.isEmpty }

  /// Whether only Markdown has such a line.
  var isMarkdown: Bool {
    headingLevel != nil || isTableRule || beginsTable
      || text.utf8.starts(with: "**".utf8) && text.utf8.count > 4
  }

  /// `## …`
  var headingLevel: Int? {
    let marks = text.utf8.prefix { $0 == UInt8(ascii: "#") }.count
    guard (1...6).contains(marks), text.utf8.dropFirst(marks).first == 0x20 else { return nil }
    return marks
  }

  var isRow: Bool { text.utf8.first == UInt8(ascii: "|") && text.utf8.count > 1 }

  /// `|---|---|`
  var isTableRule: Bool {
    isRow && text.utf8.contains(UInt8(ascii: "-")) && text.utf8.allSatisfy { "|-: ".utf8.contains($0) }
  }

  var isBar: Bool { text.utf8.elementsEqual("|".utf8) }

  /// `<table>`: converters write tables with merged cells as HTML.
  var beginsTable: Bool {
    guard text.utf8.count >= 6,
      text.utf8.prefix(6).elementsEqual("<table".utf8, by: { $0 | 0x20 == $1 | 0x20 })
    else { return false }
    return text.utf8.dropFirst(6).first.map { $0 == UInt8(ascii: ">") || $0 <= 0x20 } ?? true
  }

  /// A line of dashes under a letterhead, or between parts.
  var isRule: Bool { text.utf8.count >= 3 && text.utf8.allSatisfy { "-_=*".utf8.contains($0) } }

  /// The cells of a row between bars.
  var cells: [String] {
    var cells: [[UInt8]] = [[]]
    var isEscaped = false
    for byte in text.utf8.dropFirst() {
      if byte == UInt8(ascii: "|"), !isEscaped {
        cells.append([])
      } else {
        cells[cells.count - 1].append(byte)
      }
      isEscaped = byte == UInt8(ascii: "\\")
    }
    if cells.last?.allSatisfy({ $0 <= 0x20 }) == true { cells.removeLast() }
    return cells.map { cell in
      let head = cell.drop { $0 <= 0x20 }
      return String(
        decoding: head.prefix(head.count - head.reversed().prefix { $0 <= 0x20 }.count), as: UTF8.self)
    }
  }
}
