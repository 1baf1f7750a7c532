import Catalogue

/// All phrases of a catalogue's wordings and denials, and what each is a phrase of. Made once, shared by all readings:
/// as a value, its dozen arrays would be counted one by one at each of them.
final class PhraseBook: Sendable {
  /// What a phrase does besides saying a thing.
  struct Roles: OptionSet, Sendable {
    let rawValue: UInt32
    static let cue = Roles(rawValue: 1)
    static let exception = Roles(rawValue: 1 << 1)
    static let double = Roles(rawValue: 1 << 2)
    /// A cue that shows a form that nobody filled in.
    static let prompt = Roles(rawValue: 1 << 3)
    static let nothing = Roles(rawValue: 1 << 4)

    /// The second part of a cue that has two.
    static let second = Roles(rawValue: 1 << 5)

    init(rawValue: UInt32) { self.rawValue = rawValue }

    init(_ kind: ClauseWords.Kind) {
      let place = ClauseWords.Kind.allCases.firstIndex(of: kind) ?? 0
      rawValue = 1 << UInt32(8 + place)
    }

    /// What makes it worthwhile to look closer.
    static let opens: Roles = [.cue, .prompt, .nothing]
    /// What a text may hold beside words for nothing and still say nothing.
    static let saysNothing: Roles = [
      .cue, .nothing, Roles(.filler), Roles(.lightVerb), Roles(.adverb), Roles(.adverbial), Roles(.breaks),
      Roles(.opening),
    ]
    static let breaks = Roles(.breaks)
    static let forwardBreak = Roles(.forwardBreak)
    static let noBreak = Roles(.noBreak)
    static let opening = Roles(.opening)
    static let openingVerb = Roles(.openingVerb)
    static let predicate = Roles(.predicate)
    static let lightVerb = Roles(.lightVerb)
    static let adverbial = Roles(.adverbial)
    static let adverb = Roles(.adverb)
    static let instruction = Roles(.instruction)
    static let placeholder = Roles(.placeholder)
    static let slot = Roles(.slot)
    static let partial = Roles(.partial)
    static let naming = Roles(.naming)
  }

  struct Way: Sendable {
    let wording: Int32
    let number: Int32
    let isInOrder: Bool
  }

  struct Cue: Sendable {
    let denial: Int32
    let before: Denial.Reach
    let after: Denial.Reach
    /// The phrase that must follow within a few words, for a cue of two parts.
    let second: Int32?
    let isFirst: Bool
  }

  struct Double: Sendable {
    let first: Set<Int32>
    let second: Set<Int32>
    let cancels: DoubleDenial.Cancelled
  }

  let vocabulary: Vocabulary
  /// The phrases that are looked for in every text: what says a thing and what may take it back.
  let automaton: PhraseAutomaton
  /// The words that build clauses, looked for only where something may be taken back.
  let clauseAutomaton: PhraseAutomaton
  let abbreviations: [Bool]
  let roles: [Roles]
  let ways: [Way]
  let cues: [Cue]
  let doubles: [Double]
  let denials: [Denial]
  let wordingCount: Int
  let sayCount: Int
  /// Only phrases before this one do more than say a thing.
  let firstPlain: Int32
  /// For each phrase the parts that it does for.
  let says: Lists
  /// For each way its parts, in their order.
  let partsOfWay: Lists
  /// For each part the ways that are looked at when it was met: it is their rarest.
  let waysOfSay: Lists
  /// For each phrase the wordings that it makes another thing.
  let unless: Lists
  /// For each phrase the cues that it is, or begins.
  let cuesOfPhrase: Lists

