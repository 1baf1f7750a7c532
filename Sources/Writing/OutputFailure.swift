import Glibc
import Source

/// An output that could not be written.
package struct OutputFailure: Error {
  package let path: String
  /// The system's error number (POSIX.1).
  package let code: Int32

  package init(path: String, code: Int32) {
    self.path = path
    self.code = code
  }
}

extension OutputFailure: Sayable {
  package var phrase: Phrase {
    Phrase("refusals.output-cannot-write", ["path": .text(path), "reason": .phrase(reason)])
  }

  private var reason: Phrase {
    switch code {
    case ENOSPC, EDQUOT: Phrase("refusals.output-disk-full")
    case EFBIG: Phrase("refusals.output-file-limit")
    case EPIPE: Phrase("refusals.output-pipe-closed")
    case EACCES, EPERM, EROFS: Phrase("refusals.output-may-not-write")
    case ENOENT, ENOTDIR: Phrase("refusals.output-no-such-folder")
    default: Phrase("refusals.output-system-error", ["code": .number(Int(code))])
    }
  }
}
