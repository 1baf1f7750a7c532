import Catalogue
import Compliance
import Languages
import Phrasing
import Source
import Writing

/// The gap report for a terminal: what matters first, within the width, readable without colour.
struct TextReport {
  private let phrasing: Phrasing
  private let width: Int
  private let style: TerminalStyle
  private var language: Language { phrasing.language }

  /// - Parameters:
  ///   - width: columns of the terminal, at least 72.
  ///   - style: colours, or none where the output is no terminal.
  init(_ phrasing: Phrasing, width: Int, style: TerminalStyle) {
    self.phrasing = phrasing
    self.width = max(width, 72)
    self.style = style
  }

  func text(_ report: GapReport) -> String {
    var lines = head(report)
    lines += counts(report) + report.pointTables.flatMap { points($0, of: report) } + layers(report)
    lines += gaps(report) + rules(report)
    lines += brief(report, .waived, language(.waivedTitle(report.count(of: .waived))))
    lines += decisions(report)
    lines += brief(report, .unknown, language(.unknownTitle(report.count(of: .unknown))))
    lines += brief(report, .notAssessed, language(.notAssessedTitle(report.count(of: .notAssessed))))
    lines += brief(report, .notApplicable, language(.notApplicableTitle(report.count(of: .notApplicable))))
    lines += brief(report, .met, language(.metTitle(report.count(of: .met))))
    lines += citations(report)
    return lines.joined(separator: "\n") + "\n"
  }

