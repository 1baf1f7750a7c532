import SystemPackage

/// Arguments of the command line as text. A file's name may be any bytes; those that are no UTF-8 become scalars of a
/// private plane that nobody writes, so that the bytes can be had again where the file is opened.
package enum ArgumentText {
  /// The scalar of byte 0; the last 256 of plane 16 but for its two that are no characters.
  private static let first: UInt32 = 0x10_FE00

  package static func text(of bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var result = String.UnicodeScalarView()
    var rest = bytes[...]
    while let byte = rest.first {
      let character = (1...4).lazy.filter { $0 <= rest.count }
        .compactMap { String(validating: rest.prefix($0), as: UTF8.self) }.first
      if let character {
        result.append(contentsOf: character.unicodeScalars)
        rest = rest.dropFirst(character.utf8.count)
      } else {
        if let scalar = Unicode.Scalar(first + UInt32(byte)) { result.append(scalar) }
        rest = rest.dropFirst()
      }
    }
    return String(result)
  }

  /// The bytes that the argument had; nil where they are those of the text.
  static func bytes(of text: String) -> [UInt8]? {
    guard text.unicodeScalars.contains(where: { byte($0) != nil }) else { return nil }
    return text.unicodeScalars.flatMap { scalar -> [UInt8] in
      if let byte = byte(scalar) { return [byte] }
      return Array(String(scalar).utf8)
    }
  }

  private static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
    (first..<first + 256).contains(scalar.value) ? UInt8(scalar.value - first) : nil
  }
}

extension FilePath {
  /// The file that an argument names, whatever bytes its name has.
  package init(argument: String) {
    guard let bytes = ArgumentText.bytes(of: argument) else {
      self.init(argument)
      return
    }
    self = (bytes + [0]).withUnsafeBytes {
      $0.baseAddress.map { FilePath(platformString: $0.assumingMemoryBound(to: CChar.self)) } ?? FilePath()
    }
  }
}