  init(_ collection: WordingCollection) {
    denials = collection.denials
    wordingCount = collection.wordings.count
    var maker = Maker()
    for (number, denial) in collection.denials.enumerated() { maker.add(denial, number: Int32(number)) }
    for words in collection.clauseWords {
      for phrase in words.phrases { maker.add(phrase, role: Roles(words.kind)) }
    }
    for double in collection.doubleDenials { maker.add(double) }
    let plain = Int32(maker.phrases.count)
    firstPlain = plain
    maker.add(collection.wordings)
    vocabulary = maker.vocabulary
    let numbers = 0..<Int32(maker.phrases.count)
    var isSaid = maker.roles.map { !$0.isDisjoint(with: .opens) }
    for pair in maker.says { isSaid[Int(pair.key)] = true }
    for pair in maker.unless { isSaid[Int(pair.key)] = true }
    automaton = PhraseAutomaton(
      maker.phrases, numbers.lazy.filter { isSaid[Int($0)] }, words: maker.vocabulary.count)
    clauseAutomaton = PhraseAutomaton(maker.phrases, 0..<plain, words: maker.vocabulary.count)
    roles = maker.roles
    ways = maker.ways
    cues = maker.cues
    doubles = maker.doubles
    let count = maker.phrases.count
    sayCount = maker.sayCount
    says = Lists(maker.says, keys: count)
    partsOfWay = Lists(maker.parts, keys: maker.ways.count)
    waysOfSay = Lists(maker.anchors, keys: maker.sayCount)
    unless = Lists(maker.unless, keys: count)
    cuesOfPhrase = Lists(maker.cuesOfPhrase, keys: count)
    var abbreviations = [Bool](repeating: false, count: maker.vocabulary.count + 1)
    for phrase in 0..<plain where maker.roles[Int(phrase)].contains(Roles(.abbreviation)) {
      let words = maker.phrases.words(phrase)
      if let word = words.first, words.count == 1 { abbreviations[Int(word)] = true }
    }
    self.abbreviations = abbreviations
  }

  /// What a loop over sentences looks up.
  struct Tables {
    let says: Lists.Table
    let waysOfSay: Lists.Table
    let unless: Lists.Table
    let partsOfWay: Lists.Table
    let ways: UnsafeBufferPointer<Way>
  }

  func withTables(_ body: (Tables) -> Void) {
    says.withTable { says in
      waysOfSay.withTable { waysOfSay in
        unless.withTable { unless in
          partsOfWay.withTable { partsOfWay in
            ways.withUnsafeBufferPointer {
              body(
                Tables(says: says, waysOfSay: waysOfSay, unless: unless, partsOfWay: partsOfWay, ways: $0))
            }
          }
        }
      }
    }
  }

  /// What a phrase does besides saying a thing; nothing for most.
  @inline(__always) func role(_ phrase: Int32) -> Roles { phrase < firstPlain ? roles[Int(phrase)] : [] }

  /// Whether a phrase does for a part.
  @inline(__always) func isPhrase(_ phrase: Int32, of part: Int32) -> Bool {
    for place in says.places(phrase) where says[place] == part { return true }
    return false
  }
}

/// For each key a list of numbers, all in one array.
struct Lists: Sendable {
  private let starts: [Int32]
  private let values: [Int32]

  init(_ pairs: [(key: Int32, value: Int32)], keys: Int) {
    var counts = [Int32](repeating: 0, count: keys + 1)
    for pair in pairs { counts[Int(pair.key) + 1] += 1 }
    for key in 0..<keys { counts[key + 1] += counts[key] }
    starts = counts
    var next = counts
    var values = [Int32](repeating: 0, count: pairs.count)
    for pair in pairs {
      values[Int(next[Int(pair.key)])] = pair.value
      next[Int(pair.key)] += 1
    }
    self.values = values
  }

  /// Where the values of a key stand.
  @inline(__always) func places(_ key: Int32) -> Range<Int> {
    Range(uncheckedBounds: (Int(starts[Int(key)]), Int(starts[Int(key) &+ 1])))
  }

  @inline(__always) subscript(place: Int) -> Int32 { values[place] }

  /// The same for a loop that asks often.
  @inline(__always) func withTable<Result>(_ body: (Table) -> Result) -> Result {
    starts.withUnsafeBufferPointer { starts in
      values.withUnsafeBufferPointer { body(Table(starts: starts, values: $0)) }
    }
  }

  struct Table {
    let starts: UnsafeBufferPointer<Int32>
    let values: UnsafeBufferPointer<Int32>

    @inline(__always) func places(_ key: Int32) -> Range<Int> {
      Range(uncheckedBounds: (Int(starts[Int(key)]), Int(starts[Int(key) &+ 1])))
    }

    @inline(__always) subscript(place: Int) -> Int32 { values[place] }
  }
}

/// Gives numbers to words, phrases and parts.
private struct Maker {
  var vocabulary = Vocabulary()
  var phrases = PhraseList()
  var roles: [PhraseBook.Roles] = []
  var says: [(key: Int32, value: Int32)] = []
  var ways: [PhraseBook.Way] = []
  var parts: [(key: Int32, value: Int32)] = []
  var anchors: [(key: Int32, value: Int32)] = []
  var unless: [(key: Int32, value: Int32)] = []
  var cues: [PhraseBook.Cue] = []
  var cuesOfPhrase: [(key: Int32, value: Int32)] = []
  var doubles: [PhraseBook.Double] = []
  var sayCount = 0
  /// For each part how many words its shortest phrase has.
  private var shortest: [Int] = []
  private var sayNumbers: [[Int32]: Int32] = [:]
  private var tree = PhraseTree()
  private var scan = TextScan()
  private var words: [Int32] = []

