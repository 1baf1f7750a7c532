/// Why the bytes of an input cannot be had, or are no text.
package enum InputFault: RefusalCause {
  case missing
  case directory
  case permissionDenied
  case notAFile
  case silentPipe
  /// The system's error number (POSIX.1).
  case readError(errno: Int32)
  /// Links that lead to each other and never to a file.
  case linkLoop
  /// Folders in folders, deeper than the limit.
  case folderTooDeep(limit: Int)
  case empty
  case tooLarge(limit: Int)
  case encodingContradiction(declared: String, actual: String)
  case unsupportedEncoding(declared: String)
  case brokenUTF8(byte: UInt8)
  case brokenUTF16
  /// The file changed while it was read: what was read is neither the old text nor the new one.
  case changedWhileRead
  /// The memory that the system allows is at its end.
  case outOfMemory
  /// The file is of a kind that is not read.
  case otherKind(FileKind)
}

extension InputFault {
  package var phrase: Phrase {
    switch self {
    case .missing: Phrase("refusals.missing")
    case .directory: Phrase("refusals.directory")
    case .permissionDenied: Phrase("refusals.permission")
    case .notAFile: Phrase("refusals.not-a-file")
    case .silentPipe: Phrase("refusals.silent-pipe")
    case .readError(let code): Phrase("refusals.read", ["code": .number(Int(code))])
    case .linkLoop: Phrase("refusals.link-loop")
    case .folderTooDeep(let limit): Phrase("refusals.folder-too-deep", ["limit": .number(limit)])
    case .empty: Phrase("refusals.empty")
    case .tooLarge(let limit): Phrase("refusals.too-large", ["limit": .number(limit >> 20)])
    case .encodingContradiction(let declared, let actual):
      Phrase("refusals.contradiction", ["declared": .text(declared), "actual": .text(actual)])
    case .unsupportedEncoding(let name): Phrase("refusals.encoding", ["name": .text(name)])
    case .brokenUTF8(let byte):
      Phrase("refusals.broken-utf8", ["byte": .text("0x" + String(byte, radix: 16, uppercase: true))])
    case .brokenUTF16: Phrase("refusals.broken-utf16")
    case .changedWhileRead: Phrase("refusals.changed-while-read")
    case .outOfMemory: Phrase("refusals.out-of-memory")
    case .otherKind(let kind): kind.refusal
    }
  }
}
