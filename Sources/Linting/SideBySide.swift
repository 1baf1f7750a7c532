import Dispatch
import Synchronization

/// Work that several processors do at once.
enum SideBySide {
  /// The results of `work` for every number below `count`, in that order. Work is begun in the order of the
  /// numbers, so what takes long comes first.
  static func results<Result>(_ count: Int, of work: @Sendable (Int) -> Result) -> [Result] {
    let made = Mutex<[Int: Handover<Result>]>([:])
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let result = Handover(result: work(index))
      made.withLock { $0[index] = result }
    }
    let done = made.withLock { $0 }
    return (0..<count).compactMap { done[$0]?.result }
  }

  /// `@unchecked Sendable` holds because a result is made by one worker, which keeps nothing of it but what
  /// all of them only read, and is read by the task that waits for all workers.
  private struct Handover<Result>: @unchecked Sendable {
    let result: Result
  }
}
