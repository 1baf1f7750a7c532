import Source

/// What keeps a folder, an archive or a list from giving its plans.
package enum CollectionFault: RefusalCause {
  /// A link to a folder inside a folder: following it could lead round in circles.
  case linkToFolder
  /// A folder or archive in which there is no plan.
  case noPlans
  /// A line of a list that is neither a path nor a JSON object with a plan.
  case brokenLine(number: Int)
  /// A list by lines in which a zero byte turns up when lines of it were given out already.
  case zeroByteInLine(number: Int)
  /// A path with a zero character, which no file has.
  case zeroInName
  /// The list is UTF-16.
  case listIsUTF16
}

extension CollectionFault {
  package var phrase: Phrase {
    switch self {
    case .linkToFolder: Phrase("refusals.link-to-folder")
    case .noPlans: Phrase("refusals.no-plans")
    case .brokenLine(let number): Phrase("refusals.broken-line", ["number": .number(number)])
    case .zeroByteInLine(let number): Phrase("refusals.zero-byte-in-line", ["number": .number(number)])
    case .zeroInName: Phrase("refusals.zero-in-name")
    case .listIsUTF16: Phrase("refusals.list-is-utf16")
    }
  }
}
