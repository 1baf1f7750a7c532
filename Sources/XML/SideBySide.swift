import Dispatch
import Synchronization

/// Independent work on all cores.
package enum SideBySide {
  /// The results of `transform` in the order of the items.
  /// - Throws: the error of the first item that has one.
  package static func map<Item: Sendable, Made>(
    _ items: [Item], _ transform: @Sendable (Item) throws -> Made
  ) throws -> [Made] {
    let made = Mutex<[Int: Handover<Made>]>([:])
    DispatchQueue.concurrentPerform(iterations: items.count) { index in
      let result = Handover(result: Result { try transform(items[index]) })
      made.withLock { $0[index] = result }
    }
    let done = made.withLock { $0 }
    return try items.indices.compactMap { try done[$0]?.result.get() }
  }

  /// Two results at once.
  package static func both<First, Second>(
    _ first: @Sendable () throws -> First, _ second: @Sendable () throws -> Second
  ) throws -> (First, Second) {
    let one = Mutex<Handover<First>?>(nil)
    let other = Mutex<Handover<Second>?>(nil)
    DispatchQueue.concurrentPerform(iterations: 2) { index in
      if index == 0 {
        let result = Handover(result: Result { try first() })
        one.withLock { $0 = result }
      } else {
        let result = Handover(result: Result { try second() })
        other.withLock { $0 = result }
      }
    }
    guard let first = one.withLock({ $0 }), let second = other.withLock({ $0 }) else {
      preconditionFailure("both iterations ended")
    }
    return (try first.result.get(), try second.result.get())
  }

  /// `@unchecked Sendable` holds because a result is made whole by one worker, which keeps nothing of it, and
  /// then belongs to the task that waits for all workers.
  private struct Handover<Made>: @unchecked Sendable {
    let result: Result<Made, any Error>
  }
}
