import Glibc
import Synchronization

/// Ctrl-C, or the end that a system asks for (SIGTERM), lets a review finish the plans in hand and keep its
/// journal; a second one ends it at once.
enum Interruption {
  private static let signal = Atomic<Int32>(0)

  static var isAsked: Bool { asked != nil }
  /// The signal that asked; a program ended by it should end the way that signal ends one.
  static var asked: Int32? {
    let number = signal.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }

  static func watch() {
    for number in [SIGINT, SIGTERM] {
      // A parent that is a server or a test may have left the signal blocked for its children.
      var signals = sigset_t()
      sigemptyset(&signals)
      sigaddset(&signals, number)
      pthread_sigmask(SIG_UNBLOCK, &signals, nil)
      Glibc.signal(number) { number in
        Interruption.signal.store(number, ordering: .relaxed)
        Glibc.signal(number, SIG_DFL)
      }
    }
  }
}
