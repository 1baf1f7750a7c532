/// Keeps rows in the journal; the outputs are made from it when all are there.
final class JournalSink: RowSink {
  private let journal: Journal

  init(_ journal: Journal) {
    self.journal = journal
  }

  func take(_ row: ReviewRow) throws { try journal.add(row) }
}