  /// What a reader wants first: conclusion, counts, and a gap a line, the mandatory ones before all others.
  func summary(_ report: GapReport) -> String {
    var lines = head(report) + counts(report)
    lines.append(style.heading(language(.gapsTitle(report.gaps.count))))
    if report.gaps.isEmpty { lines.append(language(.noGaps)) }
    for finding in report.gaps {
      lines += wrapped(title(of: finding), indent: 4)
      let basis = finding.bases.first { $0.basis.force == finding.force && $0.isInForce }
      let day = finding.criterion.phase.deadline.map { language(.dueBy(language($0))) }
      let details = [basis.map { phrasing.briefName(of: $0.basis) }, day].compactMap { $0 }
      if !details.isEmpty { lines += wrapped(details.joined(separator: "; "), indent: 4, first: 4) }
    }
    let open = report.findings.filter { $0.verdict == .unknown }
    if !open.isEmpty {
      lines += ["", style.heading(language(.unknownTitle(open.count)))]
      lines += wrapped(open.map(\.criterion.id).joined(separator: ", "), indent: 0)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The inputs that could not be judged: none of them may be overlooked.
  func text(refusals: [String]) -> [String] {
    guard !refusals.isEmpty else { return [] }
    let lines = refusals.flatMap { wrapped("✗ \($0)", indent: 4) }
    return [([style.heading(language(.refusedTitle(refusals.count)))] + lines).joined(separator: "\n") + "\n"]
  }

  // MARK: Sections

  private func head(_ report: GapReport) -> [String] {
    let plan = report.plan
    let identity = [
      phrasing.term(plan.identity.kind, "plan-kind"), phrasing.term(plan.identity.stage.rawValue, "stage"),
      plan.identity.number ?? "", plan.identity.date.map { language($0) } ?? "",
    ].filter { !$0.isEmpty }.joined(separator: ", ")
    let conclusion = phrasing.conclusion(report.conformity)
    var lines = [style.heading(language(.gapReport)) + "  khung \(Program.version)"]
    lines += field(.plan, plan.identity.title + " (\(identity))")
    lines += field(.place, plan.city.name)
    lines += field(.file, "\(plan.source.name)  SHA-256 \(plan.digest.prefix(16))…")
    lines += field(.asOf, "\(language(report.asOf.date)) (\(phrasing.why(report.asOf)))")
    lines += field(
      .stage,
      phrasing.term(report.stage.stage.rawValue, "stage")
        + " (\(language(report.stage.isNamed ? .stageNamed : .stageOfPlan)))")
    if let profile = report.profile {
      lines += field(
        .profile, "\(language(profile.title)) (\(profile.id))  SHA-256 \(profile.digest.prefix(16))…")
    }
    lines += field(
      .catalogue,
      phrasing.edition(of: report) + "  SHA-256 \(report.catalogue.digest.prefix(16))…")
    lines += field(
      .citedLabel, language(.citedCounts(report.citations.count, unknown: report.unknownCitations)))
    lines.append("")
    lines += wrapped(
      style.outcome(report.conformity.outcome, "\(language(.conclusion)): \(conclusion.outcome)")
        + " – \(conclusion.why)", indent: 2)
    lines += report.notices.flatMap(notice)
    return lines + wrapped(language(.legend), indent: 0) + [""]
  }

  private func field(_ name: Phrase, _ value: String) -> [String] {
    let label = language(name) + ": "
    return wrapped(label + SafeText.of(value, limit: 600), indent: 2, first: 0)
  }

  private func counts(_ report: GapReport) -> [String] {
    let forces = Force.reportOrder
    var table = TextTable(
      columns: [.left] + forces.map { _ in .right } + [.right],
      header: [""] + forces.map { phrasing.name(of: $0) } + [language(.total)])
    for verdict in Verdict.reportOrder where verdict != .waived {
      table.add(
        ["\(style.verdict(verdict)) \(phrasing.name(of: verdict))"]
          + forces.map { String(report.count(of: verdict, force: $0)) } + [String(report.count(of: verdict))])
    }
    let waived = report.count(of: .waived)
    guard waived > 0 else { return table.lines(width: width) + [""] }
    table.add(
      ["\(style.verdict(.waived)) \(phrasing.name(of: .waived))"]
        + forces.map { String(report.count(of: .waived, force: $0)) } + [String(waived)])
    let before = Phrase.beforeWaivers(
      gap: report.countBeforeWaivers(of: .gap), partial: report.countBeforeWaivers(of: .partial))
    return table.lines(width: width) + [language(before), ""]
  }

  private func notice(_ notice: Notice) -> [String] {
    wrapped("\(Signs.of(notice.weight)) \(phrasing.words(notice))", indent: 2, first: 0)
      + notice.shownFindings.flatMap { wrapped("· " + phrasing.line(of: $0), indent: 4, first: 2) }
  }

  /// Answers and waivers that did not do what they say.
  private func decisions(_ report: GapReport) -> [String] {
    guard !report.unusedDecisions.isEmpty else { return [] }
    let heading = style.heading(language(.decisionsTitle(report.unusedDecisions.count)))
    return [heading] + report.unusedDecisions.flatMap { wrapped("! " + phrasing.words($0), indent: 2) } + [""]
  }

  private func layers(_ report: GapReport) -> [String] {
    guard !report.layers.isEmpty else { return [] }
    var table = TextTable(
      columns: [.left, .left, .left, .right, .right],
      header: [
        "", language(.layer), language(.coverage), language(.components),
        language(phrasing.markLabel(of: report)),
      ])
    for coverage in report.layers {
      table.add([
        coverage.layer.id, language(coverage.layer.name),
        "\(Signs.of(coverage.state)) \(phrasing.name(of: coverage.state))",
        coverage.components == 0 ? "" : String(coverage.components),
        coverage.state == .holds ? phrasing.mark(of: coverage.evidence) : "",
      ])
    }
    return [style.heading(language(.layerTable))] + table.lines(width: width) + [""]
  }

  private func points(_ points: PointTable, of report: GapReport) -> [String] {
    var table = TextTable(
      columns: [.left, .left, .left, .right],
      header: [
        language(.point), language(.pointAsks), language(.verdict), language(phrasing.markLabel(of: report)),
      ])
    for row in points.rows {
      table.add([
        phrasing.point(of: row.provision),
        "\(row.finding.criterion.id) \(language(row.finding.criterion.title))",
        "\(Signs.of(row.finding.verdict)) \(phrasing.name(of: row.finding.verdict))",
        phrasing.mark(of: row.evidence),
      ])
    }
    return [style.heading(language(points.group.title))] + table.lines(width: width) + [""]
  }

  /// Gaps in full, mandatory ones first.
  private func gaps(_ report: GapReport) -> [String] {
    let gaps = report.gaps
    let known = gaps.filter(report.isKnown)
    // A heading counts what stands under it: the known ones have a heading of their own.
    let heading = [style.heading(language(.gapsTitle(gaps.count - known.count)))]
    guard !gaps.isEmpty else { return heading + [language(.noGaps), ""] }
    let new = known.count == gaps.count ? [language(.noNewGaps), ""] : []
    return heading + new + gaps.filter { !report.isKnown($0) }.flatMap { gap($0) + [""] }
      + self.known(known)
  }

  /// Gaps that the baseline knows, a line each.
  private func known(_ findings: [Finding]) -> [String] {
    guard !findings.isEmpty else { return [] }
    return [style.heading(language(.knownTitle(findings.count)))]
      + wrapped(language(.knownNote(findings.count)), indent: 0)
      + findings.flatMap { wrapped(title(of: $0), indent: 4) } + [""]
  }

  private func title(of finding: Finding) -> String {
    let tags =
      "["
      + ([phrasing.name(of: finding.force), phrasing.name(of: finding.verdict)]
      + [phrasing.decider(of: finding)].compactMap { $0 }).joined(separator: "; ") + "]"
    return
      "\(style.verdict(finding.verdict)) \(finding.criterion.id)  \(language(finding.criterion.title)) \(tags)"
  }

  private func gap(_ finding: Finding) -> [String] {
    var lines = wrapped(title(of: finding), indent: 4, first: 0)
    for detail in phrasing.details(of: finding) {
      lines += wrapped("\(detail.name): \(detail.text)", indent: 6, first: 4)
    }
    return lines
  }

  /// What a Schematron schema beside the catalogue found.
  private func rules(_ report: GapReport) -> [String] {
    guard let rules = report.rules else { return [] }
    let lines = rules.findings.flatMap { finding in
      let marks = [finding.role, report.isKnown(finding) ? language(.known) : nil].compactMap { $0 }
      let role = marks.isEmpty ? "" : " [\(marks.joined(separator: ", "))]"
      return wrapped(
        "✗ \(finding.position.line): \(SafeText.of(finding.words, limit: 400))\(SafeText.of(role)) – "
          + SafeText.of(finding.location), indent: 4)
    }
    let idle = rules.idle.flatMap { wrapped("! \(language(.idle($0)))", indent: 4) }
    return [style.heading(language(.rulesTitle(rules.findings.count)))] + lines + idle + [""]
  }

  /// One or two lines for each finding with the verdict.
  private func brief(_ report: GapReport, _ verdict: Verdict, _ heading: String) -> [String] {
    let findings = report.findings.filter { $0.verdict == verdict }
    guard !findings.isEmpty else { return [] }
    let lines = findings.flatMap { finding in
      var line = "\(style.verdict(verdict)) \(finding.criterion.id)  \(language(finding.criterion.title))"
      line += " [\(phrasing.name(of: finding.force))]"
      if verdict == .met, finding.force != .mandatory, !finding.isDecided, let place = finding.evidence.first
      {
        line += " – " + phrasing.location(of: place)
      } else {
        line += " – " + phrasing.quotedReason(of: finding)
      }
      return wrapped(line, indent: 4, first: 0)
    }
    return [style.heading(heading)] + lines + [""]
  }

  private func citations(_ report: GapReport) -> [String] {
    guard !report.citations.isEmpty else { return [] }
    let lines = report.citations.flatMap { citation in
      let background = citation.isBackground ? " (\(language(.background)))" : ""
      return wrapped(
        "\(phrasing.mark(of: citation.evidence)): \(SafeText.of(citation.printed, limit: 120))\(background) – "
          + phrasing.what(citation), indent: 4, first: 0)
    }
    return [style.heading(language(.citedTexts(report.citations.count)))] + lines
  }

  private func wrapped(_ text: String, indent: Int, first: Int = 0) -> [String] {
    Wrapping.lines(SafeText.harmlessExceptStyle(text), width: width, indent: indent, first: first)
  }
}
