extension String {
  /// The text without what no reader sees or what only decorates it: code points that Unicode lets a display
  /// ignore (joiners, variation selectors, fillers; UAX #44, Default_Ignorable_Code_Point), and marks that are none
  /// of Vietnamese writing. Whether words are a placeholder, say nothing or name a law must not hang on them.
  package var withoutHiddenMarks: String {
    // ASCII and letters of one code point are most of what is asked.
    guard unicodeScalars.contains(where: Self.isHidden) else { return self }
    var result = UnicodeScalarView()
    for scalar in unicodeScalars where !Self.isHidden(scalar) { result.append(scalar) }
    return String(result)
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0xAD, 0xAE..<0x300, 0x1E00..<0x1F00: return false
    // Grave, acute, circumflex, tilde, breve, hook above, horn, dot below.
    case 0x300...0x303, 0x306, 0x309, 0x31B, 0x323: return false
    default: break
    }
    if scalar.properties.isDefaultIgnorableCodePoint { return true }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return true
    default: return false
    }
  }
}
