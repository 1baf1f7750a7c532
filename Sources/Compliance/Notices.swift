import Catalogue
import MasterPlan
import Source

/// What is to be said of a plan beside its conclusion, apart from decisions and rules of a province.
enum Notices {
  /// How long an edition vouches is its editor's word; after that nobody has looked whether the law is still this.
  static func ofEdition(_ edition: Catalogue.Edition, on day: CalendarDate) -> [Notice] {
    let age = edition.date.days(to: day)
    return [
      age > edition.vouches
        ? .editionTooOld(days: age, vouches: edition.vouches)
        : .editionAge(days: age, vouches: edition.vouches)
    ]
  }

  /// The day of approval decides which law counts, and it is the plan's own word.
  static func ofApproval(_ plan: MasterPlan, _ asOf: AsOf, _ citations: [LocatedCitation]) -> [Notice] {
    guard plan.identity.stage == .approved, let date = plan.identity.date else { return [] }
    if asOf.why == .approvalInFuture || date > asOf.date { return [.approvalInFuture(date)] }
    guard asOf.why == .approval else { return [] }
    let later = citations.count { $0.state?.isStillToCome ?? false }
    return later > 0
      ? [.approvalBackDated(date, texts: later)] : [.approvedByOwnWord(date)]
  }

  /// What hangs on the day of approval.
  /// - Parameters:
  ///   - findings: those of the report.
  ///   - group: what the criteria of a group come to by the law of a day.
  static func ofDay(
    of plan: MasterPlan, _ reviews: [ReviewOfOlderPlans], asOf: AsOf, _ findings: [Finding],
    ofGroup group: (String, CalendarDate) -> [Finding]
  ) -> [Notice] {
    var notices: [Notice] = []
    let undecided = findings.filter { if case .approvalDayUnknown = $0.reason { true } else { false } }
    if !undecided.isEmpty { notices.append(.approvalDayWanted(criteria: undecided)) }
    guard plan.identity.stage == .approved, let approved = plan.identity.date else { return notices }
    for review in reviews
    where approved < review.approvedBefore && review.planKinds.contains(plan.identity.kind)
      && (asOf.why != .named || asOf.date >= review.approvedBefore)
    {
      let beyond = group(review.group, review.approvedBefore).filter {
        $0.machineVerdict.isGap || $0.machineVerdict == .unknown
      }
      notices.append(.reviewOfOlderPlan(review, beyond: beyond))
    }
    return notices
  }

  /// What a machine read is nobody's word.
  static func ofReading(_ plan: MasterPlan) -> [Notice] {
    var notices: [Notice] = plan.isUnconfirmedReading ? [.unconfirmedReading] : []
    var confirmed: [Notice.ConfirmedOn] = []
    for one in plan.confirmations {
      let known = confirmed.firstIndex { $0.role == one.role && $0.day == one.day }
      let count = known.map { confirmed.remove(at: $0).count } ?? 0
      confirmed.append(Notice.ConfirmedOn(role: one.role, day: one.day, count: count + 1))
    }
    if !confirmed.isEmpty { notices.append(.confirmedReading(confirmed)) }
    return notices
  }

  /// A title names its kind first: "Kế hoạch triển khai Đề án …" is an action plan.
  static func ofKind(_ plan: MasterPlan, _ vocabulary: PlanVocabulary) -> [Notice] {
    let title = words(plan.identity.title)
    var first: (place: Int, kind: String)?
    for kind in vocabulary.values(of: "plan-kind").sorted() {
      guard let term = vocabulary.term(kind, in: "plan-kind") else { continue }
      let asked = words(term.vietnamese)
      guard !asked.isEmpty, title.count >= asked.count else { continue }
      for place in 0...(title.count - asked.count) where title[place...].starts(with: asked) {
        if first.map({ place < $0.place }) ?? true { first = (place, kind) }
        break
      }
    }
    guard let first, first.kind != plan.identity.kind, !plan.identity.kind.isEmpty else { return [] }
    return [.kindBesideTitle(kind: plan.identity.kind, title: first.kind)]
  }

  /// What the look at the file says, a notice a kind.
  static func ofTranscription(_ plan: MasterPlan, _ vocabulary: PlanVocabulary) -> [Notice] {
    Transcription(plan, sections: vocabulary.sections).byKind.map { .transcription($0.kind, $0.remarks) }
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
