import Glibc

/// Resolves the references of schemas and documents to local files. No scheme but `file` exists
/// here, and nothing outside the folders that the user named can be reached, by whatever path or
/// symbolic link: a schema or a document from elsewhere must not read the user's files.
struct LocalReference {
  enum Fault: Error {
    case remote, outside, unreadable
  }

  let path: String
  let fragment: String?

  /// - Parameters:
  ///   - base: the file that the reference stands in.
  ///   - folders: where files may lie, as real paths.
  init(_ reference: String, base: String?, within folders: [String]) throws(Fault) {
    let parts = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let written = parts.first.map(String.init) ?? ""
    fragment = parts.count == 2 ? Self.decoded(String(parts[1])) : nil
    guard let local = Self.local(written) else { throw .remote }
    let joined = local.isEmpty ? base ?? "" : Self.join(local, to: base)
    guard !joined.utf8.contains(0) else { throw .unreadable }
    guard let real = Self.real(joined) else {
      // What does not exist may still be told apart from what may not be named.
      throw Self.isInside(Self.lexical(joined), folders) ? .unreadable : .outside
    }
    guard Self.isInside(real, folders) else { throw .outside }
    path = joined
  }

  /// `reference` as a path, starting from the folder of `base`.
  static func join(_ reference: String, to base: String?) -> String {
    let local = local(reference) ?? reference
    if local.hasPrefix("/") { return local }
    guard let base, let slash = base.lastIndex(of: "/") else { return local }
    return base[...slash] + local
  }

  /// The folder of a file as a real path.
  static func folder(of path: String?) -> String? {
    guard let path, let slash = path.lastIndex(of: "/") else { return real(".") }
    return real(slash == path.startIndex ? "/" : String(path[..<slash]))
  }

  static func isRemote(_ reference: String) -> Bool { local(reference) == nil }

  static func real(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func isInside(_ path: String, _ folders: [String]) -> Bool {
    // Bytes: two spellings of one letter are two folders.
    folders.contains { $0 == "/" || path.utf8.starts(with: ($0 + "/").utf8) }
  }

  /// The path with `.` and `..` taken out by their words alone.
  private static func lexical(_ path: String) -> String {
    let full = path.hasPrefix("/") ? path : (real(".") ?? "") + "/" + path
    var parts: [Substring] = []
    for part in full.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// The path in a reference, or nil when it names another machine or another scheme (RFC 3986, 3.1).
  private static func local(_ reference: String) -> String? {
    if reference.lowercased().hasPrefix("file:") {
      var path = reference.dropFirst(5)
      if path.hasPrefix("//localhost/") { path = path.dropFirst(11) }
      if path.hasPrefix("///") { path = path.dropFirst(2) }
      return path.hasPrefix("/") && !path.hasPrefix("//") ? decoded(String(path)) : nil
    }
    if reference.hasPrefix("//") { return nil }
    if let colon = reference.firstIndex(of: ":") {
      let scheme = reference[..<colon]
      let isScheme =
        scheme.first?.isLetter == true
        && scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
      if isScheme { return nil }
    }
    return decoded(reference)
  }

  private static func decoded(_ text: String) -> String {
    guard text.contains("%") else { return text }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(code)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
