import Glibc
import Phrasing
import Writing

/// When a review tells how far it is.
package enum ReviewProgress: String, Sendable, CaseIterable {
  case auto, always, never
}

/// How far a review is: one moving line on a terminal, else a plain line every ten seconds, on standard error.
final class Progress {
  private let total: Int?
  private let language: Language
  private let isMoving: Bool
  private let pause: Double
  private let start = Progress.now
  private var last = Progress.now

  /// Nil where nothing is to be shown.
  init?(_ when: ReviewProgress, total: Int?, language: Language) {
    guard when != .never else { return nil }
    isMoving = when == .always || isatty(STDERR_FILENO) == 1
    pause = isMoving ? 0.2 : 10
    self.total = total
    self.language = language
  }

  deinit {
    if isMoving { Self.write("\r\u{1B}[K") }
  }

  func show(done: Int) {
    let now = Self.now
    guard now - last >= pause else { return }
    last = now
    let rate = Double(done) / max(now - start, 0.001)
    let left = total.map { Self.time(Double($0 - done) / max(rate, 0.001)) }
    let text = language(.review(.progress(done: done, total: total, rate: Int(rate), left: left)))
    Self.write(isMoving ? "\r\u{1B}[K\(text)" : text + "\n")
  }

  private static func time(_ seconds: Double) -> String {
    let whole = Int(min(seconds, 359_999))
    let (minutes, rest) = ((whole / 60) % 60, whole % 60)
    let tail = (rest < 10 ? "0" : "") + "\(rest)"
    guard whole >= 3600 else { return "\(minutes):\(tail)" }
    return "\(whole / 3600):" + (minutes < 10 ? "0" : "") + "\(minutes):\(tail)"
  }

  /// Seconds of a clock that never goes back; progress is shown to people and is in no output.
  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func write(_ text: String) {
    _ = OutputFile.writeAll(Array(text.utf8), to: STDERR_FILENO)
  }
}
