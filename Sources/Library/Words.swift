import Judging
import Phrasing

extension Judging.RuleBook {
  /// The words of reports by these rules, in a language.
  func phrasing(_ language: ReportLanguage) -> Phrasing {
    Phrasing(language.inner, catalogue: catalogue, vocabulary: contract.vocabulary)
  }
}
