import Glibc

/// What happens when the memory that the system allows is at its end. libxml2 and SQLite say so and go on; Swift ends
/// the program where it asks for memory, with a signal. Then the program says in one line what happened and ends as it
/// does for an input that it cannot judge: no signal, no trace of the stack, and nothing that looks like a verdict.
enum MemoryEnd {
  /// The line and the status, made ready while there is memory. Written by one thread before any work begins.
  nonisolated(unsafe) private static var line: UnsafeMutablePointer<CChar>?
  nonisolated(unsafe) private static var length = 0
  nonisolated(unsafe) private static var status: Int32 = 2
  /// What libraries said to standard error. Shown only when the program ends by a fault of its own.
  nonisolated(unsafe) private static var words: UnsafeMutablePointer<CChar>?
  private static let mostWords = 4096

  /// Watches for the end of the memory.
  /// - Parameters:
  ///   - message: what to say then.
  ///   - status: the exit status then.
  static func watch(saying message: String, status: Int32) {
    self.status = status
    line = strdup(message + "\n")
    length = line.map { strlen($0) } ?? 0
    keepLibrariesQuiet()
    // A stack of its own: the other may be what there is no memory for.
    var stack = stack_t()
    stack.ss_size = 64 << 10
    stack.ss_sp = malloc(stack.ss_size)
    sigaltstack(&stack, nil)
    for number in [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { number in
        // The error of the allocation that failed is still there: nothing else was called in between.
        if errno == ENOMEM {
          _ = Glibc.write(STDERR_FILENO, MemoryEnd.line, MemoryEnd.length)
          _exit(MemoryEnd.status)
        }
        // Any other end is a fault of the program, and shows as one.
        if let words = MemoryEnd.words { _ = Glibc.write(STDERR_FILENO, words, strlen(words)) }
        signal(number, SIG_DFL)
        raise(number)
      }
      action.sa_flags = Int32(SA_ONSTACK) | Int32(bitPattern: UInt32(SA_NODEFER))
      sigaction(number, &action, nil)
    }
  }

  /// Swift's runtime says how many bytes it could not get, and libxml2 has words of its own; both write to the stream
  /// of C, which nothing of ours does. It becomes a piece of memory, so that none of it reaches a person.
  private static func keepLibrariesQuiet() {
    words = calloc(1, mostWords)?.assumingMemoryBound(to: CChar.self)
    guard let words, let quiet = fmemopen(words, mostWords - 1, "w"),
      let stream = dlsym(nil, "stderr")?.assumingMemoryBound(to: UnsafeMutablePointer<FILE>.self)
    else { return }
    setvbuf(quiet, nil, _IONBF, 0)
    stream.pointee = quiet
  }
}
