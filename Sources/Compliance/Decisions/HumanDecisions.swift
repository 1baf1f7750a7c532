import MasterPlan
import Source

/// Which human decisions join a check: answers first, then waivers.
package struct HumanDecisions: Sendable {
  package static let none = HumanDecisions(answers: .none, waivers: .none)

  package let answers: Answers
  package let waivers: Waivers

  package init(answers: Answers, waivers: Waivers) {
    self.answers = answers
    self.waivers = waivers
  }

  /// What a run says of itself, by which a decision without a place may still know its plan.
  package enum Call: Sendable {
    /// One plan was named together with the decisions.
    case onePlan
    case manyPlans
  }

  /// The findings with what people decided, each marked as such, and the decisions that did not do what they say.
  func applied(
    to findings: [Finding], of plan: MasterPlan, asOf: CalendarDate, call: Call
  ) -> (findings: [Finding], unused: [UnusedDecision]) {
    guard !answers.list.isEmpty || !waivers.list.isEmpty else { return (findings, []) }
    let name = PlanName(plan)
    var unused: [UnusedDecision] = []
    var result = findings
    let places = Dictionary(findings.enumerated().map { ($1.criterion.id, $0) }) { first, _ in first }

    /// Whether the decision is on this plan; what keeps it from being so is noted.
    func isMeant(_ decision: PersonalDecision) -> Bool {
      switch decision.addressee.lack {
      case .everything? where call == .onePlan:
        unused.append(UnusedDecision(decision, .placedByCall))
        return true
      case let lack?:
        unused.append(UnusedDecision(decision, .namesNobody(lack)))
        return false
      case nil: break
      }
      switch decision.addressee.fit(name) {
      case .thisPlan: return true
      case .anotherRound:
        unused.append(UnusedDecision(decision, .anotherRound(decision.addressee.round, of: name.round)))
        return false
      case .anotherPlan: return false
      }
    }

    var answered: [String: Answer] = [:]
    var contradicted: Set<String> = []
    for answer in answers.list where isMeant(.answer(answer)) {
      guard let index = places[answer.criterion] else { continue }
      if let date = plan.identity.date, answer.date < date {
        unused.append(UnusedDecision(.answer(answer), .olderThanPlan(date)))
      } else if result[index].machineVerdict == .notApplicable {
        unused.append(UnusedDecision(.answer(answer), .changedNothing(.notApplicable)))
      } else if let other = answered[answer.criterion], other.verdict != answer.verdict {
        contradicted.insert(answer.criterion)
        unused.append(UnusedDecision(.answer(answer), .contradicts(line: other.line)))
      } else {
        answered[answer.criterion] = answer
      }
    }
    for (criterion, answer) in answered where !contradicted.contains(criterion) {
      if let index = places[criterion] { result[index].answer = answer }
    }
    for waiver in waivers.list where isMeant(.waiver(waiver)) {
      guard let index = places[waiver.criterion] else { continue }
      if !waiver.holds(on: asOf) {
        unused.append(
          UnusedDecision(.waiver(waiver), .outsideItsDates(from: waiver.date, until: waiver.expires, asOf)))
      } else if result[index].verdict.isGap {
        result[index].waiver = waiver
      } else {
        unused.append(UnusedDecision(.waiver(waiver), .changedNothing(result[index].verdict)))
      }
    }
    return (result, unused)
  }
}

/// What a person decided on one criterion.
package enum PersonalDecision: Sendable, Hashable {
  case answer(Answer)
  case waiver(Waiver)

  package var criterion: String {
    switch self {
    case .answer(let answer): answer.criterion
    case .waiver(let waiver): waiver.criterion
    }
  }

  package var addressee: Addressee {
    switch self {
    case .answer(let answer): answer.addressee
    case .waiver(let waiver): waiver.addressee
    }
  }

  /// The line of its file.
  package var line: Int {
    switch self {
    case .answer(let answer): answer.line
    case .waiver(let waiver): waiver.line
    }
  }
}

/// A recorded decision that did not do what it says, or not by itself. Shown, so that nobody believes in it.
package struct UnusedDecision: Sendable, Hashable {
  package let decision: PersonalDecision
  package let why: Why

  init(_ decision: PersonalDecision, _ why: Why) {
    self.decision = decision
    self.why = why
  }

  package enum Why: Sendable, Hashable {
    /// It is on this plan, but there was nothing to decide.
    case changedNothing(Verdict)
    /// It names neither place nor plan, and was taken for the one plan that was named with it.
    case placedByCall
    case namesNobody(Addressee.Lack)
    case fitsNoPlan
    /// It is on the plan of another round.
    case anotherRound(Int?, of: Int?)
    /// It was given before the day of the plan.
    case olderThanPlan(CalendarDate)
    /// It does not hold on the day whose law counts.
    case outsideItsDates(from: CalendarDate?, until: CalendarDate, CalendarDate)
    /// Another answer on this plan says the contrary; neither counts.
    case contradicts(line: Int)
  }

  /// Whether somebody may rely on it in vain, or nobody knows on what plan it is: such a plan is never conforming.
  package var isGrave: Bool {
    if case .changedNothing = why { return false }
    return true
  }
}
