import Compliance
import Phrasing
import Schematron
import Source
import Writing

/// Failures of Schematron rules beside the catalogue. They are no controls of it, so each is named after its
/// rule; those that count are findings with a risk and an item of action, the others observations.
struct OSCALRules {
  private let found: OSCALFindings
  private let report: GapReport
  private let phrasing: Phrasing
  private let check: String
  private let failures: [(number: Int, finding: SchematronFinding)]

  init(_ found: OSCALFindings, check: String, _ phrasing: Phrasing) {
    self.found = found
    self.check = check
    self.phrasing = phrasing
    report = found.report
    failures = (report.rules?.findings ?? []).enumerated().map { ($0, $1) }
  }

  private var counting: [(number: Int, finding: SchematronFinding)] {
    failures.filter(\.finding.isGrave)
  }

  var observations: [JSON] {
    failures.map { failure in
      .object([
        ("uuid", .string(id("observation", failure))), ("title", title(failure)),
        ("description", words(failure)), ("props", props(failure)), ("methods", .array([.string("TEST")])),
        ("types", .array([.string("finding")])), ("origins", found.origins),
        (
          "subjects",
          .array([.object([("subject-uuid", .string(found.planID)), ("type", .string("component"))])])
        ),
        ("collected", OSCAL.time(report.asOf.date)),
      ])
    }
  }

  /// Observations of what counts: a plan of action holds no others.
  var countingObservations: [JSON] {
    zip(failures, observations).filter { $0.0.finding.isGrave }.map(\.1)
  }

  var findings: [JSON] {
    counting.map { failure in
      .object([
        ("uuid", .string(id("finding", failure))), ("title", title(failure)), ("description", words(failure)),
        ("props", props(failure)), ("origins", found.origins),
        (
          "target",
          .object([
            ("type", .string("objective-id")), ("target-id", .string(target(failure.finding))),
            (
              "status",
              .object([("state", .string("not-satisfied")), ("reason", .string("fail"))])
            ),
          ])
        ),
        ("related-observations", OSCAL.reference("observation-uuid", id("observation", failure))),
        ("related-risks", OSCAL.reference("risk-uuid", id("risk", failure))),
      ])
    }
  }

  var risks: [JSON] {
    counting.map { failure in
      .object([
        ("uuid", .string(id("risk", failure))), ("title", title(failure)), ("description", words(failure)),
        ("statement", words(failure)), ("props", props(failure)), ("status", .string("open")),
        ("origins", found.origins),
        ("related-observations", OSCAL.reference("observation-uuid", id("observation", failure))),
      ])
    }
  }

  var items: [JSON] {
    counting.map { failure in
      .object([
        ("uuid", .string(id("item", failure))), ("title", title(failure)), ("description", words(failure)),
        ("props", props(failure)), ("origins", found.origins),
        ("related-findings", OSCAL.reference("finding-uuid", id("finding", failure))),
        ("related-observations", OSCAL.reference("observation-uuid", id("observation", failure))),
        ("related-risks", OSCAL.reference("risk-uuid", id("risk", failure))),
      ])
    }
  }

  /// The number tells apart what one rule found at several places.
  private func id(_ kind: String, _ failure: (number: Int, finding: SchematronFinding)) -> String {
    OSCALIdentifier.uuid("rule \(kind)\n\(failure.number)\n\(failure.finding.location)\n\(check)")
  }

  /// Identifiers of assertions are names of XML, of which OSCAL takes those without other signs.
  private func target(_ finding: SchematronFinding) -> String {
    let id = (finding.id ?? "rule").unicodeScalars.filter {
      $0.properties.isAlphabetic || $0.properties.numericType == .decimal || $0 == "-" || $0 == "."
        || $0 == "_"
    }
    return "schematron_" + String(String.UnicodeScalarView(id))
  }

  private func title(_ failure: (number: Int, finding: SchematronFinding)) -> JSON {
    OSCAL.text(
      "Schematron \(failure.finding.id ?? failure.finding.test) (\(failure.finding.position.line))",
      limit: 400)
  }

  private func words(_ failure: (number: Int, finding: SchematronFinding)) -> JSON {
    OSCAL.text(failure.finding.words)
  }

  private func props(_ failure: (number: Int, finding: SchematronFinding)) -> JSON {
    let finding = failure.finding
    return .array(
      [
        OSCAL.prop("rule", finding.id ?? "rule"), OSCAL.prop("test", finding.test),
        OSCAL.prop("severity", finding.isGrave ? "error" : "warning"),
        OSCAL.prop("location", finding.location), OSCAL.prop("line", String(finding.position.line)),
      ] + (report.isKnown(finding) ? [OSCAL.prop("known", "true")] : []))
  }
}
