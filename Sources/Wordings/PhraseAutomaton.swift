/// Finds all phrases in one pass over the words of a text, however many there are (Aho and Corasick, 1975, with words
/// for letters). The way back after a mismatch is worked out beforehand, so that a word costs one look-up.
struct PhraseAutomaton: Sendable {
  /// Where the first word of a phrase leads, by its number.
  private let beginnings: [Int32]
  /// Transitions from all other states: state and word, and where they lead.
  private let keys: [UInt64]
  private let targets: [Int32]
  /// For each state the next one, itself included, at which a phrase ends; 0 for none.
  private let endings: [Int32]
  /// For each state the next one behind it at which a shorter phrase ends.
  private let shorter: [Int32]
  private let phrases: [Int32]
  private let lengths: [Int32]

  /// - Parameters:
  ///   - phrases: the words of each, none of them empty and no two alike.
  ///   - words: how many words the vocabulary has.
  init(_ phrases: [[Int32]], words: Int) {
    var trie = Trie()
    for (number, phrase) in phrases.enumerated() { trie.insert(phrase, number: Int32(number)) }
    let links = trie.links()
    var beginnings = [Int32](repeating: 0, count: words + 1)
    for edge in trie.edges[0] { beginnings[Int(edge.word)] = edge.target }
    // Each state also knows where the states behind it would go.
    var all: [[Trie.Edge]] = trie.edges
    var count = 0
    for state in links.order {
      let inherited = links.back[state] == 0 ? [] : all[Int(links.back[state])]
      let own = trie.edges[state]
      all[state] = own + inherited.filter { edge in !own.contains { $0.word == edge.word } }
      count += all[state].count
    }
    var size = 64
    while size < count * 2 { size *= 2 }
    var keys = [UInt64](repeating: 0, count: size)
    var targets = [Int32](repeating: 0, count: size)
    for state in links.order {
      for edge in all[state] {
        let key = UInt64(state) << 32 | UInt64(edge.word)
        var slot = Self.slot(key) & (size - 1)
        while keys[slot] != 0 { slot = (slot + 1) & (size - 1) }
        keys[slot] = key
        targets[slot] = edge.target
      }
    }
    self.beginnings = beginnings
    self.keys = keys
    self.targets = targets
    var endings = trie.phrases.indices.map { trie.phrases[$0] >= 0 ? Int32($0) : 0 }
    var shorter = [Int32](repeating: 0, count: endings.count)
    for state in links.order {
      shorter[state] = endings[Int(links.back[state])]
      if endings[state] == 0 { endings[state] = shorter[state] }
    }
    self.endings = endings
    self.shorter = shorter
    self.phrases = trie.phrases
    lengths = trie.depths
  }

  @inline(__always) fileprivate static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }

  func withTables<Result>(_ body: (Tables) -> Result) -> Result? {
    beginnings.withUnsafeBufferPointer { beginnings in
      keys.withUnsafeBufferPointer { keys in
        targets.withUnsafeBufferPointer { targets in
          endings.withUnsafeBufferPointer { endings in
            guard let first = beginnings.baseAddress, let second = keys.baseAddress,
              let third = targets.baseAddress, let fourth = endings.baseAddress
            else { return nil }
            return body(
              Tables(
                beginnings: first, keys: second, targets: third, endings: fourth, mask: keys.count - 1))
          }
        }
      }
    }
  }

  struct Tables {
    let beginnings: UnsafePointer<Int32>
    let keys: UnsafePointer<UInt64>
    let targets: UnsafePointer<Int32>
    let endings: UnsafePointer<Int32>
    let mask: Int

    /// The state after one more word.
    @inline(__always) func next(_ state: Int32, _ word: Int32) -> Int32 {
      guard word != 0 else { return 0 }
      if state != 0 {
        let key = UInt64(UInt32(bitPattern: state)) << 32 | UInt64(UInt32(bitPattern: word))
        var slot = PhraseAutomaton.slot(key) & mask
        while keys[slot] != 0 {
          if keys[slot] == key { return targets[slot] }
          slot = (slot + 1) & mask
        }
      }
      return beginnings[Int(word)]
    }
  }

  /// The phrases that end where `state` is reached, the longest first.
  @inline(__always) func forEachEnding(at state: Int32, _ body: (_ phrase: Int32, _ length: Int32) -> Void) {
    var ending = endings[Int(state)]
    while ending != 0 {
      body(phrases[Int(ending)], lengths[Int(ending)])
      ending = shorter[Int(ending)]
    }
  }
}

/// The phrases as a tree of their words.
private struct Trie {
  struct Edge {
    let word: Int32
    let target: Int32
  }

  /// For each state, whose first is the root, where it leads.
  var edges: [[Edge]] = [[]]
  /// The phrase that ends at each state, or -1.
  var phrases: [Int32] = [-1]
  var depths: [Int32] = [0]
  private var places: [UInt64: Int32] = [:]

  mutating func insert(_ words: [Int32], number: Int32) {
    var state: Int32 = 0
    for word in words {
      let key = UInt64(state) << 32 | UInt64(word)
      if let next = places[key] {
        state = next
        continue
      }
      let next = Int32(edges.count)
      places[key] = next
      edges[Int(state)].append(Edge(word: word, target: next))
      edges.append([])
      phrases.append(-1)
      depths.append(depths[Int(state)] + 1)
      state = next
    }
    phrases[Int(state)] = number
  }

  /// For each state the one with the longest end of its words, and all states but the root by their depth.
  func links() -> (back: [Int32], order: [Int]) {
    var back = [Int32](repeating: 0, count: edges.count)
    var order = edges[0].map { Int($0.target) }
    var next = 0
    while next < order.count {
      let state = order[next]
      next += 1
      for edge in edges[state] {
        order.append(Int(edge.target))
        var candidate = back[state]
        var found: Int32?
        while true {
          found = places[UInt64(candidate) << 32 | UInt64(edge.word)]
          if found != nil || candidate == 0 { break }
          candidate = back[Int(candidate)]
        }
        back[Int(edge.target)] = found ?? 0
      }
    }
    return (back, order)
  }
}
