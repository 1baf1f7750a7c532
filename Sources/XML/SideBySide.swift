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

  /// Two results at once. Either may be made side by side in turn.
  package static func both<First, Second>(
    _ first: () throws -> First, _ second: @escaping @Sendable () throws -> Second
  ) throws -> (First, Second) {
    let other = Box<Handover<Second>>()
    let isDone = DispatchSemaphore(value: 0)
    DispatchQueue.global().async {
      let result = Handover(result: Result { try second() })
      other.value.withLock { $0 = result }
      isDone.signal()
    }
    let one = Result { try first() }
    isDone.wait()
    guard let result = other.value.withLock({ $0 })?.result else { preconditionFailure("it was signalled") }
    return (try one.get(), try result.get())
  }

  private final class Box<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
  }

  /// `@unchecked Sendable` holds because a result is made whole by one worker, which keeps nothing of it, and
  /// then belongs to the task that waits for all workers.
  private struct Handover<Made>: @unchecked Sendable {
    let result: Result<Made, any Error>
  }
}
