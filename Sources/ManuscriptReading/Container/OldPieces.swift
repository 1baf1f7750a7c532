import Manuscript
import Source

/// Reads those pieces of a paragraph that are proved to be written in a letter set from before Unicode. A piece is what
/// is written in one font.
enum OldPieces {
  static func decode(
    _ text: inout [UInt8], _ fonts: [(start: Int, font: String)], _ calls: inout [Block.NoteCall],
    _ place: ManuscriptPlace, _ losses: inout [Loss]
  ) {
    guard OldLetters.mayBeOld(text) else { return }
    var result: [UInt8] = []
    var changed = false
    for (index, piece) in fonts.enumerated() {
      let end = index + 1 < fonts.count ? fonts[index + 1].start : text.count
      guard piece.start < end, end <= text.count else { continue }
      let words = String(decoding: text[piece.start..<end], as: UTF8.self)
      switch OldLetters.reading(of: words, font: piece.font) {
      case .unicode: result += text[piece.start..<end]
      case .doubtful(let set):
        result += text[piece.start..<end]
        losses.append(Loss(.doubtfulEncoding, words: words, place: place, instead: set.rawValue))
      case .old(_, let decoded):
        let shift = result.count + decoded.utf8.count - end
        // Calls of notes stand where they stood.
        for call in calls.indices where calls[call].offset >= end {
          let next = index + 1 < fonts.count ? fonts[index + 1].start : Int.max
          guard calls[call].offset <= next else { continue }
          calls[call] = Block.NoteCall(offset: calls[call].offset + shift, mark: calls[call].mark)
        }
        losses.append(Loss(.oldEncoding, words: words, place: place, instead: decoded))
        result += decoded.utf8
        changed = true
      }
    }
    if changed { text = result }
  }
}
