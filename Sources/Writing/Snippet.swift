import Source

extension SafeText {
  /// XML to copy, without the indentation that it has in the catalogue's file: that of its last line.
  package static func snippet(_ xml: String) -> String {
    let (space, lineBreak) = (UInt8(ascii: " "), UInt8(ascii: "\n"))
    let bytes = Array(xml.utf8)
    let lines = bytes.split(separator: lineBreak, omittingEmptySubsequences: false)
    let indent = lines.last?.prefix { $0 == space }.count ?? 0
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for (number, line) in lines.enumerated() {
      if number > 0 { result.append(lineBreak) }
      result += number == 0 ? line : line.dropFirst(min(indent, line.prefix { $0 == space }.count))
    }
    return String(decoding: result, as: UTF8.self)
  }
}
