import Manuscript

extension Block {
  /// A heading as a person reads it: up to the colon behind which its own text begins, else all of it. Bold letters alone
  /// end no heading: they are often broken.
  package var headingText: String {
    guard startsOwnText else { return printed.inOneLine }
    return title.inOneLine
  }

  /// Whether text of the heading's own stands on its line, behind a colon.
  var startsOwnText: Bool {
    guard titleBytes > labelBytes, titleBytes < text.utf8.count else { return false }
    return text.utf8.prefix(titleBytes).last { $0 > 0x20 } == UInt8(ascii: ":")
      || text.utf8.dropFirst(titleBytes).first { $0 > 0x20 } == UInt8(ascii: ":")
  }
}
