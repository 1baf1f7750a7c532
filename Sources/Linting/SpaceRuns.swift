import Glibc

/// Runs of two or more spaces inside a text or the value of an attribute; never indentation.
struct SpaceRuns: Sequence {
  private let runs: [Range<Int>]

  init(_ bytes: [UInt8]) {
    runs = bytes.withUnsafeBufferPointer { Self.mayHold($0) ? Self.runs(in: $0) : [] }
  }

  /// A quick look: two spaces that are no indentation stand in few files, and most of those have none in
  /// their text.
  private static func mayHold(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress.map(UnsafeRawPointer.init) else { return false }
    var start = 0
    while start < bytes.count {
      while start < bytes.count, bytes[start] == 0x20 || bytes[start] == 0x0A { start += 1 }
      let end =
        memchr(base + start, 0x0A, bytes.count - start).map { UnsafeRawPointer($0) - base } ?? bytes.count
      if mayHoldPair(base, start, end),
        (start + 1..<Swift.max(start + 1, end - 1)).contains(where: {
          bytes[$0] == 0x20 && bytes[$0 + 1] == 0x20 && bytes[$0 - 1] != 0x20 && !isEdge(bytes[$0 - 1])
        })
      {
        return true
      }
      start = end
    }
    return false
  }

  /// Whether two spaces may stand side by side, eight bytes at a time; never wrong when it says no.
  private static func mayHoldPair(_ base: UnsafeRawPointer, _ start: Int, _ end: Int) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var place = start
    while place + 9 <= end {
      // A byte of both words is zero where a space and the byte after it are spaces.
      let pair =
        (base.loadUnaligned(fromByteOffset: place, as: UInt64.self) ^ ones << 5)
        | (base.loadUnaligned(fromByteOffset: place + 1, as: UInt64.self) ^ ones << 5)
      if (pair &- ones) & ~pair & ones << 7 != 0 { return true }
      place += 8
    }
    return place < end
  }

  private static func runs(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var quote: UInt8 = 0
    var isInTag = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "<"):
        if bytes[index...].starts(with: "<!--".utf8) {
          index = Self.end(of: "-->", in: bytes, from: index)
          continue
        }
        if bytes[index...].starts(with: "<?".utf8) {
          index = Self.end(of: "?>", in: bytes, from: index)
          continue
        }
        if bytes[index...].starts(with: "<![CDATA[".utf8) {
          index += 9
          continue
        }
        isInTag = true
      case UInt8(ascii: ">") where quote == 0: isInTag = false
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if isInTag { quote = quote == byte ? 0 : quote == 0 ? byte : quote }
      case UInt8(ascii: " ") where !isInTag || quote != 0:
        var end = index
        while end < bytes.count, bytes[end] == byte { end += 1 }
        if end - index > 1, index > 0, end < bytes.count, !Self.isEdge(bytes[index - 1]),
          !Self.isEdge(bytes[end])
        {
          runs.append(index..<end)
        }
        index = end
        continue
      default: break
      }
      index += 1
    }
    return runs
  }

  func makeIterator() -> IndexingIterator<[Range<Int>]> { runs.makeIterator() }

  /// Beside a bracket or a line break spaces are indentation.
  private static func isEdge(_ byte: UInt8) -> Bool {
    byte == 0x0A || byte == 0x0D || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "<")
  }

  private static func end(
    of mark: String, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    let wanted = Array(mark.utf8)
    var index = start
    while index + wanted.count <= bytes.count {
      if bytes[index] == wanted[0], bytes[index..<index + wanted.count].elementsEqual(wanted) {
        return index + wanted.count
      }
      index += 1
    }
    return bytes.count
  }
}
