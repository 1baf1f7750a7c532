import MasterPlan

/// Which human decisions join a check: answers first, then waivers.
package struct HumanDecisions: Sendable {
  package static let none = HumanDecisions(answers: .none, waivers: .none)

  package let answers: Answers
  package let waivers: Waivers

  package init(answers: Answers, waivers: Waivers) {
    self.answers = answers
    self.waivers = waivers
  }

  /// The findings with what people decided, each marked as such, and the decisions that changed nothing.
  func applied(to findings: [Finding], of plan: MasterPlan) -> (findings: [Finding], idle: [IdleDecision]) {
    var idle: [IdleDecision] = []
    var result = findings
    for answer in answers.list where answer.covers(plan) {
      guard let index = result.firstIndex(where: { $0.criterion.id == answer.criterion }) else { continue }
      if result[index].isOpenToAnswers {
        result[index].answer = answer
      } else {
        idle.append(.answer(answer, because: result[index].verdict))
      }
    }
    for waiver in waivers.list where waiver.covers(plan) {
      guard let index = result.firstIndex(where: { $0.criterion.id == waiver.criterion }) else { continue }
      if result[index].verdict.isGap {
        result[index].waiver = waiver
      } else {
        idle.append(.waiver(waiver, because: result[index].verdict))
      }
    }
    idle += waivers.list.filter { $0.plan == nil }.map { .broadWaiver($0) }
    return (result, idle)
  }
}

/// A recorded decision that did nothing, or reaches further than one plan. Shown, so that nobody
/// believes in it.
package enum IdleDecision: Sendable, Hashable {
  case answer(Answer, because: Verdict)
  case waiver(Waiver, because: Verdict)
  /// Excuses every plan from its criterion.
  case broadWaiver(Waiver)
}
