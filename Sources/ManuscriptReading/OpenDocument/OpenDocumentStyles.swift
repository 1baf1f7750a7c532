/// Styles and lists of an OpenDocument text (version 1.3, part 3, 16), as far as text needs them.
struct OpenDocumentStyles {
  struct Style {
    var name = ""
    var parent: String?
    var outline: Int?
    var list: String?
    var isBold: Bool?
    var isItalic: Bool?
    var isHidden: Bool?
    var isCapitals: Bool?
    var font: String?
    var align: String?
  }

  struct Level {
    var format = ""
    var prefix = ""
    var suffix = ""
    var shown = 1
    var start = 1
    var bullet: String?
    /// `%1%.%2%.`, LibreOffice's own way, which says more.
    var pattern: String?
  }

  /// By family and name: `paragraph/Standard`.
  var styles: [String: Style] = [:]
  var lists: [String: [Int: Level]] = [:]
  /// The numbers of headings.
  var outline: [Int: Level] = [:]

  /// A style with what it inherits.
  func style(_ family: String, _ name: String?) -> Style {
    guard let name, var style = styles[family + "/" + name] else { return Style() }
    var seen: Set = [name]
    var next = style.parent
    while let parent = next, seen.insert(parent).inserted, let above = styles[family + "/" + parent] {
      style.outline = style.outline ?? above.outline
      style.list = style.list ?? above.list
      style.isBold = style.isBold ?? above.isBold
      style.isItalic = style.isItalic ?? above.isItalic
      style.isHidden = style.isHidden ?? above.isHidden
      style.isCapitals = style.isCapitals ?? above.isCapitals
      style.font = style.font ?? above.font
      style.align = style.align ?? above.align
      next = above.parent
    }
    return style
  }

  /// A label as it is printed; nil where the level shows none.
  /// - Parameter counts: numbers by level, from 1.
  static func label(_ levels: [Int: Level], _ level: Int, _ counts: [Int: Int], _ symbols: SymbolTable)
    -> String?
  {
    guard let here = levels[level] else { return nil }
    if let bullet = here.bullet {
      let sign = symbols.text(bullet, font: "symbol")
      return sign.isEmpty ? nil : sign
    }
    func number(_ level: Int) -> String {
      let format = levels[level]?.format ?? ""
      return format.isEmpty
        ? "" : NumberFormat.text(counts[level] ?? levels[level]?.start ?? 1, Self.name(of: format))
    }
    if let pattern = here.pattern {
      var label = ""
      var scalars = pattern.unicodeScalars[...]
      while let scalar = scalars.popFirst() {
        if scalar == "%", let digit = scalars.first, ("1"..."9").contains(digit) {
          let digits = scalars.prefix { ("0"..."9").contains($0) }
          scalars = scalars.dropFirst(digits.count)
          if scalars.first == "%" { scalars = scalars.dropFirst() }
          label += number(Int(String(String.UnicodeScalarView(digits))) ?? 1)
        } else {
          label.unicodeScalars.append(scalar)
        }
      }
      return label.isEmpty ? nil : label
    }
    guard !here.format.isEmpty else {
      let text = here.prefix + here.suffix
      return text.isEmpty ? nil : text
    }
    let first = max(1, level - here.shown + 1)
    let numbers = (first...level).map(number).filter { !$0.isEmpty }
    return here.prefix + numbers.joined(separator: ".") + here.suffix
  }

  private static func name(of format: String) -> String {
    switch format {
    case "I": "upperRoman"
    case "i": "lowerRoman"
    case "A": "upperLetter"
    case "a": "lowerLetter"
    default: "decimal"
    }
  }
}
