import Compliance
import Phrasing
import Writing

extension TerminalStyle {
  package func verdict(_ verdict: Verdict) -> String {
    let sign = Signs.of(verdict)
    return switch verdict {
    case .met: paint(sign, "32")
    case .partial: paint(sign, "33")
    case .gap: paint(sign, "31")
    case .unknown: paint(sign, "36")
    case .notAssessed, .notApplicable, .waived: sign
    }
  }

  package func outcome(_ outcome: Conformity.Outcome, _ text: String) -> String {
    switch outcome {
    case .conforming: paint(text, "1;32")
    case .nonConforming: paint(text, "1;31")
    case .incomplete: paint(text, "1;33")
    }
  }
}
