/// Finds all phrases in one pass over the words of a text, however many there are (Aho and Corasick, 1975, with words
/// for letters). After a mismatch the next state that can go on at all is known, so that few words cost more than one
/// look-up; to write all transitions out would take nine times the memory, and its time is the cache's.
struct PhraseAutomaton: Sendable {
  struct State: Sendable {
    /// The state, itself or one behind it, at which the longest phrase ends here; 0 for none.
    var ending: Int32 = 0
    /// The one behind it at which the next shorter phrase ends.
    var shorter: Int32 = 0
    var phrase: Int32 = -1
    var length: Int32 = 0
    /// The one behind it from which some phrase may go on; 0 for none.
    var back: Int32 = 0
  }

  /// A state in a transition: its number and what need not be looked up.
  struct Target: Sendable {
    let bits: UInt32
    static let start = Target(bits: 0)
    static let isEnding: UInt32 = 1 << 22
    static let goesOn: UInt32 = 1 << 23
    static let most = 1 << 20

    init(bits: UInt32) { self.bits = bits }

    var number: Int { Int(bits & 0xF_FFFF) }
    /// Whether a phrase ends here.
    var isEnding: Bool { bits & Self.isEnding != 0 }
    /// Whether a phrase may go on from here.
    var goesOn: Bool { bits & Self.goesOn != 0 }
  }

  /// Where the first word of a phrase leads, by its number.
  private let beginnings: [Target]
  /// Transitions from all other states: twenty bits of state, twenty of the word, and where it leads; 0 for none.
  private let transitions: [UInt64]
  /// A bit for each transition, few enough for the nearest cache: most words go on with no phrase.
  private let filter: [UInt64]
  private let states: [State]

  /// - Parameters:
  ///   - phrases: the words of each, with its number; none of them empty and no two alike.
  ///   - words: how many words the vocabulary has.
  init(_ phrases: [(number: Int32, words: [Int32])], words: Int) {
    var trie = Trie()
    for phrase in phrases { trie.insert(phrase.words, number: phrase.number) }
    let links = trie.links()
    precondition(trie.edges.count < Target.most && words < Target.most)
    var states = trie.phrases.indices.map { State(phrase: trie.phrases[$0], length: trie.depths[$0]) }
    for state in links.order {
      states[state].shorter = states[Int(links.back[state])].ending
      states[state].ending = states[state].phrase >= 0 ? Int32(state) : states[state].shorter
      let behind = Int(links.back[state])
      states[state].back = trie.edges[behind].isEmpty ? states[behind].back : Int32(behind)
    }
    self.states = states
    func target(_ state: Int32) -> Target {
      var bits = UInt32(state)
      if states[Int(state)].ending != 0 { bits |= Target.isEnding }
      if !trie.edges[Int(state)].isEmpty || states[Int(state)].back != 0 { bits |= Target.goesOn }
      return Target(bits: bits)
    }
    var beginnings = [Target](repeating: .start, count: words + 1)
    for edge in trie.edges[0] { beginnings[Int(edge.word)] = target(edge.target) }
    self.beginnings = beginnings
    var size = 64
    while size < trie.edges.count * 2 { size *= 2 }
    var transitions = [UInt64](repeating: 0, count: size)
    var filter = [UInt64](repeating: 0, count: Self.filterSize)
    for state in links.order {
      for edge in trie.edges[state] {
        let key = UInt64(state) << 20 | UInt64(edge.word)
        let bit = Self.bit(key)
        filter[bit >> 6] |= 1 << UInt64(bit & 63)
        var slot = Self.slot(key) & (size - 1)
        while transitions[slot] != 0 { slot = (slot + 1) & (size - 1) }
        transitions[slot] = key << 24 | UInt64(target(edge.target).bits)
      }
    }
    self.transitions = transitions
    self.filter = filter
  }

  @inline(__always) fileprivate static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }

  private static let filterSize = 1 << 12

  /// The bit of a transition in the filter.
  @inline(__always) fileprivate static func bit(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0xD6E8_FEB8_6659_FD93) >> 46)
  }

  /// The tables for a loop over words.
  func withTables<Result>(_ body: (Tables) -> Result) -> Result? {
    beginnings.withUnsafeBufferPointer { beginnings in
      transitions.withUnsafeBufferPointer { transitions in
        states.withUnsafeBufferPointer { states in
          filter.withUnsafeBufferPointer { filter in
            guard let first = beginnings.baseAddress, let second = transitions.baseAddress,
              let third = states.baseAddress, let fourth = filter.baseAddress
            else { return nil }
            return body(
              Tables(
                beginnings: first, transitions: second, states: third, filter: fourth,
                mask: transitions.count - 1))
          }
        }
      }
    }
  }

  struct Tables {
    let beginnings: UnsafePointer<Target>
    let transitions: UnsafePointer<UInt64>
    let states: UnsafePointer<State>
    let filter: UnsafePointer<UInt64>
    let mask: Int

    /// The state after one more word.
    @inline(__always) func next(_ state: Target, _ word: Int32) -> Target {
      guard word != 0 else { return .start }
      if state.goesOn {
        var from = UInt64(state.bits & 0xF_FFFF)
        repeat {
          let key = from << 20 | UInt64(UInt32(bitPattern: word))
          let bit = PhraseAutomaton.bit(key)
          var slot = PhraseAutomaton.slot(key) & mask
          while filter[bit >> 6] >> UInt64(bit & 63) & 1 != 0, transitions[slot] != 0 {
            let found = transitions[slot]
            if found >> 24 == key { return Target(bits: UInt32(truncatingIfNeeded: found) & 0xFF_FFFF) }
            slot = (slot &+ 1) & mask
          }
          from = UInt64(truncatingIfNeeded: states[Int(from)].back)
        } while from != 0
      }
      return beginnings[Int(word)]
    }

    /// Adds the phrases that end where `state` is reached, the longest first.
    @inline(__always) func collect(at state: Target, end: Int32, into hits: inout [TextScan.Hit]) {
      guard state.isEnding else { return }
      var ending = states[state.number].ending
      while ending != 0 {
        let found = states[Int(ending)]
        hits.append(TextScan.Hit(phrase: found.phrase, start: end &- found.length, end: end))
        ending = found.shorter
      }
    }
  }

  /// The phrases among some words of a text.
  func hits(_ words: [Word], in range: Range<Int>) -> [TextScan.Hit] {
    var hits: [TextScan.Hit] = []
    _ = withTables { tables in
      var state = Target.start
      for index in range {
        state = tables.next(state, words[index].id)
        tables.collect(at: state, end: Int32(index + 1), into: &hits)
      }
    }
    return hits
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
