import Synchronization

/// Counts rows on their way to another sink, and tells how far the review is.
final class CountingSink: RowSink {
  private let next: any RowSink
  private let progress: Progress?
  private let counts: CountsBox
  private let strays: StrayDecisions

  init(_ next: any RowSink, counts: CountsBox, strays: StrayDecisions, progress: Progress?) {
    self.next = next
    self.counts = counts
    self.strays = strays
    self.progress = progress
  }

  func take(_ row: ReviewRow) throws {
    try next.take(row)
    strays.see(row.summary)
    let done = counts.add(row)
    progress?.show(done: done)
  }
}

/// Counts that the sink fills and that outlive it.
final class CountsBox: Sendable {
  private let counts = Mutex(SetCounts())

  func add(_ row: ReviewRow) -> Int {
    counts.withLock {
      $0.add(row)
      return $0.plans
    }
  }

  var value: SetCounts { counts.withLock { $0 } }
}
