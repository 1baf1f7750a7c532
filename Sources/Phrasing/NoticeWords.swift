import Catalogue
import Compliance
import Source

// What stands beside a conclusion, in words.
extension Phrasing {
  /// The edition of the catalogue, for the head of a report; beside a foreign one, that it is foreign.
  package func edition(of report: GapReport) -> String {
    let edition = report.catalogue.edition
    let words = language(.edition(number: edition.number, date: language(edition.date)))
    return report.notices.contains(.otherCatalogue) ? "\(words) (\(language(.notOwn)))" : words
  }

  package func words(_ notice: Notice) -> String {
    switch notice {
    case .otherCatalogue: language(.otherCatalogue)
    case .editionAge(let days, let vouches):
      days < 0 ? language(.editionLater(days: -days)) : language(.editionAge(days: days, vouches: vouches))
    case .editionTooOld(let days, let vouches): language(.editionTooOld(days: days, vouches: vouches))
    case .leavesOut(let profile, let criteria):
      language(
        .profileLeavesOut(profile, count: criteria.count, criteria.joined(separator: ", ")))
    case .profileOfAnotherPlace(let profile, let place):
      language(.profileElsewhere(profile, place: SafeText.of(place, limit: 200)))
    case .profileFitsNoPlan(let profile, let place):
      language(.profileFitsNoPlan(profile, place: SafeText.of(place, limit: 200)))
    case .profilePlacedByCall(let profile): language(.profilePlacedByCall(profile))
    case .profileWithoutPlace(let profile): language(.profileNowhere(profile))
    case .approvedByOwnWord(let date): language(.approvedByOwnWord(date))
    case .approvalInFuture(let date): language(.approvalInFuture(date))
    case .approvalBackDated(let date, let texts): language(.approvalBackDated(date, texts: texts))
    case .kindBesideTitle(let kind, let title):
      language(.kindBesideTitle(term(kind, "plan-kind"), title: term(title, "plan-kind")))
    case .approvalDayWanted(let findings): language(.approvalDayWanted(findings.count))
    case .reviewOfOlderPlan(let review, let beyond):
      language(review.rule) + " "
        + language(beyond.isEmpty ? Phrase.nothingBeyond : .askedBeyond(beyond.count))
    case .baselineByHand: language(.baselineByHand)
    case .unconfirmedReading: language(.unconfirmedReading)
    case .showsOnly(let force, let leftOut):
      language(.showsOnly(name(of: force), leftOut: leftOut))
    case .confirmedReading(let confirmed):
      language(
        .confirmedReading(
          confirmed.map {
            language(.confirmedBy(SafeText.of($0.role, limit: 100), on: $0.day, count: $0.count))
          }
          .joined(separator: "; ")))
    case .transcription(let kind, let remarks): words(kind, remarks)
    case .decision(let decision): words(decision)
    }
  }

  /// What a recorded decision that did not do what it says is, and why.
  package func words(_ unused: UnusedDecision) -> String {
    let what: Phrase =
      switch unused.decision {
      case .answer: .answerNoun
      case .waiver: .waiverNoun
      }
    return language(
      .unusedDecision(
        language(what), on: unused.decision.criterion, line: unused.decision.line, language(why(unused))))
  }

  private func why(_ unused: UnusedDecision) -> Phrase {
    func round(_ number: Int?) -> String { number.map { String($0) } ?? language(.roundNotGiven) }
    return switch unused.why {
    case .changedNothing(let verdict): .decisionChangedNothing(name(of: verdict))
    case .placedByCall: .decisionPlacedByCall
    case .namesNobody(.everything): .decisionNamesNobody
    case .namesNobody(.place): .decisionNamesNoPlace
    case .namesNobody(.plan): .decisionNamesNoPlan
    case .fitsNoPlan: .decisionFitsNoPlan(words(unused.decision.addressee))
    case .anotherRound(let asked, let found): .decisionOfRound(round(asked), found: round(found))
    case .olderThanPlan(let date): .decisionOlderThanPlan(date)
    case .outsideItsDates(let from, let until, let day):
      .decisionOutsideDates(
        language(day), from: from.map { language($0) } ?? language(.firstDayUnknown),
        until: language(until))
    case .contradicts(let line): .decisionContradicts(line: line)
    }
  }

  private func words(_ addressee: Addressee) -> String {
    [addressee.place, addressee.plan, addressee.title, addressee.round.map { String($0) }].compactMap { $0 }
      .map { SafeText.of($0, limit: 200) }.joined(separator: ", ")
  }

  /// What became of the mandatory criteria: the numbers add up, and what people did comes first.
  func words(_ tally: Conformity.Tally) -> String {
    let parts: [(Int, (Int) -> Phrase)] = [
      (tally.metByPeople, Phrase.tallyPeople), (tally.waived, Phrase.tallyWaived),
      (tally.metByMachine, Phrase.tallyMachine), (tally.gaps, Phrase.tallyGaps),
      (tally.undecided, Phrase.tallyUndecided), (tally.notInForce, Phrase.tallyNotInForce),
      (tally.notApplying, Phrase.tallyNotApplying),
    ]
    let words = parts.filter { $0.0 > 0 }.map { language($0.1($0.0)) }
    return words.isEmpty ? language(.tallyNone) : words.joined(separator: ", ")
  }

  /// A criterion of a notice in a line.
  package func line(of finding: Finding) -> String {
    "\(finding.criterion.id) \(language(finding.criterion.title)) – \(name(of: finding.verdict))"
  }

  /// What a plan without a day comes to by the law of each of the days.
  func words(_ outcomes: [Finding.OutcomeByDay]) -> String {
    outcomes.enumerated().map { index, outcome in
      let verdict =
        outcome.verdict.isGap
        ? "\(name(of: outcome.verdict)) (\(name(of: outcome.force)))" : name(of: outcome.verdict)
      if index > 0, let since = outcome.since { return language(.outcomeSince(language(since), verdict)) }
      let next = outcomes.count > 1 ? outcomes[1].since : nil
      return next.map { language(.outcomeBefore(language($0), verdict)) } ?? verdict
    }.joined(separator: "; ")
  }
}
