import Catalogue
import Compliance
import MasterPlan

/// What a check says of one criterion. `Documentation/verdicts.md` of the repository says when each is given. The raw
/// values are those of JSON reports (`Schemas/gap-report.schema.json`).
public enum Verdict: String, Sendable, CaseIterable {
  /// Every part of what is asked holds; the finding points at the places.
  case met
  /// Some parts hold and some fail: a gap.
  case partial
  /// No part holds: a gap.
  case gap
  /// Absence proves nothing here, because the section was transcribed in part only, or a condition cannot be told.
  case unknown
  /// No basis of the criterion is in force on the day that counts, or its conditions are false.
  case notApplicable = "not-applicable"
  /// The evidence for the criterion itself was not verified, or only a person can judge it.
  case notAssessed = "not-assessed"
  /// A decision excuses the plan for a time.
  case waived

  /// Whether something has to be mended: `partial` and `gap`.
  public var isGap: Bool { self == .gap || self == .partial }

  init(_ inner: Compliance.Verdict) {
    switch inner {
    case .met: self = .met
    case .partial: self = .partial
    case .gap: self = .gap
    case .unknown: self = .unknown
    case .notApplicable: self = .notApplicable
    case .notAssessed: self = .notAssessed
    case .waived: self = .waived
    }
  }

  var inner: Compliance.Verdict {
    switch self {
    case .met: .met
    case .partial: .partial
    case .gap: .gap
    case .unknown: .unknown
    case .notApplicable: .notApplicable
    case .notAssessed: .notAssessed
    case .waived: .waived
    }
  }
}

/// How strongly the law asks. A Vietnamese standard (TCVN) is voluntary by itself and binds where a provision cites it,
/// so that force belongs to the bases of a criterion, never to a text. The raw values are those of JSON reports.
public enum Force: String, Sendable, CaseIterable {
  /// Good practice of the catalogue's own, without an instrument.
  case drafting
  /// A provision recommends it.
  case recommended
  /// It may be mandatory, and the provision was not read: shown, never judged.
  case presumed
  /// A provision that was read demands it. Only mandatory criteria decide whether a plan conforms.
  case mandatory

  init(_ finding: Compliance.Finding) {
    switch finding.force {
    case .drafting: self = .drafting
    case .recommended: self = .recommended
    case .presumed: self = .presumed
    case .mandatory: self = .mandatory
    }
  }

  init(_ basis: Compliance.BasisState) {
    switch basis.basis.force {
    case .drafting: self = .drafting
    case .recommended: self = .recommended
    case .presumed: self = .presumed
    case .mandatory: self = .mandatory
    }
  }
}

/// The stage of a plan. Drafts, submissions and approved plans owe different things.
public enum Stage: String, Sendable, CaseIterable {
  /// Being written.
  case draft
  /// Handed in to the authority that decides.
  case submitted
  /// Decided; its decision date says whose law counts.
  case approved

  init(_ used: Compliance.StageUsed) {
    switch used.stage {
    case .draft: self = .draft
    case .submitted: self = .submitted
    case .approved: self = .approved
    }
  }
}
