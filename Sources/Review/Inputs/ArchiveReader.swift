import CLibArchive
import Glibc
import Source
import SystemPackage

/// Reads the plans of a `.zip`, `.tar` or `.tar.gz` in place: nothing is ever unpacked to a disk, and what an
/// archive may expand to is bounded. A bad entry is one refusal; a bad archive is one for all that is left.
final class ArchiveReader {
  private let archive: OpaquePointer
  private let path: FilePath
  private let name: String
  private let limits: ReviewLimits
  private var entries = 0
  private var plans = 0
  private var expanded = 0
  /// Entries that are neither plans nor archives.
  private(set) var leftOut = 0

  init(_ path: FilePath, limits: ReviewLimits) throws(Refusal) {
    self.path = path
    name = path.shown
    self.limits = limits
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
    default: CollectionFault.brokenArchive
    }
  }

  /// The next plan, or an entry that is refused; nil after the last.
  /// - Throws: `Refusal` when nothing more can be read from the archive.
  func next() throws(Refusal) -> PlanInput? {
    while true {
      var entry: OpaquePointer?
      switch archive_read_next_header(archive, &entry) {
      case ARCHIVE_OK, ARCHIVE_WARN: break
      case ARCHIVE_EOF:
        guard plans > 0 else { throw refusal(.noPlans) }
        return nil
      default: throw refusal(.brokenArchive)
      }
      entries += 1
      guard entries <= limits.entries else { throw refusal(.tooManyEntries(limit: limits.entries)) }
      try guardExpansion()
      if let entry, let input = try input(of: entry) {
        plans += 1
        return input
      }
    }
  }

  private func input(of entry: OpaquePointer) throws(Refusal) -> PlanInput? {
    let type = mode_t(archive_entry_filetype(entry))
    guard type != S_IFDIR else { return nil }
    let path = Self.name(of: entry)
    let full = "\(name)!/\(path)"
    let kind = path.lowercased()
    func refused(_ fault: CollectionFault) -> PlanInput {
      .refused(Refusal(source: full, cause: fault))
    }
    let levels = path.split(separator: "/", omittingEmptySubsequences: false)
    // Archives made on a Mac carry such a twin of every file; of folders hidden files are left out too.
    let isHidden = levels.contains { $0 == "__MACOSX" } || levels.last?.hasPrefix(".") ?? false
    guard !isHidden, kind.hasSuffix(".xml") || PathList.isArchive(kind) else {
      leftOut += 1
      return nil
    }
    if path.hasPrefix("/") || levels.contains("..") || levels.count > limits.depth {
      return .refused(
        Refusal(source: "\(name)!/\(path.prefix(200))", cause: CollectionFault.unsafeEntryName))
    }
    if PathList.isArchive(kind) { return refused(.nestedArchive) }
    guard type == S_IFREG, archive_entry_hardlink(entry) == nil else { return refused(.entryIsNoFile) }
    guard archive_entry_is_encrypted(entry) == 0 else { return refused(.encryptedEntry) }
    guard let bytes = try content(upTo: limits.plan.bytes) else {
      return .refused(Refusal(source: full, cause: InputFault.tooLarge(limit: limits.plan.bytes)))
    }
    return .content(name: full, stored: bytes)
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
    guard out <= limits.archive else { throw refusal(.archiveTooLarge(limit: limits.archive)) }
    guard
      out <= limits.alwaysAllowed || out / max(1, Int(archive_filter_bytes(archive, -1))) <= limits.expansion
    else { throw refusal(.expandsTooMuch(ratio: limits.expansion)) }
  }

  private func refusal(_ fault: CollectionFault) -> Refusal {
    Refusal(source: name, cause: fault)
  }

  private static func name(of entry: OpaquePointer) -> String {
    if let text = archive_entry_pathname_utf8(entry) { return String(cString: text) }
    guard let raw = archive_entry_pathname(entry) else { return "?" }
    return FilePath.shown(UnsafeBufferPointer(start: raw, count: strlen(raw)).map(UInt8.init(bitPattern:)))
  }
}
