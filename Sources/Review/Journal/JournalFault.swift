import Source

/// What keeps a review from taking up its folder.
package enum JournalFault: RefusalCause {
  /// An unfinished review lies there, and `--resume` was not said.
  case unfinished
  /// An unfinished review lies there that was begun with another catalogue, program or other options.
  case otherRules(changed: [String])
  /// Plans of the unfinished review are not among the inputs with which it is to go on.
  case otherInputs(count: Int, of: Int, first: String)
  /// Another process is at work there.
  case inUse
  /// The file is no journal.
  case notAJournal
  /// A journal that another version of the program wrote.
  case otherFormat
  /// The file is a journal and cannot be read any more.
  case damaged
  /// A row of a table is not what was written.
  case changedRow(table: StaticString, number: Int)

  package static func == (left: JournalFault, right: JournalFault) -> Bool { left.phrase == right.phrase }
}

extension JournalFault {
  package var phrase: Phrase {
    switch self {
    case .unfinished: Phrase("refusals.journal-unfinished")
    case .otherRules(let changed):
      Phrase("refusals.journal-other-rules", ["changed": .text(changed.joined(separator: ", "))])
    case .otherInputs(let count, let all, let first):
      Phrase(
        "refusals.journal-other-inputs",
        ["count": .number(count), "all": .number(all), "first": .text(SafeText.of(first))])
    case .inUse: Phrase("refusals.journal-in-use")
    case .notAJournal: Phrase("refusals.journal-not-a-journal")
    case .otherFormat: Phrase("refusals.journal-other-format")
    case .damaged: Phrase("refusals.journal-damaged")
    case .changedRow(let table, let number):
      Phrase("refusals.journal-changed-row", ["table": .text("\(table)"), "number": .number(number)])
    }
  }
}
