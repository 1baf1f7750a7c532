import Catalogue
import MasterPlan
import Source

/// A language of reports and messages. Vietnamese is the default of every command.
package enum Language: String, Sendable, CaseIterable {
  case vietnamese = "vi"
  case english = "en"

  /// A phrase in this language.
  package func callAsFunction(_ phrase: Phrase) -> String {
    switch self {
    case .vietnamese: phrase.vietnamese
    case .english: phrase.english
    }
  }

  /// A label of the catalogue; in the other language where this one is unknown.
  package func callAsFunction(_ label: Label) -> String {
    // A catalogue or a profile may come from anywhere.
    switch self {
    case .vietnamese: SafeText.harmless(label.vietnamese ?? label.english ?? "")
    case .english: SafeText.harmless(label.english ?? label.vietnamese ?? "")
    }
  }

  /// A label of the catalogue in this language alone; nil where it is known in the other only.
  package func own(_ label: Label) -> String? {
    switch self {
    case .vietnamese: label.vietnamese.map(SafeText.harmless)
    case .english: label.english.map(SafeText.harmless)
    }
  }

  package func callAsFunction(_ term: PlanVocabulary.Term) -> String {
    switch self {
    case .vietnamese: term.vietnamese
    case .english: term.english
    }
  }

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
