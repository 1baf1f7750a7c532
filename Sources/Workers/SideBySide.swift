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

  /// Two results that need nothing of each other, the second beside the first. The caller never waits for a free
  /// processor: what nobody has begun when the first is done it makes itself.
  package static func both<First, Second>(
    _ first: () -> First, and second: @escaping @Sendable () -> Second
  ) -> (First, Second) {
    let other = FirstUse { Handover(made: second()) }
    other.begin()
    return (first(), other.value.made)
  }

  /// `@unchecked Sendable` holds because a result is made by one worker, which keeps nothing of it but what
  /// all of them only read, and is read by the task that waits for all workers.
  private struct Handover<Made>: @unchecked Sendable {
    let made: Made
  }
}
