import Synchronization

/// Things that only one task may use at a time, lent out and taken back.
package final class Pool<Thing>: Sendable {
  private let idle = Mutex<[Lent]>([])
  private let make: @Sendable () -> Thing

  /// Holds a thing on its way in and out. `@unchecked Sendable` holds because the thing is in the pool or with the
  /// one task that took it, never both.
  private struct Lent: @unchecked Sendable {
    let thing: Thing
  }

  /// - Parameter make: makes one more when all are lent.
  package init(_ make: @escaping @Sendable () -> Thing) {
    self.make = make
  }

  package func use<Result>(_ body: (Thing) -> Result) -> Result {
    let lent = idle.withLock { $0.popLast() } ?? Lent(thing: make())
    defer { idle.withLock { $0.append(lent) } }
    return body(lent.thing)
  }
}
