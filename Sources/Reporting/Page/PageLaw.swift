import Catalogue
import Compliance
import Languages
import Phrasing
import Source

/// The texts that the report rests on, and those that the plan cites, each with its state on the day.
struct PageLaw {
  private let phrasing: Phrasing
  private let report: GapReport
  private var language: Language { phrasing.language }

  init(_ phrasing: Phrasing, _ report: GapReport) {
    self.phrasing = phrasing
    self.report = report
  }

  var content: [String: Any] {
    ["bases": bases, "citations": report.citations.map(citation), "citationCount": report.citations.count]
  }

  /// Instruments behind the criteria of the catalogue, the ones that most rest on first.
  private var bases: [[String: Any]] {
    var uses: [String: (state: LegalState?, criteria: Set<String>)] = [:]
    for finding in report.findings {
      for basis in finding.bases {
        uses[basis.basis.instrument, default: (basis.state, [])].criteria.insert(finding.criterion.id)
      }
    }
    return uses.sorted { ($1.value.criteria.count, $0.key) < ($0.value.criteria.count, $1.key) }.map {
      id, use in
      let instrument = phrasing.catalogue.instrument(id)
      return [
        "name": instrument.map { phrasing.fullName($0) } ?? id,
        "title": instrument.flatMap { language.own($0.title) } ?? "",
        "state": ([phrasing.state(use.state)] + phrasing.partialRepeals(of: id)).joined(separator: "; "),
        "sign": use.state?.isInForce ?? false ? "✓" : "✗",
        "class": use.state?.isInForce ?? false ? "met" : "gap", "count": use.criteria.count,
      ]
    }
  }

  private func citation(_ citation: LocatedCitation) -> [String: Any] {
    let background = citation.isBackground ? " (\(language(.background)))" : ""
    return [
      "line": phrasing.mark(of: citation.evidence), "printed": SafeText.of(citation.printed, limit: 400),
      "state": phrasing.what(citation) + background,
    ]
  }
}
