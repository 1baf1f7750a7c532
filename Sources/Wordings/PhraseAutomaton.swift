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
  ///   - phrases: none of them empty and no two alike.
  ///   - numbers: those that are looked for.
  ///   - words: how many words the vocabulary has.
  init(_ phrases: PhraseList, _ numbers: some Sequence<Int32>, words: Int) {
    var tree = PhraseTree()
    for number in numbers { tree.insert(phrases.words(number), number: number) }
    precondition(tree.count < Target.most && words < Target.most)
    let order = tree.byDepth()
    let back = tree.links(order)
    var states = tree.phrases.indices.map { State(phrase: tree.phrases[$0], length: tree.depths[$0]) }
    for state in order {
      let behind = Int(back[state])
      states[state].shorter = states[behind].ending
      states[state].ending = states[state].phrase >= 0 ? Int32(state) : states[state].shorter
      states[state].back = tree.goesOn[behind] ? Int32(behind) : states[behind].back
    }
    // The start is where all phrases begin: it is never one to go on from.
    func target(_ state: Int) -> Target {
      var bits = UInt32(state)
      if states[state].ending != 0 { bits |= Target.isEnding }
      if tree.goesOn[state] || states[state].back != 0 { bits |= Target.goesOn }
      return Target(bits: bits)
    }
    var beginnings = [Target](repeating: .start, count: words + 1)
    var size = 64
    while size < tree.count * 2 { size *= 2 }
    var transitions = [UInt64](repeating: 0, count: size)
    var filter = [UInt64](repeating: 0, count: Self.filterSize)
    for state in order {
      let word = tree.words[state]
      let parent = tree.parents[state]
      if parent == 0 {
        beginnings[Int(word)] = target(state)
        continue
      }
      let key = UInt64(parent) << 20 | UInt64(word)
      let bit = Self.bit(key)
      filter[bit >> 6] |= 1 << UInt64(bit & 63)
      var slot = Self.slot(key) & (size - 1)
      while transitions[slot] != 0 { slot = (slot + 1) & (size - 1) }
      transitions[slot] = key << 24 | UInt64(target(state).bits)
    }
    self.states = states
    self.beginnings = beginnings
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
