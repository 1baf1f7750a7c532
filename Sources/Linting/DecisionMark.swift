import Source
import XML

/// A mark at what a person has still to decide: `<?khung-decide vi="…" en="…"?>`, before the element that it is about.
/// Programs that write entries leave them; a catalogue is not finished before the last of them is gone.
package enum DecisionMark {
  static let target = "khung-decide"

  /// The mark as it stands in a file. Signs that would end it early are taken out of its words.
  package static func text(vi: String, en: String) -> String {
    func quoted(_ words: String) -> String {
      let scalars = words.unicodeScalars.filter { $0 != "\"" && $0 != "?" && $0 != "<" && $0 != ">" }
      return "\"" + String(String.UnicodeScalarView(scalars)) + "\""
    }
    return "<?\(target) vi=\(quoted(vi)) en=\(quoted(en))?>"
  }

  /// Whether what comes just before an offset of a file is a mark.
  package static func stands(before offset: Int, in bytes: [UInt8]) -> Bool {
    let before = bytes[..<offset].reversed().drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    guard before.starts(with: ">?".utf8) else { return false }
    let text = Array(before.reversed())
    guard let start = text.lastIndex(of: UInt8(ascii: "<")) else { return false }
    return text[start...].starts(with: "<?\(target)".utf8)
  }

  /// The marks of a file: where each stands, what it covers and what it says.
  static func all(in file: SourceFile) -> [(offset: Int, covered: Int?, words: PseudoAttributes)] {
    EditorInstruction.all(target, in: file).compactMap { mark in
      mark.offset.map { ($0, mark.covered, mark.words) }
    }
  }
}
