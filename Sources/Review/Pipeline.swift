import Dispatch
import Synchronization

/// Takes the rows of a review in the order of its plans.
protocol RowSink: AnyObject {
  func take(_ row: ReviewRow) throws
}

/// Judges plans side by side and hands on their rows in order. A slow plan never holds more than a window of
/// finished rows behind it, so that memory stays flat however many plans there are.
final class Pipeline: Sendable {
  private struct Supply {
    var source: PlanSource
    var position = 0
    var isStopped = false
  }

  private struct Delivery {
    let sink: any RowSink
    var waiting: [Int: ReviewRow] = [:]
    var next = 0
    var failure: (any Error)?
  }

  private let supply: Mutex<Supply>
  private let delivery: Mutex<Delivery>
  private let window: DispatchSemaphore
  private let jobs: Int

  /// - Parameter jobs: how many plans are judged at once.
  init(jobs: Int, source: sending PlanSource, sink: sending any RowSink) {
    self.jobs = jobs
    supply = Mutex(Supply(source: source))
    delivery = Mutex(Delivery(sink: sink))
    window = DispatchSemaphore(value: jobs * 4)
  }

  /// Runs to the end of the plans, or until `isInterrupted` says so; plans in hand are finished.
  /// - Returns: files that were left out because they are no plans.
  /// - Throws: the first error of `evaluate` or of the sink. Nothing is handed on after it.
  func run(
    isInterrupted: @escaping @Sendable () -> Bool,
    evaluate: @escaping @Sendable (PlanInput) throws -> ReviewRow
  ) throws -> Int {
    DispatchQueue.concurrentPerform(iterations: jobs) { _ in
      while true {
        window.wait()
        guard let (position, input) = next(isInterrupted) else {
          window.signal()
          return
        }
        for _ in 0..<deliver(Result { try evaluate(input) }, at: position) { window.signal() }
      }
    }
    if let failure = delivery.withLock({ $0.failure }) { throw failure }
    return supply.withLock { $0.source.leftOut }
  }

  private func next(_ isInterrupted: () -> Bool) -> (Int, PlanInput)? {
    supply.withLock { supply in
      guard !supply.isStopped, !isInterrupted(), let input = supply.source.next() else { return nil }
      defer { supply.position += 1 }
      return (supply.position, input)
    }
  }

  /// Keeps a row until all before it are handed on.
  /// - Returns: how many rows left the window.
  private func deliver(_ result: Result<ReviewRow, any Error>, at position: Int) -> Int {
    let (count, failed) = delivery.withLock { delivery -> (Int, Bool) in
      guard delivery.failure == nil else { return (1, true) }
      // Every row leaves the window once, also when one cannot be handed on: nobody may wait for the rest.
      var left = 1
      do {
        let row = try result.get()
        delivery.waiting[position] = row
        left = 0
        while let row = delivery.waiting.removeValue(forKey: delivery.next) {
          left += 1
          delivery.next += 1
          try delivery.sink.take(row)
        }
        return (left, false)
      } catch {
        left += delivery.waiting.count
        delivery.waiting = [:]
        delivery.failure = error
        return (left, true)
      }
    }
    if failed { supply.withLock { $0.isStopped = true } }
    return count
  }
}
