import Schematron
import Source

// Verdicts, forces and conclusions, and why they came to be.
extension Phrase {
  package static var conforming: Phrase { Phrase("report.conforming") }
  package static var nonConforming: Phrase { Phrase("report.non-conforming") }
  package static var incomplete: Phrase { Phrase("report.incomplete") }

  package static func allMandatoryMet(_ count: Int) -> Phrase {
    Phrase("report.all-mandatory-met", ["count": .number(count)])
  }

  package static func mandatoryGaps(_ count: Int) -> Phrase {
    Phrase("report.mandatory-gaps", ["count": .number(count)])
  }

  package static func mandatoryUndecided(_ count: Int) -> Phrase {
    Phrase("report.mandatory-undecided", ["count": .number(count)])
  }

  package static var nothingMandatoryApplied: Phrase { Phrase("report.nothing-mandatory-applied") }

  package static func conformityCitesFuture(_ count: Int) -> Phrase {
    Phrase("report.conformity-cites-future", ["count": .number(count)])
  }

  package static func rulesFailed(_ count: Int) -> Phrase {
    Phrase("report.rules-failed", ["count": .number(count)])
  }

  package static var rulesMatchedNothing: Phrase { Phrase("report.rules-matched-nothing") }

  package static func rulesCheckedNothing(_ list: String) -> Phrase {
    Phrase("report.rules-checked-nothing", ["list": .text(list)])
  }

  /// A rule beside the catalogue, or a pattern of such rules, that checked nothing.
  package static func idle(_ rule: ValidationResult.IdleRule) -> Phrase {
    let name = Phrase.Argument.text(SafeText.of(rule.name, limit: 200))
    return switch rule.why {
    case .matchesNothing: Phrase("schematron.rule-matches-nothing", ["rule": name])
    case .asksNothing: Phrase("schematron.rule-asks-nothing", ["rule": name])
    case .holdsNoRule: Phrase("schematron.pattern-holds-no-rule", ["pattern": name])
    }
  }
  package static var met: Phrase { Phrase("report.met") }
  package static var partial: Phrase { Phrase("report.partial") }
  package static var gap: Phrase { Phrase("report.gap") }
  package static var unknown: Phrase { Phrase("report.unknown") }
  package static var notApplicable: Phrase { Phrase("report.not-applicable") }
  package static var notAssessed: Phrase { Phrase("report.not-assessed") }
  package static var waived: Phrase { Phrase("report.waived") }
  package static var mandatory: Phrase { Phrase("report.mandatory") }
  package static var presumed: Phrase { Phrase("report.presumed") }
  package static var recommended: Phrase { Phrase("report.recommended") }
  package static var drafting: Phrase { Phrase("report.drafting") }
  package static var layerPresent: Phrase { Phrase("report.layer-present") }
  package static var layerMissing: Phrase { Phrase("report.layer-missing") }
  package static var layerUnknown: Phrase { Phrase("report.layer-unknown") }
  package static var asOfNamed: Phrase { Phrase("report.as-of-named") }
  package static var asOfApproval: Phrase { Phrase("report.as-of-approval") }
  package static var asOfToday: Phrase { Phrase("report.as-of-today") }
  package static var asOfApprovalUnknown: Phrase { Phrase("report.as-of-approval-unknown") }
  package static var asOfApprovalInFuture: Phrase { Phrase("report.as-of-approval-in-future") }
  package static var tierText: Phrase { Phrase("report.tier-text") }
  package static var tierSummary: Phrase { Phrase("report.tier-summary") }
  package static var tierUnofficial: Phrase { Phrase("report.tier-unofficial") }
  package static var tierPress: Phrase { Phrase("report.tier-press") }
  package static var tierNone: Phrase { Phrase("report.tier-none") }
  package static var markVerified: Phrase { Phrase("report.mark-verified") }
  package static var markInferred: Phrase { Phrase("report.mark-inferred") }
  package static var markFromMemory: Phrase { Phrase("report.mark-from-memory") }

  package static func evidenceOf(mark: String, tier: String) -> Phrase {
    Phrase("report.evidence-of", ["mark": .text(mark), "tier": .text(tier)])
  }

