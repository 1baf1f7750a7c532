import CLibXML2
import Glibc
import Synchronization

/// Stops evaluations that take too long. libxml2 counts its operations and gives up at a limit; a
/// thread of ours lowers the limit of a context whose time is over, so that even one expression
/// that would run for minutes ends soon.
final class Watchdog: Sendable {
  static let shared = Watchdog()

  struct Watch: Sendable {
    fileprivate let number: Int
  }

  private struct Entry {
    /// The address of an `xmlXPathContext`; valid while the entry exists.
    let context: UInt
    let end: ContinuousClock.Instant
  }

  private struct State {
    var entries: [Int: Entry] = [:]
    var next = 0
    var isRunning = false
  }

  private static let pause: UInt32 = 20_000
  private let state = Mutex(State())

  /// Gives `context` a time limit that begins now, and a limit of steps.
  func watch(_ context: xmlXPathContextPtr, seconds: Double, steps: Int) -> Watch {
    context.pointee.opLimit = UInt(steps)
    let entry = Entry(
      context: UInt(bitPattern: context), end: .now + .milliseconds(Int64(seconds * 1000)))
    let (number, mustStart) = state.withLock { state in
      state.next += 1
      state.entries[state.next] = entry
      defer { state.isRunning = true }
      return (state.next, !state.isRunning)
    }
    if mustStart { start() }
    return Watch(number: number)
  }

  /// Whether the time of `context` was over before its steps were.
  static func hasStopped(_ context: xmlXPathContextPtr) -> Bool { context.pointee.opLimit == 1 }

  /// Ends the watch. After this returns nothing writes to the context any more.
  func release(_ watch: Watch) {
    state.withLock { _ = $0.entries.removeValue(forKey: watch.number) }
  }

  private func start() {
    var thread = pthread_t()
    let status = pthread_create(
      &thread, nil,
      { _ in
        while Watchdog.shared.look() { usleep(Watchdog.pause) }
        return nil
      }, nil)
    guard status == 0 else { return state.withLock { $0.isRunning = false } }
    pthread_detach(thread)
  }

  /// Stops what is late, and says whether anything is left to watch.
  private func look() -> Bool {
    let now = ContinuousClock.now
    return state.withLock { state in
      for entry in state.entries.values where entry.end <= now {
        if let context = xmlXPathContextPtr(bitPattern: entry.context) { khung_stop(context) }
      }
      state.isRunning = !state.entries.isEmpty
      return state.isRunning
    }
  }
}
