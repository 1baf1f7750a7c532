import Dispatch
import Synchronization

/// Work that several processors do at once.
package enum SideBySide {
  /// The results of `work` for every number below `count`, in that order. Work is begun in the order of the
  /// numbers, so what takes long comes first.
  package static func results<Made>(_ count: Int, of work: @Sendable (Int) -> Made) -> [Made] {
    let made = Mutex<[Int: Handover<Made>]>([:])
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let result = Handover(made: work(index))
      made.withLock { $0[index] = result }
    }
    let done = made.withLock { $0 }
    return (0..<count).compactMap { done[$0]?.made }
  }

  /// The results of `transform` in the order of the items.
  /// - Throws: the error of the first item that has one.
  package static func map<Item: Sendable, Made>(
    _ items: [Item], _ transform: @Sendable (Item) throws -> Made
  ) throws -> [Made] {
    try results(items.count) { index in Result { try transform(items[index]) } }.map { try $0.get() }
  }

  /// Two results that need nothing of each other. Either may be made side by side in turn.
  package static func both<First, Second>(
    _ first: () -> First, and second: @escaping @Sendable () -> Second
  ) -> (First, Second) {
    let other = Box<Handover<Second>>()
    let isDone = DispatchSemaphore(value: 0)
    DispatchQueue.global().async {
      let result = Handover(made: second())
      other.value.withLock { $0 = result }
      isDone.signal()
    }
    let one = first()
    isDone.wait()
    return (one, other.value.withLock { $0 }?.made ?? second())
  }

  private final class Box<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
  }

  /// `@unchecked Sendable` holds because a result is made by one worker, which keeps nothing of it but what
  /// all of them only read, and is read by the task that waits for all workers.
  private struct Handover<Made>: @unchecked Sendable {
    let made: Made
  }
}
