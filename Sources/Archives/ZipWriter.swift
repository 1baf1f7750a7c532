import CLibArchive
import Glibc
import Source

/// Writes a zip with nothing of the day or the machine in it: the same parts give the same bytes.
package enum ZipWriter {
  /// The earliest day that a zip can hold, for every part: 1 January 1980.
  private static let day: time_t = 315_532_800

  /// - Parameter parts: names and bytes, in the order in which they stand in the file. The first is stored as it is
  ///   where its name is `mimetype` (OpenDocument, 1.3, part 2, 3.3).
  /// - Throws: `ZipNotWritten` when libarchive cannot.
  package static func bytes(of parts: [(name: String, bytes: [UInt8])]) throws(ZipNotWritten) -> [UInt8] {
    guard let archive = archive_write_new() else { throw ZipNotWritten() }
    defer { archive_write_free(archive) }
    // Room for parts that do not shrink, and for their heads.
    let room = parts.reduce(65_536) { $0 + $1.bytes.count + $1.name.utf8.count * 2 + 1_024 }
    guard archive_write_set_format_zip(archive) == ARCHIVE_OK,
      // Without the fields for dates of Unix, which hold a zone.
      archive_write_set_options(archive, "zip:!zip64,zip:experimental=0") >= ARCHIVE_WARN
        || archive_write_set_options(archive, nil) >= ARCHIVE_WARN
    else { throw ZipNotWritten() }
    var used = 0
    var isWritten = true
    let result = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      archive_write_set_bytes_in_last_block(archive, 1)
      isWritten = archive_write_open_memory(archive, buffer.baseAddress, room, &used) == ARCHIVE_OK
      for part in parts where isWritten { isWritten = write(part, into: archive) }
      isWritten = archive_write_close(archive) == ARCHIVE_OK && isWritten
      count = isWritten ? used : 0
    }
    guard isWritten else { throw ZipNotWritten() }
    return result
  }

  private static func write(_ part: (name: String, bytes: [UInt8]), into archive: OpaquePointer) -> Bool {
    guard let entry = archive_entry_new() else { return false }
    defer { archive_entry_free(entry) }
    if part.name == "mimetype" {
      archive_write_zip_set_compression_store(archive)
    } else {
      archive_write_zip_set_compression_deflate(archive)
    }
    archive_entry_set_pathname_utf8(entry, part.name)
    archive_entry_set_size(entry, Int64(part.bytes.count))
    archive_entry_set_filetype(entry, 0o100_000)
    archive_entry_set_perm(entry, 0o644)
    archive_entry_set_mtime(entry, day, 0)
    guard archive_write_header(archive, entry) == ARCHIVE_OK else { return false }
    return part.bytes.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) } == part.bytes.count
  }
}

/// A zip that could not be written: no memory.
package struct ZipNotWritten: Error {}
