import Source

/// A language of reports and messages. Vietnamese is the default of every command.
package enum Language: String, Sendable, CaseIterable {
  case vietnamese = "vi"
  case english = "en"

  /// A phrase in this language.
  package func callAsFunction(_ phrase: Phrase) -> String { WordTable.of(self).text(of: phrase, in: self) }

  /// The same for what has a phrase of its own subject.
  package func callAsFunction(_ subject: some Sayable) -> String { self(subject.phrase) }

  /// A day as the language writes it: 23/11/2026, 23 November 2026.
  package func callAsFunction(_ date: CalendarDate) -> String {
    switch self {
    case .vietnamese:
      let day = date.day < 10 ? "0\(date.day)" : "\(date.day)"
      let month = date.month < 3 ? "0\(date.month)" : "\(date.month)"
      return "\(day)/\(month)/\(date.year)"
    case .english:
      let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
      ]
      return "\(date.day) \(months[date.month - 1]) \(date.year)"
    }
  }

  /// A number as the language writes it: 1.674.400,5 or 1,674,400.5.
  package func callAsFunction(_ number: DecimalNumber) -> String {
    let (point, group) = self == .vietnamese ? (",", ".") : (".", ",")
    let parts = number.description.split(separator: ".")
    let digits = parts[0].drop { $0 == "-" }
    var whole = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { whole += group }
      whole.append(digit)
    }
    let sign = parts[0].hasPrefix("-") ? "-" : ""
    return sign + whole + (parts.count == 2 ? point + parts[1] : "")
  }
}
