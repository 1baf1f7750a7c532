import XML

/// The styles of a Word file (ISO/IEC 29500-1, 17.7) with what they inherit resolved, as far as text needs them.
struct WordStyles {
  struct Style {
    var name = ""
    var outline: Int?
    var numID: Int?
    var level: Int?
    var isBold: Bool?
    var isItalic: Bool?
    var isHidden: Bool?
    var isCapitals: Bool?
    var font: String?
    var justification: String?
    /// The style that brought the numbering: a list may name it at one of its levels.
    var numberingStyle: String?
    fileprivate var base: String?
  }

  private let styles: [String: Style]
  /// What a paragraph without a style has.
  let standard: Style

  /// - Parameter root: of the part of styles; nil where there is none.
  init(_ root: Element?) {
    var read: [String: Style] = [:]
    var standardID: String?
    for element in (root?.children).map(Array.init) ?? [] where element.isNamed("style") {
      guard let id = element.wordAttribute("styleId") else { continue }
      if element.wordAttribute("type") == "paragraph", element.wordFlag("default") { standardID = id }
      read[id] = Self.style(element, id)
    }
    var resolved: [String: Style] = [:]
    for id in read.keys {
      var style = read[id] ?? Style()
      // A chain that leads back to itself ends where it does.
      var seen: Set = [id]
      var base = style.base
      while let next = base, seen.insert(next).inserted, let parent = read[next] {
        style.outline = style.outline ?? parent.outline
        if style.numID == nil {
          style.numID = parent.numID
          style.numberingStyle = parent.numID == nil ? nil : next
        }
        style.level = style.level ?? parent.level
        style.isBold = style.isBold ?? parent.isBold
        style.isItalic = style.isItalic ?? parent.isItalic
        style.isHidden = style.isHidden ?? parent.isHidden
        style.isCapitals = style.isCapitals ?? parent.isCapitals
        style.font = style.font ?? parent.font
        style.justification = style.justification ?? parent.justification
        base = parent.base
      }
      resolved[id] = style
    }
    styles = resolved
    standard = standardID.flatMap { resolved[$0] } ?? Style()
  }

  subscript(id: String?) -> Style {
    id.flatMap { styles[$0] } ?? standard
  }

  /// A style of letters; nil where there is none of this name.
  func character(_ id: String) -> Style? { styles[id] }

  private static func style(_ element: Element, _ id: String) -> Style {
    var style = Style()
    style.name = element.child("name")?.wordAttribute("val") ?? ""
    style.base = element.child("basedOn")?.wordAttribute("val")
    if let properties = element.child("pPr") {
      style.outline = properties.child("outlineLvl")?.wordNumber("val")
      style.justification = properties.child("jc")?.wordAttribute("val")
      if let numbering = properties.child("numPr") {
        style.numID = numbering.child("numId")?.wordNumber("val")
        style.level = numbering.child("ilvl")?.wordNumber("val")
        style.numberingStyle = style.numID == nil ? nil : id
      }
    }
    if let properties = element.child("rPr") {
      style.isBold = properties.child("b").map { $0.wordFlag("val", whenAbsent: true) }
      style.isItalic = properties.child("i").map { $0.wordFlag("val", whenAbsent: true) }
      style.isHidden = properties.child("vanish").map { $0.wordFlag("val", whenAbsent: true) }
      style.isCapitals = properties.child("caps").map { $0.wordFlag("val", whenAbsent: true) }
      let fonts = properties.child("rFonts")
      style.font = fonts?.wordAttribute("ascii") ?? fonts?.wordAttribute("hAnsi")
    }
    return style
  }
}

extension WordStyles.Style {
  /// The level of a heading, from 1: by the outline, or by a name that Word gives to its own styles.
  var headingLevel: Int? {
    if let outline { return outline < 9 ? outline + 1 : nil }
    let bytes = Array(name.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
    guard bytes.count == 9, bytes.starts(with: "heading ".utf8), let digit = bytes.last,
      (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(digit)
    else { return nil }
    return Int(digit - UInt8(ascii: "0"))
  }

  var isContents: Bool {
    let bytes = name.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return bytes.starts(with: "toc ".utf8)
  }
}

extension Element {
  /// The value of an attribute of Word's namespace, in the transitional or the strict form.
  func wordAttribute(_ name: String) -> String? {
    for attribute in Node(self).attributes
    where attribute.localName.utf8.elementsEqual(name.utf8) && attribute.namespace != nil {
      return attribute.stringValue
    }
    return attribute(name)
  }

  func wordNumber(_ name: String) -> Int? { wordAttribute(name).flatMap { Int($0) } }

  func wordFlag(_ name: String, whenAbsent absent: Bool = false) -> Bool {
    guard let value = wordAttribute(name) else { return absent }
    return !(value == "0" || value == "false" || value == "off")
  }
}
