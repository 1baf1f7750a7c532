import Source

/// The list of parts at the end of a zip (APPNOTE 6.3, 4.3.12), held against the header in front of each part. What
/// the two say differently, some program will read differently.
struct ZipDirectory {
  struct Entry {
    let name: String
    let packed: Int
    let size: Int
    let start: Int
    fileprivate let end: Int
    /// Its line of the list.
    let record: Range<Int>
  }

  let entries: [Entry]
  /// Where the list begins.
  let start: Int
  /// Where the end of the list is told.
  let end: Int

  /// - Throws: `ContainerFault`.
  init(_ bytes: UnsafeRawBufferPointer, limits: Limits.Manuscript) throws(ContainerFault) {
    let reader = LittleEndian(bytes)
    guard let end = Self.end(reader) else { throw .damaged }
    let count = reader.two(end + 10)
    guard count <= limits.parts, count == reader.two(end + 8) else {
      throw .tooManyParts(limit: limits.parts)
    }
    let (size, start) = (reader.four(end + 12), reader.four(end + 16))
    guard start + size == end else { throw .contradiction("") }
    var entries: [Entry] = []
    entries.reserveCapacity(count)
    var names: Set<[UInt8]> = []
    var offset = start
    for _ in 0..<count {
      guard offset + 46 <= end, reader.four(offset) == 0x0201_4B50 else { throw .damaged }
      let nameCount = reader.two(offset + 28)
      let next = offset + 46 + nameCount + reader.two(offset + 30) + reader.two(offset + 32)
      guard next <= end else { throw .damaged }
      let nameBytes = Array(bytes[offset + 46..<offset + 46 + nameCount])
      let name = String(decoding: nameBytes, as: UTF8.self)
      guard reader.two(offset + 8) & 1 == 0 else { throw .encrypted }
      // Names that differ in case alone mean one part (ISO/IEC 29500-2, 6.2.2.3).
      guard names.insert(nameBytes.map(Self.folded)).inserted else { throw .twoOfOneName(name) }
      entries.append(
        try Self.entry(reader, record: offset..<next, name, nameBytes, before: start))
      offset = next
    }
    guard offset == end else { throw .contradiction("") }
    (self.entries, self.start, self.end) = (entries, start, end)
    try guardGaps(bytes, until: start)
  }

  private static func folded(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x41...0x5A: byte | 0x20
    case 0x5C: 0x2F
    default: byte
    }
  }

  private static func entry(
    _ reader: LittleEndian, record: Range<Int>, _ name: String, _ nameBytes: [UInt8], before limit: Int
  ) throws(ContainerFault) -> Entry {
    let offset = record.lowerBound
    let local = reader.four(offset + 42)
    guard local + 30 <= limit, reader.four(local) == 0x0403_4B50 else { throw .contradiction(name) }
    let (packed, size) = (reader.four(offset + 20), reader.four(offset + 24))
    let data = local + 30 + reader.two(local + 26) + reader.two(local + 28)
    guard data + packed <= limit, reader.two(local + 26) == nameBytes.count,
      reader.bytes[local + 30..<local + 30 + nameBytes.count].elementsEqual(nameBytes),
      reader.two(local + 8) == reader.two(offset + 10),
      reader.two(local + 6) & 9 == reader.two(offset + 8) & 9
    else { throw .contradiction(name) }
    // Bit 3: the sizes stand behind the part, and in its header if the writer knew them.
    let isStreamed = reader.two(local + 6) & 8 != 0
    for (there, here) in [(14, 16), (18, 20), (22, 24)] {
      let value = reader.four(local + there)
      guard value == reader.four(offset + here) || isStreamed && value == 0 else {
        throw .contradiction(name)
      }
    }
    return Entry(
      name: name, packed: packed, size: size, start: local, end: data + packed, record: record)
  }

  /// Parts that overlap, and parts between the listed ones, which only a reader from the front would see.
  private func guardGaps(_ bytes: UnsafeRawBufferPointer, until end: Int) throws(ContainerFault) {
    var reached = 0
    func guardGap(_ gap: Range<Int>, _ name: String) throws(ContainerFault) {
      var index = gap.lowerBound
      while index + 4 <= gap.upperBound {
        if bytes[index] == 0x50, bytes[index + 1] == 0x4B, bytes[index + 2] == 0x03, bytes[index + 3] == 0x04
        {
          throw .contradiction(name)
        }
        index += 1
      }
    }
    for entry in entries.sorted(by: { $0.start < $1.start }) {
      guard entry.start >= reached else { throw .contradiction(entry.name) }
      try guardGap(reached..<entry.start, entry.name)
      reached = entry.end
    }
    try guardGap(reached..<end, "")
  }

  /// Where the end of the list is told.
  private static func end(_ reader: LittleEndian) -> Int? {
    var offset = reader.bytes.count - 22
    let last = max(0, offset - 0xFFFF)
    while offset >= last {
      if reader.four(offset) == 0x0605_4B50, offset + 22 + reader.two(offset + 20) == reader.bytes.count {
        return offset
      }
      offset -= 1
    }
    return nil
  }
}

struct LittleEndian {
  let bytes: UnsafeRawBufferPointer

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  /// - Parameter offset: with two bytes behind it.
  func two(_ offset: Int) -> Int { Int(bytes[offset]) | Int(bytes[offset + 1]) << 8 }
  func four(_ offset: Int) -> Int { two(offset) | two(offset + 2) << 16 }
}
