import Crypto
import Foundation

/// Names bytes by their content, so that a report can say exactly what it judged.
package enum ContentDigest {
  /// SHA-256 (FIPS 180-4) as 64 lower-case hexadecimal digits.
  package static func sha256(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef")
    return String(SHA256.hash(data: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }

  /// SHA-256 in Base64 (RFC 4648), as a Content Security Policy names a script.
  package static func sha256Base64(_ bytes: [UInt8]) -> String {
    Data(SHA256.hash(data: bytes)).base64EncodedString()
  }
}
