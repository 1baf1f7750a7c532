import XML

/// The lists of a Word file (ISO/IEC 29500-1, 17.9).
struct WordNumbering {
  struct Level {
    var start = 1
    var format = "decimal"
    var customFormat: String?
    var text = ""
    /// The level at which it begins anew; nil for any higher one.
    var restart: Int?
    /// Whether all numbers in it are shown as digits.
    var isLegal = false
    var style: String?
    var font: String?
  }

  struct List {
    let abstract: Int
    var levels: [Int: Level]
    /// Where the list begins other than its pattern says, by level.
    let starts: [Int: Int]
  }

  private(set) var lists: [Int: List] = [:]
  /// A list and level by the style that is tied to it.
  private(set) var byStyle: [String: (list: Int, level: Int)] = [:]

  static let levels = 0...8

  init(_ root: Element?) {
    guard let root else { return }
    var abstracts: [Int: [Int: Level]] = [:]
    var links: [Int: String] = [:]
    var byLink: [String: Int] = [:]
    for element in root.children where element.isNamed("abstractNum") {
      guard let id = element.wordNumber("abstractNumId") else { continue }
      abstracts[id] = Self.levels(of: element)
      links[id] = element.child("numStyleLink")?.wordAttribute("val")
      if let style = element.child("styleLink")?.wordAttribute("val") { byLink[style] = id }
    }
    for element in root.children where element.isNamed("num") {
      guard let id = element.wordNumber("numId"),
        var abstract = element.child("abstractNumId")?.wordNumber("val")
      else { continue }
      // A list may borrow its levels from another by way of a style; once, so that no circle can form.
      if let link = links[abstract], let other = byLink[link] { abstract = other }
      var levels = abstracts[abstract] ?? [:]
      var starts: [Int: Int] = [:]
      for change in element.children("lvlOverride") {
        guard let number = change.wordNumber("ilvl") else { continue }
        if let level = change.child("lvl") { levels[number] = Self.level(level) }
        if let start = change.child("startOverride")?.wordNumber("val") { starts[number] = start }
      }
      lists[id] = List(abstract: abstract, levels: levels, starts: starts)
    }
    for (id, list) in lists.sorted(by: { $0.key < $1.key }) {
      for (number, level) in list.levels {
        guard let style = level.style, byStyle[style] == nil else { continue }
        byStyle[style] = (id, number)
      }
    }
  }

  private static func levels(of element: Element) -> [Int: Level] {
    var levels: [Int: Level] = [:]
    for level in element.children("lvl") {
      if let number = level.wordNumber("ilvl"), Self.levels.contains(number) {
        levels[number] = Self.level(level)
      }
    }
    return levels
  }

  private static func level(_ element: Element) -> Level {
    var level = Level()
    level.start = element.child("start")?.wordNumber("val") ?? 0
    var format = element.child("numFmt")
    // Formats that came later stand beside what older programs show instead.
    for alternate in element.children("AlternateContent") {
      format = alternate.child("Choice")?.child("numFmt") ?? format
    }
    level.format = format?.wordAttribute("val") ?? "decimal"
    level.customFormat = format?.wordAttribute("format")
    level.text = element.child("lvlText")?.wordAttribute("val") ?? ""
    level.restart = element.child("lvlRestart")?.wordNumber("val")
    level.isLegal = element.child("isLgl").map { $0.wordFlag("val", whenAbsent: true) } ?? false
    level.style = element.child("pStyle")?.wordAttribute("val")
    let fonts = element.child("rPr")?.child("rFonts")
    level.font = fonts?.wordAttribute("ascii") ?? fonts?.wordAttribute("hAnsi")
    return level
  }
}

/// Counts the paragraphs of lists as Word does while it lays a document out.
struct NumberingCounter {
  private let numbering: WordNumbering
  private let symbols: SymbolTable
  /// Numbers by pattern: lists of one pattern go on counting together.
  private var counts: [Int: [Int?]] = [:]
  private var begun: Set<Int> = []

  init(_ numbering: WordNumbering, _ symbols: SymbolTable) {
    self.numbering = numbering
    self.symbols = symbols
  }

  /// The label of the next paragraph of a list, as it is printed; nil where the list has none at this level.
  mutating func next(list id: Int, level: Int) -> String? {
    guard let list = numbering.lists[id], let here = list.levels[level] else { return nil }
    var counts = self.counts[list.abstract] ?? Array(repeating: nil, count: WordNumbering.levels.count)
    if begun.insert(id).inserted {
      for (level, start) in list.starts where WordNumbering.levels.contains(level) {
        counts[level] = start - 1
      }
    }
    counts[level] = counts[level].map { $0 < Int(Int32.max) ? $0 + 1 : $0 } ?? here.start
    // What stands above and was never counted counts as begun.
    for upper in 0..<level where counts[upper] == nil { counts[upper] = list.levels[upper]?.start ?? 1 }
    for lower in counts.indices where lower > level {
      // 0: never begins anew; else only behind a level at least as high as the one named (from 1).
      if let restart = list.levels[lower]?.restart, restart == 0 || level >= restart { continue }
      counts[lower] = list.starts[lower].map { $0 - 1 }
    }
    self.counts[list.abstract] = counts
    return Self.label(here, list, counts, symbols)
  }

  private static func label(
    _ level: WordNumbering.Level, _ list: WordNumbering.List, _ counts: [Int?], _ symbols: SymbolTable
  ) -> String? {
    if level.format == "bullet" {
      let sign = symbols.text(level.text, font: level.font)
      return sign.isEmpty ? nil : sign
    }
    var label = ""
    var scalars = level.text.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      guard scalar == "%", let digit = scalars.first, ("1"..."9").contains(digit) else {
        label.unicodeScalars.append(scalar)
        continue
      }
      scalars = scalars.dropFirst()
      let number = Int(digit.value - 0x31)
      let referred = list.levels[number] ?? WordNumbering.Level()
      let format = level.isLegal && referred.format != "none" ? "decimal" : referred.format
      label += NumberFormat.text(counts[number] ?? 0, format, custom: referred.customFormat)
    }
    return label.isEmpty ? nil : label
  }
}
