import Catalogue
import Compliance
import Judging
import Languages
import Phrasing
import Source

/// The words of reports and messages. The one file of the library that knows how the program speaks.
struct Wording {
  let phrasing: Phrasing

  init(_ language: ReportLanguage, rules: Judging.RuleBook) {
    phrasing =
      switch language {
      case .vietnamese:
        Phrasing(.vietnamese, catalogue: rules.catalogue, vocabulary: rules.contract.vocabulary)
      case .english: Phrasing(.english, catalogue: rules.catalogue, vocabulary: rules.contract.vocabulary)
      }
  }

  func text(_ label: Label) -> String { phrasing.language(label) }

  func reason(of finding: Compliance.Finding) -> String { phrasing.reason(of: finding) }

  func reason(of conformity: Compliance.Conformity) -> String { phrasing.reason(of: conformity) }

  func why(_ asOf: AsOf) -> String { phrasing.why(asOf) }

  func words(_ idle: IdleDecision) -> String { phrasing.words(idle) }

  func basis(_ basis: BasisState) -> String { phrasing.basis(basis) }

  func name(of part: Compliance.Part) -> String { phrasing.name(of: part.requirement) }

  func reason(of part: Compliance.Part) -> String { phrasing.reason(of: part) }

  static func message(_ refusal: Source.Refusal, in language: ReportLanguage) -> String {
    spoken(language).message(refusal)
  }

  static func explanation(_ refusal: Source.Refusal, in language: ReportLanguage) -> String {
    spoken(language).explanation(refusal)
  }

  private static func spoken(_ language: ReportLanguage) -> Language {
    switch language {
    case .vietnamese: .vietnamese
    case .english: .english
    }
  }
}
