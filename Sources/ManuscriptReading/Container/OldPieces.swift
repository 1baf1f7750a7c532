import Manuscript
import Source

/// Reads those pieces of a paragraph that are proved to be written in a letter set from before Unicode. A piece is what
/// is written in one font.
enum OldPieces {
  /// Stands in a text while it is read where Word has a soft hyphen, which is a letter of an old set (ư) and nothing in
  /// Unicode. No XML can hold this sign.
  static let softHyphen = "\u{FFFF}"

  static func decode(
    _ text: inout [UInt8], _ fonts: [(start: Int, font: String)], _ calls: inout [Block.NoteCall],
    _ place: ManuscriptPlace, _ losses: inout [Loss]
  ) {
    let mark = Array(softHyphen.utf8)
    let hasMarks = text.contains(0xEF) && text.firstRange(of: mark) != nil
    guard hasMarks || OldLetters.mayBeOld(text) else { return }
    var result: [UInt8] = []
    var moved: [Block.NoteCall] = []
    var left = calls[...]
    // A value put in the place of what was written may have no piece, or end before one begins.
    let pieces = (fonts.first?.start == 0 ? [] : [(start: 0, font: "")]) + fonts
    for (index, piece) in pieces.enumerated() {
      let next = index + 1 < pieces.count ? pieces[index + 1].start : text.count
      let end = min(next, text.count)
      guard piece.start < end else { continue }
      let stored = String(decoding: text[piece.start..<end], as: UTF8.self)
      let old = hasMarks ? stored.replacing(softHyphen, "\u{AD}") : stored
      switch OldLetters.mayBeOld(Array(old.utf8)) ? OldLetters.reading(of: old, font: piece.font) : .unicode {
      case .unicode:
        result += hasMarks ? Array(stored.replacing(softHyphen, "").utf8) : Array(text[piece.start..<end])
      case .doubtful(let set):
        let shown = stored.replacing(softHyphen, "")
        result += shown.utf8
        losses.append(Loss(.doubtfulEncoding, words: shown, place: place, instead: set.rawValue))
      case .old(_, let decoded):
        losses.append(Loss(.oldEncoding, words: old, place: place, instead: decoded))
        result += decoded.utf8
      }
      // Calls of notes stand behind the piece that they stood behind.
      while let call = left.first, call.offset <= end {
        let shift = result.count - end
        moved.append(Block.NoteCall(offset: max(0, call.offset + shift), mark: call.mark))
        left = left.dropFirst()
      }
    }
    text = result
    calls = moved + left
  }
}

extension String {
  /// The text with one sign in the place of another, sign by sign and not by what they look like together.
  fileprivate func replacing(_ sign: String, _ other: String) -> String {
    guard let from = sign.unicodeScalars.first else { return self }
    var view = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar == from { view.append(contentsOf: other.unicodeScalars) } else { view.append(scalar) }
    }
    return String(view)
  }
}
