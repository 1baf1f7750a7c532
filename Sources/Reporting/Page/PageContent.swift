import Catalogue
import Compliance
import Languages
import Phrasing
import Source

/// What the page shows in one language, in its order: what a decision needs, layers, phases, gaps, the
/// rest, the texts, how the outcomes came about.
struct PageContent {
  private let phrasing: Phrasing
  private let report: GapReport
  private var language: Language { phrasing.language }
  private let forces = Force.reportOrder

  init(_ phrasing: Phrasing, _ report: GapReport) {
    self.phrasing = phrasing
    self.report = report
  }

  var content: [String: Any] {
    let conclusion = phrasing.conclusion(report.conformity)
    let mandatory = report.gaps.filter { $0.force == .mandatory }
    let known = report.gaps.count(where: report.isKnown)
    var content: [String: Any] = [
      "code": language.rawValue, "words": PageWords.all(language, placeLabel: phrasing.markLabel(of: report)),
      "title": SafeText.of(report.plan.identity.title, limit: 2_000),
      "outcome": report.conformity.outcome.rawValue, "conclusion": conclusion.outcome, "why": conclusion.why,
      "sign": Signs.of(report.conformity.outcome),
      "mandatoryGapCount": mandatory.count, "hasMandatoryGaps": !mandatory.isEmpty,
      "mandatoryGaps": mandatory.map(line),
      "forces": forces.map { ["token": $0.rawValue, "name": phrasing.name(of: $0)] },
      "counts": counts, "phases": phases,
      "gapCount": report.gaps.count, "gaps": report.gaps.map(card), "rest": rest,
      "texts": PageLaw(phrasing, report).content, "facts": facts,
    ]
    content["knownNote"] = known > 0 ? language(.knownNote(known)) : nil
    content["notices"] = report.notices.map { notice in
      [
        "sign": Signs.of(notice.weight), "weight": notice.weight.rawValue, "text": phrasing.words(notice),
        "hasFindings": !notice.shownFindings.isEmpty, "findings": notice.shownFindings.map(line),
      ] as [String: Any]
    }
    content["points"] = report.pointTables.map(points)
    content["coverage"] = CoveragePicture(phrasing, report.layers).content
    content["layers"] = LayerMatrix(phrasing, report.layers).content
    content["rules"] = rules
    content["decisions"] = decisions
    return content
  }

  private func points(_ points: PointTable) -> [String: Any] {
    [
      "group": points.group.id, "heading": language(points.group.title),
      "rows": points.rows.map { row in
        line(row.finding).merging([
          "point": phrasing.point(of: row.provision), "line": phrasing.mark(of: row.evidence),
        ]) { $1 }
      },
    ]
  }

  private func line(_ finding: Finding) -> [String: Any] {
    let basis = finding.basesInForce.max { $0.basis.force < $1.basis.force }
    var line: [String: Any] = [
      "id": finding.criterion.id, "title": language(finding.criterion.title),
      "verdict": finding.verdict.rawValue, "verdictName": phrasing.name(of: finding.verdict),
      "sign": Signs.of(finding.verdict), "force": phrasing.name(of: finding.force),
      "forceToken": finding.force.rawValue, "reason": phrasing.quotedReason(of: finding),
    ]
    // What is nil is left out: the template shows a section for an empty text too.
    line["basis"] = basis.map { phrasing.briefName(of: $0.basis) }
    line["deadline"] = finding.criterion.phase.deadline.map { language(.dueBy(language($0))) }
    line["decider"] = phrasing.decider(of: finding)
    line["known"] = report.isKnown(finding) ? language(.known) : nil
    return line
  }

  private var counts: [[String: Any]] {
    Verdict.reportOrder.map { verdict in
      [
        "verdict": verdict.rawValue, "name": phrasing.name(of: verdict), "sign": Signs.of(verdict),
        "numbers": forces.map { report.count(of: verdict, force: $0) } + [report.count(of: verdict)],
      ]
    }
  }

