import Source

extension SafeText {
  /// Words of a plan stay words in Markdown: nothing of it or of HTML takes effect.
  package static func markdown(_ text: String) -> String {
    harmless(text).withBackslash(before: "\\`*_[]|#~!").escapingSigns { byte in
      switch byte {
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: ">"): "&gt;"
      case UInt8(ascii: "&"): "&amp;"
      default: nil
      }
    }
  }
}