  package static var evidenceInferred: Phrase { Phrase("report.evidence-inferred") }
  package static var evidenceFromMemory: Phrase { Phrase("report.evidence-from-memory") }
  package static var noMachineCheck: Phrase { Phrase("report.no-machine-check") }

  package static func personMustJudge(_ reason: String) -> Phrase {
    Phrase("report.person-must-judge", ["reason": .text(reason)])
  }

  package static var basisNotInForce: Phrase { Phrase("report.basis-not-in-force") }
  package static var nothingAsked: Phrase { Phrase("report.nothing-asked") }
  package static var allPartsHold: Phrase { Phrase("report.all-parts-hold") }
  package static var somePartsFail: Phrase { Phrase("report.some-parts-fail") }
  package static var noPartHolds: Phrase { Phrase("report.no-part-holds") }
  package static var sectionNotTranscribed: Phrase { Phrase("report.section-not-transcribed") }

  package static func conditionFalse(_ condition: String) -> Phrase {
    Phrase("report.condition-false", ["condition": .text(condition)])
  }

  package static func conditionUnknown(_ condition: String) -> Phrase {
    Phrase("report.condition-unknown", ["condition": .text(condition)])
  }

  package static func conditionPlanKind(asked: String, found: String) -> Phrase {
    Phrase("report.condition-plan-kind", ["asked": .text(asked), "found": .text(found)])
  }

  package static func conditionCityLevel(asked: String, found: String) -> Phrase {
    Phrase("report.condition-city-level", ["asked": .text(asked), "found": .text(found)])
  }

  package static func conditionUrbanClass(asked: String, found: String) -> Phrase {
    Phrase("report.condition-urban-class", ["asked": .text(asked), "found": .text(found)])
  }

  package static func conditionProvinceHasNoClass(asked: String) -> Phrase {
    Phrase("report.condition-province-has-no-class", ["asked": .text(asked)])
  }

  package static func conditionRegion(asked: String, found: String) -> Phrase {
    Phrase("report.condition-region", ["asked": .text(asked), "found": .text(found)])
  }

  package static func conditionStage(asked: String, found: String) -> Phrase {
    Phrase("report.condition-stage", ["asked": .text(asked), "found": .text(found)])
  }

  package static func conditionPeriod(asked: String, found: String) -> Phrase {
    Phrase("report.condition-period", ["asked": .text(asked), "found": .text(found)])
  }

  package static func conditionAsOf(_ dates: String) -> Phrase {
    Phrase("report.condition-as-of", ["dates": .text(dates)])
  }

  package static func conditionPresence(_ what: String) -> Phrase {
    Phrase("report.condition-presence", ["what": .text(what)])
  }

  package static func conditionAimsAtLevel(_ level: String) -> Phrase {
    Phrase("report.condition-aims-at-level", ["level": .text(level)])
  }

  package static func waivedBy(authority: String, decision: String, until: String, reason: String) -> Phrase {
    Phrase(
      "report.waived-by",
      [
        "authority": .text(authority), "decision": .text(decision), "until": .text(until),
        "reason": .text(reason),
      ])
  }

  package static func answeredBy(role: String, date: String, verdict: String, evidence: String) -> Phrase {
    Phrase(
      "report.answered-by",
      ["role": .text(role), "date": .text(date), "verdict": .text(verdict), "evidence": .text(evidence)])
  }

  package static func machineFound(_ verdict: String) -> Phrase {
    Phrase("report.machine-found", ["verdict": .text(verdict)])
  }

  package static var decidedByAnswer: Phrase { Phrase("report.decided-by-answer") }
  package static var decidedByWaiver: Phrase { Phrase("report.decided-by-waiver") }

  package static func leftOut(_ reason: String) -> Phrase {
    Phrase("report.left-out", ["reason": .text(reason)])
  }

  package static func ofAnotherPlace(_ profile: String) -> Phrase {
    Phrase("report.of-another-place", ["profile": .text(profile)])
  }

  package static var nothingMandatoryOpen: Phrase { Phrase("report.nothing-mandatory-open") }

  package static func noBaseline(_ file: String, baseline: String) -> Phrase {
    Phrase("report.no-baseline", ["file": .text(file), "baseline": .text(baseline)])
  }
}
