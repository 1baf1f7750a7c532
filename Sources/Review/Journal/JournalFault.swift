import Source

/// What keeps a review from taking up its folder.
package enum JournalFault: RefusalCause {
  /// An unfinished review lies there, and `--resume` was not said.
  case unfinished
  /// An unfinished review lies there that was begun with another catalogue, program or other options.
  case otherRules(changed: [String])
  /// Another process is at work there.
  case inUse
  /// The file is no journal, or of another format.
  case notAJournal
  /// The file is a journal and cannot be read any more.
  case damaged
}

extension JournalFault {
  package var phrase: Phrase {
    switch self {
    case .unfinished: Phrase("refusals.journal-unfinished")
    case .otherRules(let changed):
      Phrase("refusals.journal-other-rules", ["changed": .text(changed.joined(separator: ", "))])
    case .inUse: Phrase("refusals.journal-in-use")
    case .notAJournal: Phrase("refusals.journal-not-a-journal")
    case .damaged: Phrase("refusals.journal-damaged")
    }
  }
}