  /// The national scheme: objectives and targets by the year in which their phase ends, then what has no
  /// phase.
  private var phases: [[String: Any]] {
    let targets = report.catalogue.programme.compactMap { target in
      report.findings.first { $0.criterion.schemeTarget == target.id }.map { (target, $0) }
    }
    let ends = Set(targets.compactMap { $0.0.years?.upperBound }).sorted().map { Optional($0) } + [nil]
    return ends.compactMap { end in
      let members = targets.filter { $0.0.years?.upperBound == end }
      guard !members.isEmpty else { return nil }
      return [
        "name": language(end.map { .phaseUntil($0) } ?? .phaseless),
        "sum": sum(members.map(\.1)),
        "targets": members.map { target, finding in
          line(finding).merging(["target": target.id, "title": language(target.title)]) { $1 }
        },
      ]
    }
  }

  private func sum(_ findings: [Finding]) -> String {
    let asked = findings.filter { $0.verdict != .notApplicable }
    guard !asked.isEmpty else { return phrasing.name(of: Verdict.notApplicable) }
    return language(.phaseSum(met: asked.count { $0.verdict == .met }, of: asked.count))
  }

  private func card(_ finding: Finding) -> [String: Any] {
    var card = line(finding)
    card["details"] = phrasing.details(of: finding).map { ["name": $0.name, "text": $0.text] }
    card["source"] = finding.criterion.provenance.source
    card["snippet"] = finding.criterion.remedy?.snippet.map { SafeText.harmlessLines(SafeText.snippet($0)) }
    return card
  }

  private var rest: [[String: Any]] {
    [
      (Verdict.waived, Phrase.waivedTitle(report.count(of: .waived))),
      (.unknown, .unknownTitle(report.count(of: .unknown))),
      (.notAssessed, .notAssessedTitle(report.count(of: .notAssessed))),
      (.notApplicable, .notApplicableTitle(report.count(of: .notApplicable))),
      (.met, .metTitle(report.count(of: .met))),
    ].filter { report.count(of: $0.0) > 0 }.map { verdict, heading in
      ["heading": language(heading), "findings": report.findings.filter { $0.verdict == verdict }.map(line)]
    }
  }

  /// What a Schematron schema beside the catalogue found; nothing where none ran.
  private var rules: [String: Any]? {
    report.rules.map { rules in
      [
        "heading": language(.rulesTitle(rules.findings.count)),
        "note": rules.firedRules == 0
          ? [language(.rulesMatchedNothing)] : rules.idle.map { language(.idle($0)) },
        "failures": rules.findings.map { finding in
          [
            "place": language(.line) + " \(finding.position.line)",
            "message": SafeText.of(finding.words, limit: 400)
              + (finding.role.map { " [\(SafeText.of($0, limit: 40))]" } ?? "")
              + (report.isKnown(finding) ? " (\(language(.known)))" : ""),
          ]
        },
      ]
    }
  }

  private var decisions: [String: Any]? {
    report.unusedDecisions.isEmpty
      ? nil
      : [
        "heading": language(.decisionsHeading), "list": report.unusedDecisions.map { phrasing.words($0) },
      ]
  }

  private var facts: [[String: String]] {
    var facts: [(Phrase, String)] = [
      (.file, "\(report.plan.source.name), SHA-256 \(report.plan.digest)"), (.place, report.plan.city.name),
      (.asOf, "\(language(report.asOf.date)) (\(phrasing.why(report.asOf)))"),
      (.stage, phrasing.term(report.stage.stage.rawValue, "stage")),
      (
        .catalogue,
        "\(phrasing.edition(of: report)), SHA-256 \(report.catalogue.digest)"
      ),
      (.citedLabel, language(.citedCounts(report.citations.count, unknown: report.unknownCitations))),
    ]
    if let profile = report.profile {
      facts.append((.profile, "\(language(profile.title)), SHA-256 \(profile.digest)"))
    }
    if let baseline = report.baseline { facts.append((.baseline, "SHA-256 \(baseline.digest)")) }
    return facts.map { ["name": language($0.0), "text": SafeText.of($0.1, limit: 600)] }
  }
}
