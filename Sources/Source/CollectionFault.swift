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
  /// A folder with the journal of a review that was not brought to its end.
  case unfinishedReview
}
