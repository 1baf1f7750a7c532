import Manuscript
import Source

/// Finds the headings of a document that marks them by nothing but bold letters and typed numbers, and gives each its
/// level from the kind of its number and its place among the others.
struct Outliner {
  private let form: DocumentForm
  /// Headings above, each with the rank of its number's kind and its level.
  private var above: [(rank: Int, level: Int)] = []
  private var items: [TypedLabel.Kind] = []
  private var lastCapital: UInt8?
  private var sawRomanFirst: Bool?
  /// Whether any text is bold: then bold letters tell headings from items.
  private let knowsBold: Bool

  init(_ form: DocumentForm, _ blocks: [Block]) {
    self.form = form
    knowsBold = blocks.contains { $0.look.contains(.bold) && $0.hasWords }
  }

  /// A new document begins: after a signature, with a title of its own.
  mutating func restart() {
    above = []
    items = []
    lastCapital = nil
    sawRomanFirst = nil
  }

  /// Settles kind and label of one block of the document's own text.
  /// - Parameter next: the label of the block behind it; nil where that has none.
  mutating func settle(_ block: inout Block, next: TypedLabel.Kind?) {
    switch block.kind {
    case .heading(let level):
      let label = label(of: &block)
      if label?.kind == .annex { restart() }
      enter(rank: label.map(rank) ?? -1, level: level)
    case .paragraph, .listItem: settleText(&block, next)
    case .table, .note, .textBox: break
    }
  }

  /// The label of a block, typed or made.
  private func label(of block: inout Block) -> TypedLabel? {
    if let made = block.label, block.labelBytes == 0 {
      // The text behind it tells capitals from Roman numbers no better: a made label stands alone.
      return TypedLabel(made + " A", form: form)
    }
    guard let typed = TypedLabel(block.text, form: form) else { return nil }
    block.label = typed.text
    block.labelBytes = typed.bytes
    return typed
  }

  private mutating func settleText(_ block: inout Block, _ next: TypedLabel.Kind?) {
    let isItem = block.headingLevel == nil && block.label != nil
    guard block.hasWords else { return }
    guard var label = label(of: &block) else {
      if isUnnumberedHeading(block) {
        let level = level(of: Self.unnumbered)
        enter(rank: Self.unnumbered, level: level)
        block.kind = .heading(level: level)
      }
      return
    }
    label = told(label)
    if label.kind == .annex {
      guard isShort(block), isMarked(block) || block.look.contains(.centred) else { return unlabel(&block) }
      restart()
      block.role = .annex
      block.kind = .heading(level: 1)
      enter(rank: rank(label), level: 1)
      return
    }
    let isHeading =
      label.kind.mayHead
      ? isHeading(block, label) || headsWhatFollows(block, label, next) : isHeadOfItems(block, label, next)
    if isHeading {
      let rank = rank(label)
      let level = level(of: rank)
      enter(rank: rank, level: level)
      block.kind = .heading(level: level)
    } else if isItem || label.kind >= .one {
      if isItem, case .listItem = block.kind, block.labelBytes == 0 { return }
      while let last = items.last, last >= label.kind { items.removeLast() }
      items.append(label.kind)
      block.kind = .listItem(level: items.count)
    } else {
      unlabel(&block)
    }
  }

  private func unlabel(_ block: inout Block) {
    guard block.labelBytes > 0 else { return }
    block.label = nil
    block.labelBytes = 0
  }

  // MARK: Levels

  /// A heading without a number stands below the numbered ones around it, and above items.
  private static let unnumbered = TypedLabel.Kind.four.rawValue

  private func rank(_ label: TypedLabel) -> Int {
    // Where Roman numbers came first, capitals stand below them.
    if label.kind == .capital, sawRomanFirst == true { return TypedLabel.Kind.roman.rawValue + 1 }
    return label.kind.rawValue + (label.kind > .roman ? 1 : 0)
  }

  private mutating func level(of rank: Int) -> Int {
    while let last = above.last, last.rank >= rank { above.removeLast() }
    return min((above.last?.level ?? 0) + 1, 9)
  }

  private mutating func enter(rank: Int, level: Int) {
    while let last = above.last, last.level >= level { above.removeLast() }
    above.append((rank, level))
    items = []
  }

  /// A lone I, V, X, C, D, L or M is a capital where capitals were counted just before it.
  private mutating func told(_ label: TypedLabel) -> TypedLabel {
    var label = label
    let letter = PlainLetters.words(label.text).first
    if label.isAmbiguous, let last = lastCapital, let letter, Self.follows(letter, last) {
      label = TypedLabel(kind: .capital, like: label)
    }
    if label.kind == .capital { lastCapital = letter }
    if sawRomanFirst == nil, label.kind == .capital || label.kind == .roman {
      sawRomanFirst = label.kind == .roman
    }
    return label
  }

