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
