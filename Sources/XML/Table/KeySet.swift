/// Values of keys, found by their bytes. Hashed with the seed of the process, so that nobody can choose ids that
/// all meet in one slot.
struct KeySet {
  private var slots: [UnsafeBufferPointer<UInt8>?]
  private let mask: Int

  /// - Parameter count: how many values there will be at most.
  init(for count: Int) {
    var size = 16
    while size < count * 2 { size *= 2 }
    slots = Array(repeating: nil, count: size)
    mask = size - 1
  }

  /// Puts a value in; its bytes must outlive the set. False when it is there already.
  mutating func insert(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    let slot = self.slot(of: value)
    guard slots[slot] == nil else { return false }
    slots[slot] = value
    return true
  }

  func contains(_ value: UnsafeBufferPointer<UInt8>) -> Bool { slots[slot(of: value)] != nil }

  /// The slot that holds the value, or the free one where it belongs.
  private func slot(of value: UnsafeBufferPointer<UInt8>) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(value))
    var slot = hasher.finalize() & mask
    while let there = slots[slot] {
      if there.isEqual(to: value) { break }
      slot = (slot + 1) & mask
    }
    return slot
  }
}
