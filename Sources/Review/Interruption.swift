import Glibc
import Synchronization

/// Ctrl-C asks a review to finish the plans in hand and to keep its journal; a second one ends it at once.
public enum Interruption {
  private static let flag = Atomic<Bool>(false)

  public static var isAsked: Bool { flag.load(ordering: .relaxed) }

  public static func watch() {
    // A parent that is a server or a test may have left the signal blocked for its children.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    signal(SIGINT) { _ in
      Interruption.flag.store(true, ordering: .relaxed)
      signal(SIGINT, SIG_DFL)
    }
  }
}
