import CLibArchive
import Source

/// Zips that are made, or made again with other parts, for office files: without a clock in them, so that the same
/// parts give the same bytes on every day and in every time zone.
package enum ZipWriting {
  /// A part and its name in the container.
  package struct Part: Sendable {
    package let name: String
    package let bytes: [UInt8]

    package init(_ name: String, _ bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// A container of parts, in their order.
  package static func container(of parts: [Part]) throws(ContainerFault) -> [UInt8] {
    var writing = Writing()
    for part in parts { try writing.add(part) }
    return writing.finished()
  }

  /// A container with some of its parts replaced and others added at its end. Every other part stays as it is, byte
  /// for byte, with its headers; so does the order.
  /// - Throws: `Refusal` when the container cannot be read, or a part cannot be packed.
  package static func container(
    _ bytes: [UInt8], source: String, limits: Limits.Manuscript, replacing: [String: [UInt8]],
    adding: [Part]
  ) throws(Refusal) -> [UInt8] {
    let result = bytes.withUnsafeBytes { buffer in
      Result { () throws(ContainerFault) in
        let directory = try ZipDirectory(buffer, limits: limits)
        var writing = Writing()
        try writing.take(directory, of: buffer, replacing: replacing)
        for part in adding { try writing.add(part) }
        return writing.finished(comment: Array(buffer[(directory.end + 22)...]))
      }
    }
    switch result {
    case .success(let rewritten): return rewritten
    case .failure(let fault): throw Refusal(source: source, cause: fault)
    }
  }
}

/// A zip while it is written (APPNOTE 6.3, 4.3).
private struct Writing {
  private var bytes: [UInt8] = []
  private var records: [UInt8] = []
  private var count = 0

  mutating func add(_ part: ZipWriting.Part) throws(ContainerFault) {
    // OpenDocument wants this part as it is (ODF 1.3, part 2, 3.3).
    let packed =
      try part.name == "mimetype" ? PackedPart(part.bytes).stored(part.bytes) : PackedPart(part.bytes)
    // Bit 11 says that a name is in UTF-8.
    let flags = part.name.utf8.contains { $0 >= 0x80 } ? 0x0800 : 0
    write(packed, Array(part.name.utf8), flags: flags)
  }

  /// Takes over the parts of another zip in the order in which they stand in it; the list keeps its own.
  mutating func take(
    _ directory: ZipDirectory, of buffer: UnsafeRawBufferPointer, replacing: [String: [UInt8]]
  ) throws(ContainerFault) {
    let inOrder = directory.entries.indices.sorted {
      directory.entries[$0].start < directory.entries[$1].start
    }
    var written: [Int: [UInt8]] = [:]
    bytes.append(
      contentsOf: buffer[..<(inOrder.first.map { directory.entries[$0].start } ?? directory.start)])
    for (place, index) in inOrder.enumerated() {
      let entry = directory.entries[index]
      let next = place + 1 < inOrder.count ? directory.entries[inOrder[place + 1]].start : directory.start
      if let replacement = replacing[entry.name] {
        let name = Array(
          buffer[(entry.record.lowerBound + 46)...].prefix(
            LittleEndian(buffer).two(entry.record.lowerBound + 28)))
        let flags = LittleEndian(buffer).two(entry.record.lowerBound + 8) & 0x0800
        let before = records.count
        write(try PackedPart(replacement), name, flags: flags)
        written[index] = Array(records[before...])
        records.removeSubrange(before...)
      } else {
        var record = Array(buffer[entry.record])
        Self.put(bytes.count, 4, into: &record, at: 42)
        written[index] = record
        bytes.append(contentsOf: buffer[entry.start..<next])
        count += 1
      }
    }
    for index in directory.entries.indices { records += written[index] ?? [] }
  }

  func finished(comment: [UInt8] = []) -> [UInt8] {
    var end: [UInt8] = []
    Self.append(0x0605_4B50, 4, to: &end)
    Self.append(0, 4, to: &end)
    Self.append(count, 2, to: &end)
    Self.append(count, 2, to: &end)
    Self.append(records.count, 4, to: &end)
    Self.append(bytes.count, 4, to: &end)
    Self.append(comment.count, 2, to: &end)
    return bytes + records + end + comment
  }

  /// 1 January 1980, the first day that a zip can name.
  private static let day = 0x21

  private mutating func write(_ part: PackedPart, _ name: [UInt8], flags: Int) {
    var common: [UInt8] = []
    for (value, width) in [
      (20, 2), (flags, 2), (part.method, 2), (0, 2), (Self.day, 2), (part.checksum, 4), (part.data.count, 4),
      (part.size, 4), (name.count, 2), (0, 2),
    ] { Self.append(value, width, to: &common) }
    Self.append(0x0201_4B50, 4, to: &records)
    Self.append(20, 2, to: &records)
    records += common
    Self.append(0, 2 + 2 + 2 + 4, to: &records)
    Self.append(bytes.count, 4, to: &records)
    records += name
    Self.append(0x0403_4B50, 4, to: &bytes)
    bytes += common + name + part.data
    count += 1
  }

  private static func append(_ value: Int, _ width: Int, to bytes: inout [UInt8]) {
    for byte in 0..<width { bytes.append(byte < 8 ? UInt8(truncatingIfNeeded: value >> (8 * byte)) : 0) }
  }

  private static func put(_ value: Int, _ width: Int, into bytes: inout [UInt8], at offset: Int) {
    for byte in 0..<width { bytes[offset + byte] = UInt8(truncatingIfNeeded: value >> (8 * byte)) }
  }
}

/// The bytes of a part as a zip holds them. libarchive packs them into a zip of their own; its headers, which name the
/// day in the zone of the machine, are left behind.
private struct PackedPart {
  let data: [UInt8]
  let method: Int
  let checksum: Int
  let size: Int

  init(_ bytes: [UInt8]) throws(ContainerFault) {
    size = bytes.count
    guard let packed = Self.zip(bytes) else { throw .cannotPack }
    let read: (data: [UInt8], method: Int, checksum: Int)? = packed.withUnsafeBytes { buffer in
      let reader = LittleEndian(buffer)
      guard buffer.count > 22 + 46 else { return nil }
      let record = reader.four(buffer.count - 22 + 16)
      guard record + 46 <= buffer.count, reader.four(record) == 0x0201_4B50 else { return nil }
      let count = reader.four(record + 20)
      let local = reader.four(record + 42)
      let data = local + 30 + reader.two(local + 26) + reader.two(local + 28)
      guard data + count <= record else { return nil }
      return (Array(buffer[data..<data + count]), reader.two(record + 10), reader.four(record + 16))
    }
    guard let read else { throw .cannotPack }
    (data, method, checksum) = read
  }

  /// The same part unpacked.
  func stored(_ bytes: [UInt8]) -> PackedPart {
    PackedPart(data: bytes, method: 0, checksum: checksum, size: size)
  }

  private init(data: [UInt8], method: Int, checksum: Int, size: Int) {
    (self.data, self.method, self.checksum, self.size) = (data, method, checksum, size)
  }

  private static func zip(_ bytes: [UInt8]) -> [UInt8]? {
    guard let archive = archive_write_new() else { return nil }
    defer { archive_write_free(archive) }
    archive_write_set_format_zip(archive)
    archive_write_zip_set_compression_deflate(archive)
    guard let entry = archive_entry_new() else { return nil }
    defer { archive_entry_free(entry) }
    archive_entry_set_pathname(entry, "part")
    archive_entry_set_size(entry, Int64(bytes.count))
    archive_entry_set_filetype(entry, 0o100_000)
    archive_entry_set_perm(entry, 0o644)
    var used = 0
    // What cannot be packed grows by five bytes a block of 16 KB (RFC 1951, 3.2.4); headers need less than 1 KB.
    let room = bytes.count + bytes.count >> 8 + 16 << 10
    var isWritten = false
    let packed = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      guard archive_write_open_memory(archive, buffer.baseAddress, room, &used) == ARCHIVE_OK,
        archive_write_header(archive, entry) == ARCHIVE_OK,
        bytes.withUnsafeBytes({ archive_write_data(archive, $0.baseAddress, $0.count) }) == bytes.count,
        archive_write_close(archive) == ARCHIVE_OK
      else { return }
      (isWritten, count) = (true, used)
    }
    return isWritten ? packed : nil
  }
}
