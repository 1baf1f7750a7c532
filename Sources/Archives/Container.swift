import CLibArchive
import Source

/// The parts of an office file (Open Packaging Conventions, OpenDocument packages), read from memory and bounded.
/// Pictures and other parts that nobody reads are never unpacked.
package struct Container: Sendable {
  /// The names of all parts, in the order of the list.
  package let names: [String]
  /// The bytes of those that were wanted, by name.
  package let parts: [String: [UInt8]]

  /// Whether bytes begin as a zip does.
  package static func isZip(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
  }

  /// - Parameter wanted: whether a part is read, by its name.
  /// - Throws: `Refusal` when the container is damaged, contradicts itself or is too much.
  package init(
    _ bytes: [UInt8], source: String, limits: Limits.Manuscript, wanted: (String) -> Bool
  ) throws(Refusal) {
    let result = bytes.withUnsafeBytes { buffer in
      Result { () throws(ContainerFault) in try Self.read(buffer, limits, wanted) }
    }
    switch result {
    case .success(let read): (names, parts) = read
    case .failure(let fault): throw Refusal(source: source, cause: fault)
    }
  }

  private static func read(
    _ bytes: UnsafeRawBufferPointer, _ limits: Limits.Manuscript, _ wanted: (String) -> Bool
  ) throws(ContainerFault) -> ([String], [String: [UInt8]]) {
    let directory = try ZipDirectory(bytes, limits: limits)
    var sizes: [String: Int] = [:]
    var total = 0
    for entry in directory.entries where wanted(entry.name) {
      guard
        entry.size <= limits.alwaysAllowed || entry.size / max(1, entry.packed) <= limits.expansion
      else { throw .expandsTooMuch(ratio: limits.expansion) }
      total += entry.size
      guard entry.size <= limits.partBytes else { throw .tooLarge(limit: limits.partBytes) }
      guard total <= limits.bytes else { throw .tooLarge(limit: limits.bytes) }
      sizes[entry.name] = entry.size
    }
    guard let archive = archive_read_new() else { throw .damaged }
    defer { archive_read_free(archive) }
    archive_read_support_format_zip_seekable(archive)
    guard archive_read_open_memory(archive, bytes.baseAddress, bytes.count) == ARCHIVE_OK else {
      throw .damaged
    }
    var parts: [String: [UInt8]] = [:]
    var entry: OpaquePointer?
    while true {
      let status = archive_read_next_header(archive, &entry)
      if status == ARCHIVE_EOF { break }
      guard status == ARCHIVE_OK || status == ARCHIVE_WARN,
        let raw = entry.flatMap({ archive_entry_pathname_utf8($0) ?? archive_entry_pathname($0) })
      else { throw .damaged }
      let name = String(cString: raw)
      guard let size = sizes[name] else { continue }
      guard let part = content(archive, size) else { throw .damaged }
      parts[name] = part
      if parts.count == sizes.count { break }
    }
    // libarchive must have seen each part that the list has.
    guard parts.count == sizes.count else { throw .contradiction("") }
    return (directory.entries.map(\.name), parts)
  }

  /// The current part; nil when it is damaged or not as long as it says.
  private static func content(_ archive: OpaquePointer, _ size: Int) -> [UInt8]? {
    var isWhole = true
    let bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
      while count <= size {
        let read = archive_read_data(archive, buffer.baseAddress.map { $0 + count }, size + 1 - count)
        if read == 0 { break }
        guard read > 0 else {
          isWhole = false
          return
        }
        count += read
      }
    }
    return isWhole && bytes.count == size ? bytes : nil
  }
}
