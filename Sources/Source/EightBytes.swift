/// Eight bytes of a text, looked at together.
@frozen package struct EightBytes {
  @usableFromInline static var low: UInt64 { 0x7F7F_7F7F_7F7F_7F7F }

  @usableFromInline let word: UInt64

  /// - Parameter address: where the first of them stands; all eight must be there.
  @inlinable @inline(__always)
  package init(at address: UnsafePointer<UInt8>) {
    word = UnsafeRawPointer(address).loadUnaligned(as: UInt64.self).littleEndian
  }

  /// The high bit of each byte that is `byte`, and of no other; the first byte is the lowest.
  @inlinable @inline(__always)
  package func places(of byte: UInt8) -> UInt64 {
    let other = word ^ (UInt64(byte) &* 0x0101_0101_0101_0101)
    return ~(((other & Self.low) &+ Self.low) | other | Self.low)
  }

  /// Whether one of them is below the space.
  @inlinable @inline(__always)
  package var hasControls: Bool {
    let upper = word & 0xE0E0_E0E0_E0E0_E0E0
    return ~(((upper & Self.low) &+ Self.low) | upper | Self.low) != 0
  }
}
