import CLibArchive
import Glibc
import Source
import SystemPackage

/// Reads the files of a `.zip`, `.tar` or `.tar.gz` in place: nothing is ever unpacked to a disk, and what an
/// archive may expand to is bounded. A bad entry is one refusal; a bad archive is one for all that is left.
package final class ArchiveReader {
  /// What an entry is to its reader, by its name.
  package enum Use {
    case read
    /// Passed over, and counted.
    case leave
    /// An archive inside the archive, which is refused.
    case archive
    /// What its reader refuses by its name.
    case refuse(any RefusalCause)
  }

  /// What came out of an archive.
  package enum Entry {
    /// A file by the name of the archive and its own (`plans.zip!/city.xml`), with all its bytes.
    case file(name: String, bytes: [UInt8])
    /// One that is refused; the next may be good.
    case refused(Refusal)
  }

  private let archive: OpaquePointer
  private let path: FilePath
  private let name: String
  private let limits: Limits
  private let use: (String) -> Use
  private var entries = 0
  private var expanded = 0
  /// Entries that nobody wants: of no use to the reader, or hidden.
  package private(set) var leftOut = 0

  /// - Parameter use: what an entry is, by its name.
  /// - Throws: `Refusal` when the file cannot be read or is no archive.
  package init(_ path: FilePath, limits: Limits, use: @escaping (String) -> Use) throws(Refusal) {
    self.path = path
    name = path.shown
    self.limits = limits
    self.use = use
    // The reader's checks say what is wrong with the file itself in better words than libarchive.
    guard let archive = archive_read_new() else {
      throw Refusal(source: name, cause: InputFault.readError(errno: 12))
    }
    self.archive = archive
    archive_read_support_filter_gzip(archive)
    archive_read_support_format_tar(archive)
    archive_read_support_format_gnutar(archive)
    archive_read_support_format_zip(archive)
    guard path.withPlatformString({ archive_read_open_filename(archive, $0, 1 << 16) }) == ARCHIVE_OK else {
      throw Refusal(source: name, cause: Self.cause(ofError: archive_errno(archive)))
    }
  }

  deinit {
    archive_read_free(archive)
  }

  private static func cause(ofError code: Int32) -> any RefusalCause {
    switch Errno(rawValue: code) {
    case .noSuchFileOrDirectory: InputFault.missing
    case .permissionDenied: InputFault.permissionDenied
    case .isDirectory: InputFault.directory
    default: ArchiveFault.brokenArchive
    }
  }

  /// The next file, or an entry that is refused; nil after the last.
  /// - Throws: `Refusal` when nothing more can be read from the archive.
  package func next() throws(Refusal) -> Entry? {
    while true {
      var entry: OpaquePointer?
      switch archive_read_next_header(archive, &entry) {
      case ARCHIVE_OK, ARCHIVE_WARN: break
      case ARCHIVE_EOF: return nil
      default: throw refusal(.brokenArchive)
      }
      entries += 1
      guard entries <= limits.archive.entries else {
        throw refusal(.tooManyEntries(limit: limits.archive.entries))
      }
      try guardExpansion()
      if let entry, let taken = try take(entry) { return taken }
    }
  }

  private func take(_ entry: OpaquePointer) throws(Refusal) -> Entry? {
    let type = mode_t(archive_entry_filetype(entry))
    guard type != S_IFDIR else { return nil }
    let path = Self.name(of: entry)
    let full = "\(name)!/\(path)"
    func refused(_ fault: ArchiveFault) -> Entry {
      .refused(Refusal(source: full, cause: fault))
    }
    let levels = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    // Archives made on a Mac carry such a twin of every file; of folders hidden files are left out too.
    let isHidden =
      levels.contains { $0.elementsEqual("__MACOSX".utf8) } || levels.last?.first == UInt8(ascii: ".")
    let use = isHidden ? .leave : use(path)
    if case .leave = use {
      leftOut += 1
      return nil
    }
    let leadsOut = path.utf8.first == UInt8(ascii: "/") || levels.contains { $0.elementsEqual("..".utf8) }
    if leadsOut || levels.count > limits.archive.depth {
      return .refused(
        Refusal(source: "\(name)!/\(path.prefix(200))", cause: ArchiveFault.unsafeEntryName))
    }
    switch use {
    case .archive: return refused(.nestedArchive)
    case .refuse(let cause): return .refused(Refusal(source: full, cause: cause))
    case .read, .leave: break
    }
    guard type == S_IFREG, archive_entry_hardlink(entry) == nil else { return refused(.entryIsNoFile) }
    guard archive_entry_is_encrypted(entry) == 0 else { return refused(.encryptedEntry) }
    guard let bytes = try content(upTo: limits.input.bytes) else {
      return .refused(Refusal(source: full, cause: InputFault.tooLarge(limit: limits.input.bytes)))
    }
    return .file(name: full, bytes: bytes)
  }

  /// The bytes of the current entry, or nil when they are more than `limit`.
  private func content(upTo limit: Int) throws(Refusal) -> [UInt8]? {
    var result: [UInt8] = []
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = archive_read_data(archive, buffer.baseAddress, buffer.count)
      if count == 0 { return result }
      guard count > 0 else { throw refusal(.brokenArchive) }
      expanded += count
      try guardExpansion()
      guard result.count + count <= limit else { return nil }
      result.append(contentsOf: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
  }

  /// Compares what came out with what went in. For a compressed tar the filter counts what was passed over too.
  private func guardExpansion() throws(Refusal) {
    let out = max(expanded, Int(archive_filter_bytes(archive, 0)))
    guard out <= limits.archive.bytes else { throw refusal(.archiveTooLarge(limit: limits.archive.bytes)) }
    guard
      out <= limits.archive.alwaysAllowed
        || out / max(1, Int(archive_filter_bytes(archive, -1))) <= limits.archive.expansion
    else { throw refusal(.expandsTooMuch(ratio: limits.archive.expansion)) }
  }

  private func refusal(_ fault: ArchiveFault) -> Refusal {
    Refusal(source: name, cause: fault)
  }

  private static func name(of entry: OpaquePointer) -> String {
    if let text = archive_entry_pathname_utf8(entry) { return String(cString: text) }
    guard let raw = archive_entry_pathname(entry) else { return "?" }
    return FilePath.shown(UnsafeBufferPointer(start: raw, count: strlen(raw)).map(UInt8.init(bitPattern:)))
  }
}