  init() { scan.remember() }

  /// The number of a phrase; nil for one without a word.
  private mutating func number(of phrase: String) -> Int32? { numbers(of: [phrase]).first }

  /// The numbers of those phrases that have a word. They are folded together, so that most words are known.
  private mutating func numbers(of phrases: [String]) -> [Int32] {
    var text = phrases.joined(separator: "|")
    text += Self.end
    scan.fold(text)
    var result: [Int32] = []
    words.removeAll(keepingCapacity: true)
    for word in scan.words {
      if word.gap.contains(.cell), !words.isEmpty { result.append(numberOfWords()) }
      words.append(vocabulary.number(of: word.hash))
    }
    if !words.isEmpty { result.append(numberOfWords()) }
    return result
  }

  /// Spaces, so that the last words do not stand near the end of the text, where they are not known again.
  private static let end = "                  "

  private mutating func numberOfWords() -> Int32 {
    let new = Int32(phrases.count)
    let number = tree.insert(words, number: new)
    if number == new {
      phrases.append(words)
      roles.append([])
    }
    words.removeAll(keepingCapacity: true)
    return number
  }

  mutating func add(_ phrase: String, role: PhraseBook.Roles) {
    if let number = number(of: phrase) { roles[Int(number)].insert(role) }
  }

  mutating func add(_ wordings: [Wording]) {
    var uses: [Int] = []
    for (wording, entry) in wordings.enumerated() {
      for (place, way) in entry.ways.enumerated() {
        let number = Int32(ways.count)
        let says = way.says.map { phrases in say(of: numbers(of: phrases)) }
        for say in says { parts.append((number, say)) }
        uses += [Int](repeating: 0, count: sayCount - uses.count)
        // How many ways ask for a part tells how common its words are.
        for say in Set(says) { uses[Int(say)] += 1 }
        ways.append(
          PhraseBook.Way(wording: Int32(wording), number: Int32(place), isInOrder: way.isInOrder))
      }
      for number in numbers(of: entry.unless) { unless.append((number, Int32(wording))) }
    }
    var rarest = [Int32?](repeating: nil, count: ways.count)
    for part in parts {
      guard let best = rarest[Int(part.key)] else {
        rarest[Int(part.key)] = part.value
        continue
      }
      let (new, old) = (Int(part.value), Int(best))
      if (shortest[new], -uses[new]) > (shortest[old], -uses[old]) { rarest[Int(part.key)] = part.value }
    }
    for (way, say) in rarest.enumerated() { if let say { anchors.append((say, Int32(way))) } }
  }

  /// The number of a part; the same phrases are the same part in all wordings.
  private mutating func say(of numbers: [Int32]) -> Int32 {
    var key: [Int32] = []
    for number in numbers.sorted() where number != key.last { key.append(number) }
    if let known = sayNumbers[key] { return known }
    let number = Int32(sayCount)
    sayCount += 1
    sayNumbers[key] = number
    shortest.append(key.map { phrases.words($0).count }.min() ?? 0)
    for phrase in key { says.append((phrase, number)) }
    return number
  }

  mutating func add(_ denial: Denial, number denialNumber: Int32) {
    for cue in denial.cues {
      for text in cue.phrases {
        let parts = text.unicodeScalars.split(separator: "…").map { String($0) }.compactMap {
          number(of: $0)
        }
        guard let first = parts.first else { continue }
        switch denial.kind {
        case .nothing: roles[Int(first)].insert(.nothing)
        case .blank: roles[Int(first)].insert(.prompt)
        case .denial, .postponement, .condition, .aside: roles[Int(first)].insert(.cue)
        }
        cuesOfPhrase.append((first, Int32(cues.count)))
        let second = parts.count > 1 ? parts[1] : nil
        if let second { roles[Int(second)].insert(.second) }
        cues.append(
          PhraseBook.Cue(
            denial: denialNumber, before: cue.before, after: cue.after, second: second,
            isFirst: cue.isFirst))
      }
    }
    for phrase in denial.exceptions { add(phrase, role: .exception) }
  }

  mutating func add(_ double: DoubleDenial) {
    let first = double.first.compactMap { number(of: $0) }
    let second = double.second.compactMap { number(of: $0) }
    for phrase in first + second { roles[Int(phrase)].insert(.double) }
    doubles.append(
      PhraseBook.Double(first: Set(first), second: Set(second), cancels: double.cancels))
  }
}
