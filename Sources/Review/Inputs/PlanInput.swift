import Glibc
import Source
import SystemPackage

/// One submission as it comes out of a folder, an archive or a list.
package enum PlanInput: Sendable {
  /// Still to be read, by whichever worker gets it.
  case file(FilePath)
  /// Read already: an entry of an archive, or a plan inside a list.
  case content(name: String, stored: [UInt8])
  /// Refused before there was anything to read.
  case refused(Refusal)
}

extension FilePath {
  /// The path as a report names it. Bytes that are no UTF-8 are written as `\xE1` and a backslash as two, so that
  /// two names never become one.
  var shown: String {
    withPlatformString {
      Self.shown(UnsafeBufferPointer(start: $0, count: strlen($0)).map(UInt8.init(bitPattern:)))
    }
  }

  static func shown(_ bytes: [UInt8]) -> String {
    if !bytes.contains(UInt8(ascii: "\\")), let text = String(validating: bytes, as: UTF8.self) {
      return text
    }
    var result = ""
    var rest = bytes[...]
    while let byte = rest.first {
      let character = (1...4).lazy.filter { $0 <= rest.count }
        .compactMap { String(validating: rest.prefix($0), as: UTF8.self) }.first
      if let character {
        result += character == "\\" ? "\\\\" : character
        rest = rest.dropFirst(character.utf8.count)
      } else {
        result += "\\x" + String(byte, radix: 16, uppercase: true)
        rest = rest.dropFirst()
      }
    }
    return result
  }
}
