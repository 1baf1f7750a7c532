import Compliance
import Phrasing
import Source
import Writing

/// What changed between two rounds, for a terminal.
struct DifferenceText {
  private let words: DifferenceWords
  private let width: Int
  private let style: TerminalStyle
  private var language: Language { words.language }

  init(_ phrasing: Phrasing, width: Int, style: TerminalStyle) {
    words = DifferenceWords(phrasing: phrasing)
    self.width = max(width, 72)
    self.style = style
  }

  func text(_ round: RoundDifference) -> String {
    var lines = [
      style.heading(language(.difference)) + "  khung \(Program.version)", words.verdict(on: round),
    ]
    if words.quotesAnother(round) { lines.append(language(.quotedLanguage)) }
    let overview = RoundOverview(round, words)
    lines += overview.counts.flatMap { wrapped($0, indent: 2) }
    lines += overview.common.flatMap { wrapped("! \(language(.review(.forAllPlans))): \($0)", indent: 2) }
    for group in overview.groups { lines += self.group(group) }
    for list in overview.lists {
      lines += ["", style.heading(list.title)] + list.lines.flatMap { wrapped("– " + $0, indent: 4) }
    }
    // Of many plans those that are as they were need no room; JSON has them all.
    let isSet = round.plans.count > 1
    let plans = isSet ? round.plans.filter(\.hasChanged) : round.plans
    if isSet, !plans.isEmpty { lines += ["", style.heading(language(.review(.details)))] }
    let common = Set(round.commonCircumstances)
    for plan in plans {
      lines +=
        [""] + self.plan(plan, besides: common, isSet ? [.new, .changed, .closed] : DifferenceWords.order)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func group(_ group: RoundOverview.Group) -> [String] {
    ["", style.heading(group.title)]
      + group.entries.flatMap { entry in
        wrapped("\(group.isWorse ? "▲" : "✓") \(entry.name): \(entry.conclusion)", indent: 4)
          + entry.moves.flatMap { wrapped($0, indent: 6, first: 4) }
      }
  }

  private func plan(
    _ difference: ReportDifference, besides common: Set<ReportDifference.Circumstance>, _ sections: [Change]
  ) -> [String] {
    var lines: [String] = []
    func field(_ name: Phrase, _ value: String) {
      lines += wrapped("\(language(name)): \(SafeText.of(value, limit: 600))", indent: 2)
    }
    field(.plan, difference.new.title)
    field(.place, difference.new.city)
    field(.before, source(difference.old))
    field(.after, source(difference.new))
    lines += wrapped(
      style.outcome(difference.new.outcome, "\(language(.conclusion)): \(words.outcome(of: difference))"),
      indent: 2)
    lines += difference.circumstances.filter { !common.contains($0) }.flatMap {
      wrapped("! " + words.words($0), indent: 2)
    }
    lines.append(
      DifferenceWords.order.map { "\(language(.changeName($0))): \(difference.changes($0).count)" }
        .joined(separator: " · "))
    for change in sections { lines += section(difference, change) }
    return lines
  }

  private func source(_ report: SavedReport) -> String {
    "\(report.source) (\(report.file), SHA-256 \(report.digest.prefix(16))…)"
  }

  private func section(_ difference: ReportDifference, _ change: Change) -> [String] {
    let changes = difference.changes(change)
    let rules = difference.rules.filter { $0.change == change }
    guard changes.count + rules.count > 0 else { return [] }
    let lines = changes.flatMap { entry($0, isBrief: change == .closed || change == .stillOpen) }
    return ["", style.heading(language(.changeTitle(change, changes.count + rules.count)))] + lines
      + rules.flatMap {
        wrapped("✗ \(SafeText.of($0.rule, limit: 80))  \(SafeText.of($0.message, limit: 400))", indent: 4)
      }
  }

  private func entry(_ change: CriterionChange, isBrief: Bool) -> [String] {
    let sign = style.verdict(change.finding.standing.verdict)
    var title = "\(sign) \(SafeText.of(change.criterion, limit: 80))  \(words.title(of: change))"
    title += " [\(words.force(of: change)); \(words.move(of: change))]"
    if change.isWorse { title += " ▲ \(language(.gotWorse))" }
    var lines = wrapped(title, indent: 4)
    guard !isBrief else { return lines }
    for detail in words.details(of: change) {
      lines += wrapped("\(detail.name): \(detail.text)", indent: 6, first: 4)
    }
    return lines
  }

  private func wrapped(_ text: String, indent: Int, first: Int = 0) -> [String] {
    Wrapping.lines(SafeText.harmlessExceptStyle(text), width: width, indent: indent, first: first)
  }
}
