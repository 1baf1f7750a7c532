/// Writes zip files as a test wants them, honest or not. Nothing is compressed.
package struct ZipFile {
  package struct Entry {
    package var name: String
    package var bytes: [UInt8]
    /// The name in front of the part, where it is another than in the list.
    package var localName: String?
    /// Whether the list at the end names it.
    package var isListed = true
    package var isEncrypted = false

    package init(_ name: String, _ text: String) {
      self.name = name
      bytes = Array(text.utf8)
    }

    package init(_ name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  package var entries: [Entry]

  package init(_ entries: [Entry]) {
    self.entries = entries
  }

  package var bytes: [UInt8] {
    var file: [UInt8] = []
    var list: [UInt8] = []
    var count = 0
    for entry in entries {
      let (start, crc) = (file.count, Self.crc32(entry.bytes))
      let flags = (entry.isEncrypted ? 1 : 0) | 0x800
      file += Self.four(0x0403_4B50) + Self.two(20) + Self.two(flags) + Self.two(0) + Self.four(0x5A21_0000)
      file += Self.four(crc) + Self.four(entry.bytes.count) + Self.four(entry.bytes.count)
      let local = Array((entry.localName ?? entry.name).utf8)
      file += Self.two(local.count) + Self.two(0) + local + entry.bytes
      guard entry.isListed else { continue }
      count += 1
      let name = Array(entry.name.utf8)
      list += Self.four(0x0201_4B50) + Self.two(20) + Self.two(20) + Self.two(flags) + Self.two(0)
      list +=
        Self.four(0x5A21_0000) + Self.four(crc) + Self.four(entry.bytes.count) + Self.four(entry.bytes.count)
      list += Self.two(name.count) + Self.two(0) + Self.two(0) + Self.two(0) + Self.two(0) + Self.four(0)
      list += Self.four(start) + name
    }
    let end =
      Self.four(0x0605_4B50) + Self.two(0) + Self.two(0) + Self.two(count) + Self.two(count)
      + Self.four(list.count)
      + Self.four(file.count) + Self.two(0)
    return file + list + end
  }

  private static func two(_ value: Int) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)] }
  private static func four(_ value: Int) -> [UInt8] { two(value & 0xFFFF) + two(value >> 16 & 0xFFFF) }

  private static func crc32(_ bytes: [UInt8]) -> Int {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return Int(~crc)
  }
}
