import Source

/// What keeps an archive, or an entry of it, from being read.
package enum ArchiveFault: RefusalCause {
  case brokenArchive
  case encryptedEntry
  /// An entry named `../x` or `/x`, or with too many levels.
  case unsafeEntryName
  /// A link, device or pipe in an archive.
  case entryIsNoFile
  case nestedArchive
  case tooManyEntries(limit: Int)
  case expandsTooMuch(ratio: Int)
  case archiveTooLarge(limit: Int)
}

extension ArchiveFault {
  package var phrase: Phrase {
    switch self {
    case .brokenArchive: Phrase("refusals.broken-archive")
    case .encryptedEntry: Phrase("refusals.encrypted-entry")
    case .unsafeEntryName: Phrase("refusals.unsafe-entry-name")
    case .entryIsNoFile: Phrase("refusals.entry-is-no-file")
    case .nestedArchive: Phrase("refusals.nested-archive")
    case .tooManyEntries(let limit): Phrase("refusals.too-many-entries", ["limit": .number(limit)])
    case .expandsTooMuch(let ratio): Phrase("refusals.expands-too-much", ["ratio": .number(ratio)])
    case .archiveTooLarge(let limit): Phrase("refusals.archive-too-large", ["limit": .number(limit)])
    }
  }
}
