import Glibc

extension UnsafeBufferPointer<UInt8> {
  /// Whether both hold the same bytes.
  package func isEqual(to other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count else { return false }
    guard let one = baseAddress, let another = other.baseAddress else { return true }
    return memcmp(one, another, count) == 0
  }
}
