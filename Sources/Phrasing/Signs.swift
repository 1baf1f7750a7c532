import Compliance

/// Signs that stand beside words everywhere, so that no meaning hangs on colour.
package enum Signs {
  /// Beside what a label claims and the words do not show.
  package static let warning = "⚠"

  package static func of(_ verdict: Verdict) -> String {
    switch verdict {
    case .met: "✓"
    case .partial: "◐"
    case .gap: "✗"
    case .unknown: "?"
    case .notAssessed: "–"
    case .notApplicable: "·"
    case .waived: "~"
    }
  }

  package static func of(_ state: PartState) -> String {
    switch state {
    case .holds: "✓"
    case .fails: "✗"
    case .unknown: "?"
    case .notAsked: "·"
    }
  }

  package static func of(_ weight: Notice.Weight) -> String {
    switch weight {
    case .note: "·"
    case .warning: "!"
    case .error: "✗"
    }
  }

  package static func of(_ outcome: Conformity.Outcome) -> String {
    switch outcome {
    case .conforming: "✓"
    case .nonConforming: "✗"
    case .incomplete: "?"
    }
  }
}
