import Source

/// What keeps a folder, an archive or a list from giving its plans.
package enum CollectionFault: RefusalCause {
  /// A link to a folder inside a folder: following it could lead round in circles.
  case linkToFolder
  case folderTooDeep(limit: Int)
  /// A folder or archive in which there is no plan.
  case noPlans
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
  /// A line of a list that is neither a path nor a JSON object with a plan.
  case brokenLine(number: Int)
}

extension CollectionFault {
  package var phrase: Phrase {
    switch self {
    case .linkToFolder: Phrase("refusals.link-to-folder")
    case .folderTooDeep(let limit): Phrase("refusals.folder-too-deep", ["limit": .number(limit)])
    case .noPlans: Phrase("refusals.no-plans")
    case .brokenArchive: Phrase("refusals.broken-archive")
    case .encryptedEntry: Phrase("refusals.encrypted-entry")
    case .unsafeEntryName: Phrase("refusals.unsafe-entry-name")
    case .entryIsNoFile: Phrase("refusals.entry-is-no-file")
    case .nestedArchive: Phrase("refusals.nested-archive")
    case .tooManyEntries(let limit): Phrase("refusals.too-many-entries", ["limit": .number(limit)])
    case .expandsTooMuch(let ratio): Phrase("refusals.expands-too-much", ["ratio": .number(ratio)])
    case .archiveTooLarge(let limit): Phrase("refusals.archive-too-large", ["limit": .number(limit)])
    case .brokenLine(let number): Phrase("refusals.broken-line", ["number": .number(number)])
    }
  }
}
