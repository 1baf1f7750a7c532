import Languages

/// A language of reports and messages. The raw value is its code (ISO 639-1).
public enum ReportLanguage: String, Sendable, CaseIterable {
  /// Vietnamese: what the officers of a city read.
  case vietnamese = "vi"
  /// English.
  case english = "en"

  var inner: Languages.Language {
    switch self {
    case .vietnamese: .vietnamese
    case .english: .english
    }
  }
}
