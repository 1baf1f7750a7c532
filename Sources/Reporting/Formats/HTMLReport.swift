import Catalogue
import Compliance
import MasterPlan
import Mustache

/// The gap report as one page that needs nothing else: both languages, readable without script, on a
/// phone, in the dark and on A4. The page is a template; this file only fills it.
public struct HTMLReport: Sendable {
  private let wordings: [Wording]
  private let first: Language
  private let template: MustacheTemplate

  /// - Parameters:
  ///   - wording: the language in which the page opens.
  ///   - template: the page (`Templates/gap-report.html`).
  /// - Throws: when the template is malformed; the tests of a build prove that it is not.
  public init(_ wording: Wording, template: String) throws {
    wordings = Language.allCases.map { wording.in($0) }
    first = wording.language
    self.template = try MustacheTemplate(string: template)
  }

  public func text(_ report: GapReport) -> String {
    template.render(
      [
        "language": first.rawValue,
        "startsVietnamese": first == .vietnamese,
        "version": Program.version,
        "pageTitle": Excerpt.of(report.plan.identity.title, limit: 200),
        "languages": wordings.map { HTMLContent($0, report).content },
      ] as [String: Any])
  }
}

/// What the page shows in one language.
private struct HTMLContent {
  private let wording: Wording
  private let report: GapReport
  private var language: Language { wording.language }
  private let forces: [Force] = [.mandatory, .presumed, .recommended, .drafting]

  init(_ wording: Wording, _ report: GapReport) {
    self.wording = wording
    self.report = report
  }

  var content: [String: Any] {
    let conclusion = wording.conclusion(report.conformity)
    let mandatory = report.gaps.filter { $0.force == .mandatory }
    let rowHeight = 30
    return [
      "code": language.rawValue, "words": words,
      "title": Excerpt.of(report.plan.identity.title, limit: 2_000),
      "outcome": report.conformity.outcome.rawValue, "conclusion": conclusion.outcome, "why": conclusion.why,
      "sign": Signs.of(report.conformity.outcome),
      "mandatoryGapCount": mandatory.count, "hasMandatoryGaps": !mandatory.isEmpty,
      "mandatoryGaps": mandatory.map(line),
      "forces": forces.map { wording.name(of: $0) } + [language(.total)],
      "counts": counts, "layers": layers(rowHeight),
      "layersHeight": 30 + report.layers.count * rowHeight, "phases": phases,
      "gapCount": report.gaps.count, "gaps": report.gaps.map(card), "rest": rest,
      "hasDecisions": !report.idleDecisions.isEmpty,
      "decisions": report.idleDecisions.map { wording.words($0) },
      "citationCount": report.citations.count, "citations": report.citations.map(citation), "facts": facts,
    ]
  }

  private var words: [String: String] {
    [
      "report": language(.gapReport), "legend": language(.legend),
      "mandatoryGaps": language(.mandatoryGapList),
      "noMandatoryGaps": language(.noMandatoryGaps), "counts": language(.countsTitle),
      "verdict": language(.verdict), "layers": language(.layerTable), "layersAsTable": language(.asTable),
      "present": language(.layerPresent), "missing": language(.layerMissing),
      "unknown": language(.layerUnknown), "layer": language(.layer), "coverage": language(.coverage),
      "components": language(.components), "line": language(.line), "phases": language(.phasesTitle),
      "gaps": language(.gapsHeading), "search": language(.search), "snippet": language(.snippet),
      "source": language(.source), "rest": language(.rest), "decisions": language(.decisionsHeading),
      "texts": language(.textsHeading), "printed": language(.printed), "state": language(.legalState),
      "how": language(.howHeading), "explanation": language(.explanation),
    ]
  }

  private func line(_ finding: Finding) -> [String: Any] {
    [
      "id": finding.criterion.id, "title": language(finding.criterion.title),
      "verdict": finding.verdict.rawValue, "verdictName": wording.name(of: finding.verdict),
      "sign": Signs.of(finding.verdict), "force": wording.name(of: finding.force),
      "reason": wording.reason(of: finding),
    ]
  }

  private var counts: [[String: Any]] {
    [Verdict.gap, .partial, .unknown, .notAssessed, .met, .notApplicable, .waived].map { verdict in
      [
        "verdict": verdict.rawValue, "name": wording.name(of: verdict), "sign": Signs.of(verdict),
        "numbers": forces.map { report.count(of: verdict, force: $0) } + [report.count(of: verdict)],
      ]
    }
  }

  private func layers(_ rowHeight: Int) -> [[String: Any]] {
    report.layers.enumerated().map { index, coverage in
      let (column, style): (Int, String) =
        switch coverage.state {
        case .holds: (470, "met")
        case .fails: (580, "gap")
        case .unknown, .notAsked: (690, "unknown")
        }
      return [
        "id": coverage.layer.id, "name": language(coverage.layer.name), "class": style, "x": column,
        "y": 50 + index * rowHeight, "cy": 45 + index * rowHeight, "sign": Signs.of(coverage.state),
        "state": wording.name(of: coverage.state),
        "components": coverage.components == 0 ? "" : String(coverage.components),
        "line": coverage.state == .holds ? coverage.evidence.map { String($0.position.line) } ?? "" : "",
      ]
    }
  }

  /// The targets of the national scheme by the year in which their phase ends.
  private var phases: [[String: Any]] {
    let targets = report.catalogue.programme.compactMap { target in
      report.findings.first { $0.criterion.schemeTarget == target.id }.map { (target, $0) }
    }
    let dated = targets.filter { $0.0.years != nil }
    return Set(dated.compactMap { $0.0.years?.upperBound }).sorted().map { year in
      [
        "name": language(.phaseUntil(year)),
        "targets": dated.filter { $0.0.years?.upperBound == year }.map { target, finding in
          line(finding).merging(["target": target.id, "title": language(target.title)]) { $1 }
        },
      ]
    }
  }

  private func card(_ finding: Finding) -> [String: Any] {
    var card = line(finding)
    card["details"] = wording.details(of: finding).map { ["name": $0.name, "text": $0.text] }
    card["source"] = finding.criterion.provenance.source
    card["snippet"] = finding.criterion.remedy?.snippet
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

  private func citation(_ citation: LocatedCitation) -> [String: Any] {
    let background = citation.isBackground ? " (\(language(.background)))" : ""
    return [
      "line": citation.evidence.position.line, "printed": Excerpt.of(citation.printed, limit: 400),
      "state": wording.what(citation) + background,
    ]
  }

  private var facts: [[String: String]] {
    let edition = report.catalogue.edition
    var facts: [(Phrase, String)] = [
      (.file, "\(report.plan.source.name), SHA-256 \(report.plan.digest)"), (.place, report.plan.city.name),
      (.asOf, "\(language(report.asOf.date)) (\(wording.why(report.asOf)))"),
      (.stage, wording.term(report.stage.stage.rawValue, "stage")),
      (
        .catalogue,
        "\(language(.edition(number: edition.number, date: language(edition.date)))), SHA-256 \(report.catalogue.digest)"
      ),
    ]
    if let profile = report.profile {
      facts.append((.profile, "\(language(profile.title)), SHA-256 \(profile.digest)"))
    }
    return facts.map { ["name": language($0.0), "text": Excerpt.of($0.1, limit: 600)] }
  }
}
