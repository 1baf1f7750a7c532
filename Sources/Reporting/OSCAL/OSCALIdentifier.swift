import Crypto

/// Identifiers of OSCAL documents.
enum OSCALIdentifier {
  /// A UUID of version 5 (RFC 9562) in the namespace of `urn:khung:oscal:1`, itself the version 5 of that
  /// name among URLs: the same name always gives the same UUID.
  static func uuid(_ name: String) -> String {
    let urls: [UInt8] = [
      0x6B, 0xA7, 0xB8, 0x11, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30, 0xC8,
    ]
    let bytes = version5(version5(urls, "urn:khung:oscal:1"), name)
    let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
    return [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { digits[$0].joined() }.joined(separator: "-")
  }

  private static func version5(_ namespace: [UInt8], _ name: String) -> [UInt8] {
    var bytes = Array(Insecure.SHA1.hash(data: namespace + Array(name.utf8)).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    return bytes
  }
}
