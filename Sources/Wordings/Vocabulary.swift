/// Numbers of the words that phrases are made of, found by the number that folding gives them.
struct Vocabulary: Sendable {
  private var keys: [UInt64] = [UInt64](repeating: 0, count: 1 << 10)
  private var ids: [Int32] = [Int32](repeating: 0, count: 1 << 10)
  /// How many there are; the first has the number 1.
  private(set) var count = 0

  /// The number of a word, a new one where it has none.
  mutating func number(of hash: UInt64) -> Int32 {
    if count * 2 >= keys.count { grow() }
    var slot = Int(truncatingIfNeeded: hash) & (keys.count - 1)
    while ids[slot] != 0 {
      if keys[slot] == hash { return ids[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    count += 1
    keys[slot] = hash
    ids[slot] = Int32(count)
    return Int32(count)
  }

  private mutating func grow() {
    let old = (keys, ids)
    keys = [UInt64](repeating: 0, count: old.0.count * 4)
    ids = [Int32](repeating: 0, count: old.0.count * 4)
    for (key, id) in zip(old.0, old.1) where id != 0 {
      var slot = Int(truncatingIfNeeded: key) & (keys.count - 1)
      while ids[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
      keys[slot] = key
      ids[slot] = id
    }
  }

  func withLookUp<Result>(_ body: (LookUp) -> Result) -> Result? {
    keys.withUnsafeBufferPointer { keys in
      ids.withUnsafeBufferPointer { ids in
        guard let first = keys.baseAddress, let second = ids.baseAddress else { return nil }
        return body(LookUp(keys: first, ids: second, mask: keys.count - 1))
      }
    }
  }

  struct LookUp {
    let keys: UnsafePointer<UInt64>
    let ids: UnsafePointer<Int32>
    let mask: Int

    /// The number of a word; 0 where it has none.
    @inline(__always) func callAsFunction(_ hash: UInt64) -> Int32 {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while true {
        let id = ids[slot]
        if id == 0 || keys[slot] == hash { return id }
        slot = (slot + 1) & mask
      }
    }
  }
}
