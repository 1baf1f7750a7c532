import Dispatch
import Synchronization

/// A value that is made when it is first asked for, once, whoever asks.
package final class FirstUse<Value: Sendable>: Sendable {
  private let make: @Sendable () -> Value
  private let made = Mutex<Value?>(nil)

  package init(_ make: @escaping @Sendable () -> Value) {
    self.make = make
  }

  /// Begins to make it beside what the caller does next.
  package func begin() {
    DispatchQueue.global().async { _ = self.value }
  }

  package var value: Value {
    made.withLock { made in
      if let made { return made }
      let value = make()
      made = value
      return value
    }
  }
}
