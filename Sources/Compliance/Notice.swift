import Catalogue
import MasterPlan
import Source

/// What a reader must know beside the conclusion, whatever the format: whose rules these are, what the plan says of
/// itself that does not fit, what the file got wrong. Every format shows every notice.
package enum Notice: Sendable, Hashable {
  /// The catalogue is not the one of the program, whatever edition it calls itself.
  case otherCatalogue
  /// How old the edition is on the day whose law counts, and for how long it vouches for the law.
  case editionAge(days: Int, vouches: Int)
  /// The edition does not vouch for the law of that day any more.
  case editionTooOld(days: Int, vouches: Int)
  /// The profile leaves criteria out: they are listed as not applicable, each with the reason.
  case leavesOut(profile: String, criteria: [String])
  /// The profile is of another place than the plan.
  case profileOfAnotherPlace(profile: String, place: String)
  /// The profile is for none of the plans of the run.
  case profileFitsNoPlan(profile: String, place: String)
  /// The profile names no place; it was taken for the one plan that was named with it.
  case profilePlacedByCall(profile: String)
  /// The profile names no place, and so is not applied.
  case profileWithoutPlace(profile: String)
  /// The plan's own word that it is approved decides which law counts.
  case approvedByOwnWord(CalendarDate)
  /// The day of approval is still to come.
  case approvalInFuture(CalendarDate)
  /// The plan speaks of texts that were not there yet on the day of its approval.
  case approvalBackDated(CalendarDate, texts: Int)
  /// The earlier report is not as the program wrote it, so that it quiets nothing.
  case baselineByHand
  /// The plan is approved and does not say when: the criteria of which the day decides.
  case approvalDayWanted(criteria: [Finding])
  /// The plan is older than the rule by which it is to be reviewed: what that law asks of it beyond the law of its own
  /// day, as far as the plan does not show it.
  case reviewOfOlderPlan(ReviewOfOlderPlans, beyond: [Finding])
  /// The title says another kind of document than the file.
  case kindBesideTitle(kind: String, title: String)
  /// A machine read the plan in a document, and nobody confirmed what it found.
  case unconfirmedReading
  /// Its reader wanted one force alone.
  case showsOnly(Force, leftOut: Int)
  /// What people confirmed of what a machine read: how much each role on each day.
  case confirmedReading([ConfirmedOn])
  /// What the file cannot mean, or hardly: all remarks of one kind.
  case transcription(Transcription.Kind, [Transcription.Remark])
  /// A decision of a person that did not do what it says.
  case decision(UnusedDecision)

  /// The words of one role on one day.
  package struct ConfirmedOn: Sendable, Hashable {
    package let role: String
    package let day: CalendarDate
    package let count: Int
  }

  /// How much hangs on it.
  package enum Weight: String, Sendable {
    /// To be known.
    case note
    /// To be looked at.
    case warning
    /// Such a plan is never conforming.
    case error
  }

  package var weight: Weight {
    switch self {
    case .editionAge, .showsOnly, .leavesOut, .approvedByOwnWord, .profileOfAnotherPlace,
      .reviewOfOlderPlan, .confirmedReading:
      .note
    case .otherCatalogue, .approvalInFuture, .approvalBackDated, .kindBesideTitle, .baselineByHand,
      .approvalDayWanted:
      .warning
    case .editionTooOld, .profileFitsNoPlan, .profilePlacedByCall, .profileWithoutPlace, .unconfirmedReading:
      .error
    case .transcription(let kind, _): kind.weight
    case .decision(let decision): decision.isGrave ? .error : .warning
    }
  }

  /// What programs tell notices apart by.
  package var name: String {
    switch self {
    case .otherCatalogue: "other-catalogue"
    case .editionAge: "edition-age"
    case .editionTooOld: "edition-too-old"
    case .leavesOut: "profile-leaves-out"
    case .profileOfAnotherPlace: "profile-of-another-place"
    case .profileFitsNoPlan: "profile-fits-no-plan"
    case .profilePlacedByCall: "profile-placed-by-call"
    case .profileWithoutPlace: "profile-without-place"
    case .approvedByOwnWord: "approved-by-own-word"
    case .approvalInFuture: "approval-in-future"
    case .approvalBackDated: "approval-back-dated"
    case .kindBesideTitle: "kind-beside-title"
    case .approvalDayWanted: "approval-day-wanted"
    case .reviewOfOlderPlan: "review-of-older-plan"
    case .baselineByHand: "baseline-by-hand"
    case .unconfirmedReading: "unconfirmed-reading"
    case .showsOnly: "shows-only"
    case .confirmedReading: "confirmed-reading"
    case .transcription(let kind, _): "transcription-\(kind.rawValue)"
    case .decision(let decision):
      switch decision.why {
      case .changedNothing: "decision-changed-nothing"
      case .placedByCall: "decision-placed-by-call"
      case .namesNobody: "decision-names-nobody"
      case .fitsNoPlan: "decision-fits-no-plan"
      case .anotherRound: "decision-of-another-round"
      case .olderThanPlan: "decision-older-than-plan"
      case .outsideItsDates: "decision-outside-its-dates"
      case .contradicts: "decisions-contradict"
      }
    }
  }

  /// The criteria that it speaks of.
  package var findings: [Finding] {
    switch self {
    case .approvalDayWanted(let findings), .reviewOfOlderPlan(_, let findings): findings
    default: []
    }
  }

  /// Those that stand below it. A criterion of which the day decides says so itself.
  package var shownFindings: [Finding] {
    if case .reviewOfOlderPlan(_, let beyond) = self { beyond } else { [] }
  }
}
