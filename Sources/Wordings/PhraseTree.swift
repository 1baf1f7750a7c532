/// The words of many phrases, one phrase behind the other.
struct PhraseList: Sendable {
  private var all: [Int32] = []
  private var ends: [Int32] = []

  var count: Int { ends.count }

  func words(_ number: Int32) -> ArraySlice<Int32> {
    let start = number == 0 ? 0 : Int(ends[Int(number) - 1])
    return all[start..<Int(ends[Int(number)])]
  }

  mutating func append(_ words: some Sequence<Int32>) {
    all += words
    ends.append(Int32(all.count))
  }
}

/// Phrases as a tree of their words. A state is what was read so far; the first has read nothing.
struct PhraseTree {
  /// The word by which each state is reached.
  private(set) var words: [Int32] = [0]
  private(set) var parents: [Int32] = [0]
  private(set) var depths: [Int32] = [0]
  /// The phrase that ends at each state, or -1.
  private(set) var phrases: [Int32] = [-1]
  /// Whether some phrase goes on from each state.
  private(set) var goesOn: [Bool] = [false]
  /// Twenty bits of state, twenty of the word, and where it leads; 0 for none.
  private var places = [UInt64](repeating: 0, count: 1 << 10)

  var count: Int { words.count }

  /// The phrase with these words; the number is theirs where they had none.
  @discardableResult mutating func insert(_ words: some Sequence<Int32>, number: Int32) -> Int32 {
    var state: Int32 = 0
    for word in words { state = next(state, word) ?? added(state, word) }
    if phrases[Int(state)] < 0 { phrases[Int(state)] = number }
    return phrases[Int(state)]
  }

  private func next(_ state: Int32, _ word: Int32) -> Int32? {
    let key = UInt64(state) << 20 | UInt64(word)
    var slot = Self.slot(key) & (places.count - 1)
    while places[slot] != 0 {
      if places[slot] >> 24 == key { return Int32(truncatingIfNeeded: places[slot] & 0xFF_FFFF) }
      slot = (slot + 1) & (places.count - 1)
    }
    return nil
  }

  private mutating func added(_ state: Int32, _ word: Int32) -> Int32 {
    let new = Int32(count)
    words.append(word)
    parents.append(state)
    depths.append(depths[Int(state)] + 1)
    phrases.append(-1)
    goesOn.append(false)
    goesOn[Int(state)] = true
    if count * 2 >= places.count { grow() }
    put(UInt64(state) << 20 | UInt64(word), new)
    return new
  }

  private mutating func put(_ key: UInt64, _ state: Int32) {
    var slot = Self.slot(key) & (places.count - 1)
    while places[slot] != 0 { slot = (slot + 1) & (places.count - 1) }
    places[slot] = key << 24 | UInt64(state)
  }

  private mutating func grow() {
    let old = places
    places = [UInt64](repeating: 0, count: old.count * 4)
    for place in old where place != 0 { put(place >> 24, Int32(truncatingIfNeeded: place & 0xFF_FFFF)) }
  }

  @inline(__always) private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }

  /// All states but the first, the nearest first.
  func byDepth() -> [Int] {
    var starts = [Int](repeating: 0, count: Int(depths.max() ?? 0) + 2)
    for depth in depths.dropFirst() { starts[Int(depth) + 1] += 1 }
    for depth in starts.indices.dropFirst() { starts[depth] += starts[depth - 1] }
    var order = [Int](repeating: 0, count: count - 1)
    for state in words.indices.dropFirst() {
      order[starts[Int(depths[state])]] = state
      starts[Int(depths[state])] += 1
    }
    return order
  }

  /// For each state the one with the longest end of its words.
  func links(_ order: [Int]) -> [Int32] {
    var back = [Int32](repeating: 0, count: count)
    for state in order where parents[state] != 0 {
      var candidate = back[Int(parents[state])]
      while true {
        if let found = next(candidate, words[state]) {
          back[state] = found
          break
        }
        guard candidate != 0 else { break }
        candidate = back[Int(candidate)]
      }
    }
    return back
  }
}
