/// Why the bytes of an input cannot be had, or are no text.
package enum InputFault: RefusalCause {
  case missing
  case directory
  case permissionDenied
  case notAFile
  case silentPipe
  /// The system's error number (POSIX.1).
  case readError(errno: Int32)
  /// Links that lead to each other and never to a file.
  case linkLoop
  case empty
  case tooLarge(limit: Int)
  case encodingContradiction(declared: String, actual: String)
  case unsupportedEncoding(declared: String)
  case brokenUTF8(byte: UInt8)
  case brokenUTF16
  /// The file changed while it was read: what was read is neither the old text nor the new one.
  case changedWhileRead
}
