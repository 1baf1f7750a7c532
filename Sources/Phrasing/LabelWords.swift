import Catalogue
import Languages
import MasterPlan
import Source

// What the catalogue and the schema of plans call things, in a language.
extension Language {
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
}