  /// A, B, C, D, Đ, E, G, H, I, K: documents count without F and J, some without Đ.
  private static func follows(_ letter: UInt8, _ last: UInt8) -> Bool {
    letter == last + 1 || letter == last && letter == UInt8(ascii: "d")
      || letter == last + 2 && (last == UInt8(ascii: "e") || last == UInt8(ascii: "i"))
  }

  // MARK: What is a heading

  private func isHeading(_ block: Block, _ label: TypedLabel) -> Bool {
    switch label.kind {
    case .annex, .part, .chapter, .section, .article: return true
    case .roman, .capital: return isMarked(block) || isShort(block) && !endsSentence(block)
    case .one, .two, .three, .four:
      if isMarked(block) { return isShort(block) || block.look.contains(.bold) }
      if hasBoldTitle(block) { return true }
      if label.kind > .one, block.look.contains(.italic) { return isShort(block) && !endsSentence(block) }
      return !knowsBold && isShort(block) && !endsSentence(block)
    case .letter:
      return isShort(block) && !endsSentence(block)
        && (isMarked(block) || block.look.contains(.italic)) || hasBoldTitle(block)
    case .bracketed, .dash, .plus: return false
    }
  }

  /// Short, no sentence, and with something else behind it than the next item of a list.
  private func headsWhatFollows(_ block: Block, _ label: TypedLabel, _ next: TypedLabel.Kind?) -> Bool {
    guard (TypedLabel.Kind.one...TypedLabel.Kind.letter).contains(label.kind), block.text.utf8.count <= 200,
      let last = block.text.utf8.last(where: { $0 > 0x20 }), !".;,".utf8.contains(last)
    else { return false }
    // `a) Hợp tác quốc tế:` over items; a long one announces a list.
    if last == UInt8(ascii: ":"), block.text.utf8.count > 64 || next == nil { return false }
    // In a list that has begun it is one more item.
    return items.last != label.kind && next.map { $0 > label.kind } != false
  }

  /// An item that heads the ones below it, or the text behind it: `- Giai đoạn 2025 - 2027` over items with a plus,
  /// `- Thủy sản` in letters that stand out, `+ Về hạ tầng kỹ thuật:` likewise.
  private func isHeadOfItems(_ block: Block, _ label: TypedLabel, _ next: TypedLabel.Kind?) -> Bool {
    guard label.kind == .dash || label.kind == .plus, block.labelBytes > 0, block.text.utf8.count <= 160,
      block.words.unicodeScalars.first?.properties.isUppercase == true, !above.isEmpty
    else { return false }
    if hasBoldTitle(block) { return true }
    guard !endsSentence(block) else { return false }
    if block.look.contains(.bold) || block.look.contains(.italic) { return true }
    return label.kind == .dash && next == .plus && block.text.utf8.last { $0 > 0x20 } != UInt8(ascii: ":")
  }

  /// Bold or in capitals as a whole.
  private func isMarked(_ block: Block) -> Bool {
    block.look.contains(.bold) || block.look.contains(.capitals) || Letters.areCapitals(block.words)
  }

  /// `13. Sở Xây dựng: Chủ trì …`, the first words bold or in italics: a heading with its text on one line.
  private func hasBoldTitle(_ block: Block) -> Bool {
    let title = Array(block.text.utf8.prefix(block.titleBytes).dropFirst(block.labelBytes))
    guard title.count >= 5, block.titleBytes < block.text.utf8.count else { return false }
    return title.last { $0 > 0x20 } == UInt8(ascii: ":")
      || block.text.utf8.dropFirst(block.titleBytes).first { $0 > 0x20 } == UInt8(ascii: ":")
  }

  private func isShort(_ block: Block) -> Bool { block.text.utf8.count <= 300 }

  private func endsSentence(_ block: Block) -> Bool {
    guard let last = block.text.utf8.last(where: { $0 > 0x20 }) else { return false }
    return ".;,".utf8.contains(last)
  }

  private func isUnnumberedHeading(_ block: Block) -> Bool {
    guard case .paragraph = block.kind, !above.isEmpty else { return false }
    if hasBoldTitle(block) { return block.titleBytes <= 160 }
    let isHead = block.text.utf8.last { $0 > 0x20 } == UInt8(ascii: ":")
    guard block.look.contains(.bold) || isHead && block.look.contains(.italic) else { return false }
    return block.text.utf8.count <= 200 && !endsSentence(block)
  }
}

extension TypedLabel {
  init(kind: Kind, like label: TypedLabel) {
    self.kind = kind
    text = label.text
    bytes = label.bytes
  }
}

/// What letters look like.
enum Letters {
  /// Whether there are capitals and no small letters.
  static func areCapitals(_ text: some StringProtocol) -> Bool {
    var capitals = 0
    for scalar in text.unicodeScalars {
      if scalar.properties.isLowercase { return false }
      if scalar.properties.isUppercase { capitals += 1 }
    }
    return capitals >= 2
  }
}
