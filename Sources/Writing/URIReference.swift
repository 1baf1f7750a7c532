/// Addresses and paths as URI references (RFC 3986).
package enum URIReference {
  private static let unreserved = Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
  private static let reserved = Set(":?#[]@!$&'()*+,;=%".utf8)

  /// An address as a source gives it: what no address may hold is encoded.
  package static func of(_ address: String) -> String {
    encoded(address) { unreserved.contains($0) || reserved.contains($0) }
  }

  /// The path of a file as a relative reference.
  package static func ofPath(_ path: String) -> String { encoded(path, keeping: unreserved.contains) }

  private static func encoded(_ text: String, keeping: (UInt8) -> Bool) -> String {
    text.utf8.map { byte in
      guard !keeping(byte) else { return String(Unicode.Scalar(byte)) }
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (digits.count == 1 ? "0" + digits : digits)
    }.joined()
  }
}
