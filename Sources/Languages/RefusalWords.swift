import Source

extension Language {
  /// One line for a refused input: file, line, column, entry, cause and remedy.
  package func message(_ refusal: Refusal) -> String {
    var place = refusal.source
    if let position = refusal.position {
      place += ":\(position.line):\(position.column)"
    } else if let line = refusal.line {
      place += ":\(line)"
    }
    if !place.isEmpty { place += ": " }
    let entry = refusal.entry.map { self(Phrase("refusals.entry", ["id": .text($0)])) + ": " } ?? ""
    let trail =
      refusal.following > 0
      ? " " + self(Phrase("refusals.following", ["count": .number(refusal.following)])) : ""
    return SafeText.harmless("\(place)\(entry)\(self(refusal.cause))\(trail)")
  }

  /// The line of `message`, and below it the words at fault with a mark under the place.
  package func explanation(_ refusal: Refusal) -> String {
    guard let quotation = refusal.quotation else { return message(refusal) }
    let scalars = Array(quotation.text.unicodeScalars)
    let place = min(quotation.offset, scalars.count)
    // One line of the expression, and of a long line the part around the place.
    let start = (scalars[..<place].lastIndex { $0 == "\n" || $0 == "\r" }).map { $0 + 1 } ?? 0
    let from = max(start, place - 60)
    let rest = scalars[from...].prefix(100).prefix { $0 != "\n" && $0 != "\r" }
    var line = String.UnicodeScalarView()
    line.append(contentsOf: rest)
    let shown = SafeText.harmless(String(line))
    return "\(message(refusal))\n  \(shown)\n  \(String(repeating: " ", count: place - from))^"
  }

  /// One line for an output that could not be written, or for anything else with names from outside.
  package func message(_ subject: some Sayable) -> String { SafeText.harmless(self(subject)) }
}
