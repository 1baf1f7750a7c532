import Catalogue
import Compliance
import Languages
import Phrasing
import Source

/// The gap report for pasting into documents and issues (CommonMark with tables).
struct MarkdownReport {
  private let phrasing: Phrasing
  private var language: Language { phrasing.language }

  init(_ phrasing: Phrasing) {
    self.phrasing = phrasing
  }

  func text(_ report: GapReport) -> String {
    let plan = report.plan
    let conclusion = phrasing.conclusion(report.conformity)
    var lines = [
      "# \(language(.gapReport)): \(escaped(plan.identity.title))", "",
      "**\(conclusion.outcome)** – \(escaped(conclusion.why))", "",
    ]
    lines += report.notices.flatMap(notice)
    lines += [
      "- \(language(.place)): \(escaped(plan.city.name))",
      "- \(language(.file)): `\(SafeText.harmless(plan.source.name).escapingSign("`", as: "'"))`, SHA-256 `\(plan.digest)`",
      "- \(language(.asOf)): \(language(report.asOf.date)) (\(phrasing.why(report.asOf)))",
      "- \(language(.catalogue)): \(escaped(phrasing.edition(of: report)))",
      "- \(language(.citedLabel)): \(language(.citedCounts(report.citations.count, unknown: report.unknownCitations)))",
    ]
    if let profile = report.profile {
      lines.append("- \(language(.profile)): \(escaped("\(language(profile.title)) (\(profile.id))"))")
    }
    lines.append("")
    lines +=
      counts(report) + report.pointTables.flatMap { points($0, of: report) } + layers(report) + gaps(report)
      + rules(report)
      + decisions(report)
    for (verdict, title) in [
      (Verdict.waived, Phrase.waivedTitle(report.count(of: .waived))),
      (.unknown, .unknownTitle(report.count(of: .unknown))),
      (.notAssessed, .notAssessedTitle(report.count(of: .notAssessed))),
      (.notApplicable, .notApplicableTitle(report.count(of: .notApplicable))),
      (.met, .metTitle(report.count(of: .met))),
    ] {
      lines += list(report, verdict, language(title))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func notice(_ notice: Notice) -> [String] {
    ["> \(Signs.of(notice.weight)) \(escaped(phrasing.words(notice)))"]
      + (notice.shownFindings.isEmpty ? [] : [">"])
      + notice.shownFindings.map { "> - \(escaped(phrasing.line(of: $0)))" } + [""]
  }

  /// The inputs that could not be judged.
  func text(refusals: [String]) -> [String] {
    guard !refusals.isEmpty else { return [] }
    let lines = ["## \(language(.refusedTitle(refusals.count)))", ""] + refusals.map { "- \(escaped($0))" }
    return [lines.joined(separator: "\n") + "\n"]
  }

  private func counts(_ report: GapReport) -> [String] {
    let forces = Force.reportOrder
    let rows = Verdict.reportOrder.map { verdict in
      [phrasing.name(of: verdict)] + forces.map { String(report.count(of: verdict, force: $0)) }
        + [String(report.count(of: verdict))]
    }
    return table(
      [""] + forces.map { phrasing.name(of: $0) } + [language(.total)], rows, numeric: 1..<(forces.count + 2))
  }

  private func layers(_ report: GapReport) -> [String] {
    guard !report.layers.isEmpty else { return [] }
    let rows = report.layers.map { coverage in
      [
        coverage.layer.id, language(coverage.layer.name), phrasing.name(of: coverage.state),
        coverage.components == 0 ? "" : String(coverage.components),
      ]
    }
    let header = ["", language(.layer), language(.coverage), language(.components)]
    return ["## \(language(.layerTable))", ""] + table(header, rows, numeric: 3..<4)
  }

  private func points(_ points: PointTable, of report: GapReport) -> [String] {
    let rows = points.rows.map { row in
      [
        phrasing.point(of: row.provision),
        "\(row.finding.criterion.id) \(escaped(language(row.finding.criterion.title)))",
        phrasing.name(of: row.finding.verdict), escaped(phrasing.mark(of: row.evidence)),
      ]
    }
    let header = [
      language(.point), language(.pointAsks), language(.verdict), language(phrasing.markLabel(of: report)),
    ]
    return ["## \(escaped(language(points.group.title)))", ""] + table(header, rows, numeric: 3..<4)
  }

  private func gaps(_ report: GapReport) -> [String] {
    let gaps = report.gaps
    var lines = ["## \(language(.gapsTitle(gaps.count)))", ""]
    if gaps.isEmpty { lines += [language(.noGaps), ""] }
    let known = gaps.count(where: report.isKnown)
    if known > 0 { lines += [language(.knownNote(known)), ""] }
    for finding in gaps {
      let criterion = finding.criterion
      let tags =
        ([phrasing.name(of: finding.force), phrasing.name(of: finding.verdict)]
        + [phrasing.decider(of: finding)].compactMap { $0 }
        + (report.isKnown(finding) ? [language(.known)] : [])).joined(separator: ", ")
      lines += ["### \(criterion.id) \(escaped(language(criterion.title))) (\(tags))", ""]
      lines += phrasing.details(of: finding).map { "- **\($0.name)**: \(escaped($0.text))" }
      if let snippet = criterion.remedy?.snippet {
        lines += [
          "", "```xml", SafeText.harmlessLines(SafeText.snippet(snippet)).escapingSign("`", as: "&#96;"),
          "```",
        ]
      }
      lines.append("")
    }
    return lines
  }

  private func rules(_ report: GapReport) -> [String] {
    guard let rules = report.rules else { return [] }
    let idle = rules.idle.map { "- \(escaped(language(.idle($0))))" }
    let lines = rules.findings.map { finding in
      "- \(language(.line)) \(finding.position.line): \(escaped(SafeText.of(finding.words, limit: 400)))"
        + (report.isKnown(finding) ? " (\(language(.known)))" : "")
    }
    return ["## \(language(.rulesTitle(rules.findings.count)))", ""] + lines + idle
      + (lines.isEmpty && idle.isEmpty ? [] : [""])
  }

  private func decisions(_ report: GapReport) -> [String] {
    guard !report.unusedDecisions.isEmpty else { return [] }
    return ["## \(language(.decisionsTitle(report.unusedDecisions.count)))", ""]
      + report.unusedDecisions.map { "- \(escaped(phrasing.words($0)))" } + [""]
  }

  private func list(_ report: GapReport, _ verdict: Verdict, _ title: String) -> [String] {
    let findings = report.findings.filter { $0.verdict == verdict }
    guard !findings.isEmpty else { return [] }
    let rows = findings.map {
      "- \($0.criterion.id) \(escaped(language($0.criterion.title))) (\(phrasing.name(of: $0.force))): "
        + escaped(phrasing.quotedReason(of: $0))
    }
    return ["<details><summary>\(title)</summary>", ""] + rows + ["", "</details>", ""]
  }

  private func table(_ header: [String], _ rows: [[String]], numeric: Range<Int>) -> [String] {
    let rule = header.indices.map { numeric.contains($0) ? "---:" : "---" }
    return ([header, rule] + rows.map { $0.map(escaped) }).map { "| " + $0.joined(separator: " | ") + " |" }
      + [""]
  }

  private func escaped(_ text: String) -> String { SafeText.markdown(text) }
}
