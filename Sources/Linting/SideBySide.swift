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

  /// Two results that need nothing of each other.
  static func both<First, Second>(
    _ first: @Sendable () -> First, and second: @Sendable () -> Second
  ) -> (First, Second) {
    let made = Mutex<(Handover<First>?, Handover<Second>?)>((nil, nil))
    DispatchQueue.concurrentPerform(iterations: 2) { index in
      if index == 0 {
        let result = Handover(result: first())
        made.withLock { $0.0 = result }
      } else {
        let result = Handover(result: second())
        made.withLock { $0.1 = result }
      }
    }
    guard case (let one?, let other?) = made.withLock({ $0 }) else { return (first(), second()) }
    return (one.result, other.result)
  }

  /// `@unchecked Sendable` holds because a result is made by one worker, which keeps nothing of it but what
  /// all of them only read, and is read by the task that waits for all workers.
  private struct Handover<Result>: @unchecked Sendable {
    let result: Result
  }
}
