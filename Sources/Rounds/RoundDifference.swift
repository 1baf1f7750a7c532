/// Two rounds of one plan or of many: who closed what, who stands worse, who is new, who is missing.
package struct RoundDifference: Sendable {
  /// Plans of both rounds, in the order of the later one.
  package let plans: [ReportDifference]
  /// Plans of the later round only.
  package let appeared: [SavedReport]
  /// Plans of the earlier round only: nothing is known of what became of them.
  package let missing: [SavedReport]
  /// Files that one of the rounds, or both, refused.
  package let refused: [RefusedChange]

  package init(old: [SavedReport], new: [SavedReport]) {
    if old.count == 1, new.count == 1 {
      self.init(
        plans: [ReportDifference(old: old[0], new: new[0])], appeared: [], missing: [], refused: [])
    } else {
      self.init(ReadReports(old), ReadReports(new)) {
        old[$0]
      } later: {
        new[$0]
      }
    }
  }

  /// Holds two rounds against each other, two reports in memory at a time; of each pair it keeps what differs.
  /// - Throws: what reading a report throws.
  package init(old: some ReportRound, new: some ReportRound) throws {
    // Two reports named one by one are of one plan, whatever it is called by now.
    if old.marks.count == 1, new.marks.count == 1, old.refused.isEmpty, new.refused.isEmpty {
      self.init(old: [try old.report(0)], new: [try new.report(0)])
    } else {
      try self.init(old, new) {
        try old.report($0)
      } later: {
        try new.report($0)
      }
    }
  }

  private init(
    _ old: some ReportRound, _ new: some ReportRound, earlier: (Int) throws -> SavedReport,
    later: (Int) throws -> SavedReport
  ) rethrows {
    let pairs = PlanMarks.pairs(old.marks, new.marks)
    let (left, right) = (Set(pairs.map(\.old)), Set(pairs.map(\.new)))
    let plans = try pairs.map {
      try ReportDifference(old: earlier($0.old), new: later($0.new)).withoutUnchanged
    }
    var missing = try old.marks.indices.filter { !left.contains($0) }.map { try earlier($0).withoutFindings }
    let appeared = try new.marks.indices.filter { !right.contains($0) }.map { try later($0).withoutFindings }
    let refused = RefusedChange.all(
      old: old.refused, new: new.refused, missing: missing, appeared: appeared)
    // A plan whose file is refused now is not missing: it is there and cannot be read.
    let found = Set(refused.compactMap { $0.before?.file })
    missing.removeAll { found.contains($0.file) }
    self.init(plans: plans, appeared: appeared, missing: missing, refused: refused)
  }

  private init(
    plans: [ReportDifference], appeared: [SavedReport], missing: [SavedReport], refused: [RefusedChange]
  ) {
    self.plans = plans
    self.appeared = appeared
    self.missing = missing
    self.refused = refused
  }

  package var isWorse: Bool { plans.contains(where: \.isWorse) }

  /// Whether every plan of the earlier round was held against the later one, and none of the later is refused.
  package var isComplete: Bool {
    missing.isEmpty && !plans.isEmpty && refused.allSatisfy { $0.new == nil && $0.after != nil }
  }

  /// Plans that stand worse than before in anything.
  package var worse: [ReportDifference] { plans.filter(\.isWorse) }
  /// Plans that closed a gap and stand worse in nothing.
  package var better: [ReportDifference] { plans.filter { !$0.isWorse && $0.isBetter } }
  /// What differs between the rounds for every plan alike, and so is no plan's own doing.
  package var commonCircumstances: [ReportDifference.Circumstance] {
    guard plans.count > 1, let first = plans.first else { return [] }
    let shared = plans.dropFirst().reduce(Set(first.circumstances)) { $0.intersection($1.circumstances) }
    return first.circumstances.filter(shared.contains)
  }
}

/// What became of a file that a round refused.
package struct RefusedChange: Sendable {
  package let file: String
  /// Why the earlier round refused it; nil where it did not.
  package let old: String?
  /// Why the later round refuses it; nil where it does not.
  package let new: String?
  /// The report of the round that could read it.
  package let before: SavedReport?
  package let after: SavedReport?

  /// Files find each other by the last part of their names, where that is alone on each side.
  static func all(
    old: [RefusedPlan], new: [RefusedPlan], missing: [SavedReport], appeared: [SavedReport]
  ) -> [RefusedChange] {
    func alone<Value>(_ values: [Value], _ name: (Value) -> String) -> [String: Value] {
      Dictionary(grouping: values, by: name).compactMapValues { $0.count == 1 ? $0[0] : nil }
    }
    let (earlier, later) = (alone(old, \.lastName), alone(new, \.lastName))
    let (lost, gained) = (
      alone(missing) { PlanMarks($0).file }, alone(appeared) { PlanMarks($0).file }
    )
    let now = new.map { file in
      let isAlone = later[file.lastName] != nil
      let before = isAlone ? earlier[file.lastName] : nil
      return RefusedChange(
        file: file.file, old: before?.message, new: file.message,
        before: isAlone && before == nil ? lost[file.lastName] : nil, after: nil)
    }
    let past = old.filter { earlier[$0.lastName] == nil || later[$0.lastName] == nil }.map { file in
      RefusedChange(
        file: file.file, old: file.message, new: nil, before: nil,
        after: earlier[file.lastName] == nil ? nil : gained[file.lastName])
    }
    return now + past
  }
}
