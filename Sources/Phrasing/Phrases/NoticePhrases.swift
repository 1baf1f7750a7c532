import Source

// What stands beside a conclusion, and what it adds up to.
extension Phrase {
  static var otherCatalogue: Phrase { Phrase("notices.other-catalogue") }

  static func editionAge(days: Int, vouches: Int) -> Phrase {
    Phrase("notices.edition-age", ["days": .number(days), "vouches": .number(vouches)])
  }

  static func editionLater(days: Int) -> Phrase {
    Phrase("notices.edition-later", ["days": .number(days)])
  }

  static func editionTooOld(days: Int, vouches: Int) -> Phrase {
    Phrase("notices.edition-too-old", ["days": .number(days), "vouches": .number(vouches)])
  }

  static func profileLeavesOut(_ profile: String, count: Int, _ list: String) -> Phrase {
    Phrase("notices.leaves-out", ["profile": .text(profile), "count": .number(count), "list": .text(list)])
  }

  static func profileElsewhere(_ profile: String, place: String) -> Phrase {
    Phrase("notices.profile-elsewhere", ["profile": .text(profile), "place": .text(place)])
  }

  static func profileFitsNoPlan(_ profile: String, place: String) -> Phrase {
    Phrase("notices.profile-fits-no-plan", ["profile": .text(profile), "place": .text(place)])
  }

  static func profilePlacedByCall(_ profile: String) -> Phrase {
    Phrase("notices.profile-by-call", ["profile": .text(profile)])
  }

  static func profileNowhere(_ profile: String) -> Phrase {
    Phrase("notices.profile-nowhere", ["profile": .text(profile)])
  }

  static func approvedByOwnWord(_ date: CalendarDate) -> Phrase {
    Phrase("notices.approved-by-own-word", ["date": .date(date)])
  }

  static func approvalInFuture(_ date: CalendarDate) -> Phrase {
    Phrase("notices.approval-in-future", ["date": .date(date)])
  }

  static func approvalBackDated(_ date: CalendarDate, texts: Int) -> Phrase {
    Phrase("notices.approval-back-dated", ["date": .date(date), "count": .number(texts)])
  }

  static var unconfirmedReading: Phrase { Phrase("notices.unconfirmed-reading") }
  static func showsOnly(_ force: String, leftOut: Int) -> Phrase {
    Phrase("notices.shows-only", ["force": .text(force), "count": .number(leftOut)])
  }

  static func confirmedReading(_ by: String) -> Phrase {
    Phrase("notices.confirmed-reading", ["by": .text(by)])
  }
  static func confirmedBy(_ role: String, on day: CalendarDate, count: Int) -> Phrase {
    Phrase("notices.confirmed-by", ["role": .text(role), "day": .date(day), "count": .number(count)])
  }
  static var baselineByHand: Phrase { Phrase("notices.baseline-by-hand") }

  static func kindBesideTitle(_ kind: String, title: String) -> Phrase {
    Phrase("notices.kind-beside-title", ["kind": .text(kind), "title": .text(title)])
  }

  // MARK: Decisions of people

  static func unusedDecision(_ what: String, on criterion: String, line: Int, _ why: String) -> Phrase {
    Phrase(
      "notices.decision",
      ["what": .text(what), "criterion": .text(criterion), "line": .number(line), "why": .text(why)])
  }

  static var answerNoun: Phrase { Phrase("notices.answer") }
  static var waiverNoun: Phrase { Phrase("notices.waiver") }

  static func decisionChangedNothing(_ verdict: String) -> Phrase {
    Phrase("notices.changed-nothing", ["verdict": .text(verdict)])
  }

  static var decisionPlacedByCall: Phrase { Phrase("notices.placed-by-call") }
  static var decisionNamesNobody: Phrase { Phrase("notices.names-nobody") }
  static var decisionNamesNoPlace: Phrase { Phrase("notices.names-no-place") }
  static var decisionNamesNoPlan: Phrase { Phrase("notices.names-no-plan") }

  static func decisionFitsNoPlan(_ addressee: String) -> Phrase {
    Phrase("notices.fits-no-plan", ["addressee": .text(addressee)])
  }

  static func decisionOfRound(_ asked: String, found: String) -> Phrase {
    Phrase("notices.another-round", ["asked": .text(asked), "found": .text(found)])
  }

  static var roundNotGiven: Phrase { Phrase("notices.round-not-given") }

  static func decisionOlderThanPlan(_ date: CalendarDate) -> Phrase {
    Phrase("notices.older-than-plan", ["date": .date(date)])
  }

  static func decisionOutsideDates(_ day: String, from: String, until: String) -> Phrase {
    Phrase("notices.outside-dates", ["date": .text(day), "from": .text(from), "until": .text(until)])
  }

  static var firstDayUnknown: Phrase { Phrase("notices.from-unknown") }

  static func decisionContradicts(line: Int) -> Phrase {
    Phrase("notices.contradicts", ["line": .number(line)])
  }

  // MARK: What a conclusion adds up to

  static func tallyMachine(_ count: Int) -> Phrase {
    Phrase("notices.tally-machine", ["count": .number(count)])
  }
  static func tallyPeople(_ count: Int) -> Phrase {
    Phrase("notices.tally-people", ["count": .number(count)])
  }
  static func tallyWaived(_ count: Int) -> Phrase {
    Phrase("notices.tally-waived", ["count": .number(count)])
  }
  static func tallyGaps(_ count: Int) -> Phrase { Phrase("notices.tally-gaps", ["count": .number(count)]) }

  static func tallyUndecided(_ count: Int) -> Phrase {
    Phrase("notices.tally-undecided", ["count": .number(count)])
  }

  static func tallyNotInForce(_ count: Int) -> Phrase {
    Phrase("notices.tally-not-in-force", ["count": .number(count)])
  }

  static func tallyNotApplying(_ count: Int) -> Phrase {
    Phrase("notices.tally-not-applying", ["count": .number(count)])
  }

  static var tallyNone: Phrase { Phrase("notices.tally-none") }

  // MARK: The day of approval

  static func approvalDayWanted(_ count: Int) -> Phrase {
    Phrase("report.approval-day-wanted", ["count": .number(count)])
  }

  static var nothingBeyond: Phrase { Phrase("report.nothing-beyond") }

  static func askedBeyond(_ count: Int) -> Phrase {
    Phrase("report.asked-beyond", ["count": .number(count)])
  }

  static func approvalDayUnknown(_ outcomes: String) -> Phrase {
    Phrase("report.approval-day-unknown", ["outcomes": .text(outcomes)])
  }

  static func outcomeBefore(_ date: String, _ verdict: String) -> Phrase {
    Phrase("report.outcome-before", ["date": .text(date), "verdict": .text(verdict)])
  }

  static func outcomeSince(_ date: String, _ verdict: String) -> Phrase {
    Phrase("report.outcome-since", ["date": .text(date), "verdict": .text(verdict)])
  }
}
