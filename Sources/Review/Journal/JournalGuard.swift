import Glibc
import Rounds
import Source
import Writing

/// Keeps a journal to one writer: a lock on `review.lock` and one on the journal itself, which still holds when
/// somebody takes the first away because it looks left behind.
final class JournalGuard: Sendable {
  private let lockPath: String
  private let path: String
  private let lock: Int32
  /// -1 where the journal cannot be opened; SQLite says why in better words.
  private let journal: Int32

  /// - Throws: `Refusal` when another review has the folder, or `OutputFailure`.
  init(_ folder: String) throws {
    lockPath = "\(folder)/review.lock"
    path = "\(folder)/\(ReviewFolder.journal)"
    lock = open(lockPath, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard lock >= 0 else { throw OutputFailure(path: lockPath, code: errno) }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      close(lock)
      throw Refusal(source: folder, cause: JournalFault.inUse)
    }
    // Closed after the database: POSIX drops SQLite's own locks of a file when any descriptor of it is closed.
    journal = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard journal < 0 || flock(journal, LOCK_EX | LOCK_NB) == 0 else {
      close(journal)
      close(lock)
      throw Refusal(source: folder, cause: JournalFault.inUse)
    }
  }

  deinit {
    if journal >= 0 { close(journal) }
    close(lock)
  }

  /// Whether the journal is still the file that was opened: one that was taken away or replaced takes rows that
  /// nobody will ever see.
  var isInPlace: Bool { journal < 0 || Self.isSame(journal, path) }

  /// Whether `review.lock` is still there.
  var isLocked: Bool { Self.isSame(lock, lockPath) }

  private static func isSame(_ descriptor: Int32, _ path: String) -> Bool {
    var (open, there) = (stat(), stat())
    return fstat(descriptor, &open) == 0 && stat(path, &there) == 0 && open.st_dev == there.st_dev
      && open.st_ino == there.st_ino
  }
}

/// What ends a review because its journal is no longer its own. The rows that were judged are in no output.
package struct JournalLost: Error, Sayable {
  let path: String

  package var phrase: Phrase { Phrase("refusals.journal-lost", ["path": .text(path)]) }
}
