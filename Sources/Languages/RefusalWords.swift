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
    let further =
      refusal.further.isEmpty
      ? "" : " " + self(Phrase("refusals.further", ["count": .number(refusal.further.count)]))
    return SafeText.of("\(place)\(entry)\(self(refusal.cause))\(trail)\(further)", limit: Self.longest)
  }

  /// Characters of a message, whatever names and values it quotes.
  private static let longest = 2_000

  /// The mistakes beside the first, a line each by its place; as many as a message has room for.
  private func further(_ refusal: Refusal, after length: Int) -> String {
    var (text, left) = ("", refusal.further[...])
    while let next = left.first {
      let place = next.position.map { "\($0.line):\($0.column): " } ?? ""
      let line = "\n  " + SafeText.harmless("\(place)\(self(next.cause))")
      // Room for the last line.
      guard length + text.count + line.count + 40 <= Self.longest else { break }
      text += line
      left = left.dropFirst()
    }
    if !left.isEmpty {
      text += "\n  " + self(Phrase("refusals.further-not-shown", ["count": .number(left.count)]))
    }
    return text
  }

  /// The line of `message`, and below it the other mistakes, or the words at fault with a mark under the place.
  package func explanation(_ refusal: Refusal) -> String {
    guard let quotation = refusal.quotation else {
      let message = message(refusal)
      return message + further(refusal, after: message.count)
    }
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
