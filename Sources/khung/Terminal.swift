import Glibc
import Writing

/// How the text of a report is set: for the terminal that shows it, or for a file.
struct Terminal {
  private let isTerminal: Bool

  /// - Parameter isOutput: whether the text goes to standard output at all.
  init(isOutput: Bool) {
    isTerminal = isOutput && isatty(STDOUT_FILENO) == 1
  }

  var style: TerminalStyle {
    isTerminal && getenv("NO_COLOR") == nil && !isDumb ? .coloured : .plain
  }

  /// Whether the terminal says that it knows no escapes.
  private var isDumb: Bool { getenv("TERM").map { strcmp($0, "dumb") == 0 } ?? false }

  /// Columns of the terminal; 100 where there is none, so that a file reads the same everywhere.
  var width: Int {
    var size = winsize()
    guard isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
    return Int(size.ws_col)
  }
}
