import Compliance
import Phrasing
import Schematron
import Source

/// One test suite a plan and one test case a criterion, for build servers (JUnit XML in its strict
/// reading). A gap is a failure, what could not be judged is skipped, a refused input is an error.
struct JUnitReport {
  private let phrasing: Phrasing

  init(_ phrasing: Phrasing) {
    self.phrasing = phrasing
  }

  func text(_ reports: [GapReport], refusals: [String]) -> String {
    let suites = reports.enumerated().map { suite($1, number: $0) }
    let refused = refusals.isEmpty ? [] : [refusedSuite(refusals, number: reports.count)]
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n" + (suites + refused).joined()
      + "</testsuites>\n"
  }

  private func suite(_ report: GapReport, number: Int) -> String {
    let rules = report.rules?.findings ?? []
    let failures = report.gaps.count { !report.isKnown($0) } + rules.count { !report.isKnown($0) }
    let named = [
      ("asOf", report.asOf.date.description), ("catalogue", report.catalogue.edition.number),
      ("conformity", report.conformity.outcome.rawValue),
      ("conclusion", phrasing.conclusion(report.conformity).why), ("sha256", report.plan.digest),
    ]
    let notices = report.allNotices.enumerated().map { ("notice-\($0 + 1)", notice($1)) }
    let properties = (named + notices).map {
      "      <property name=\"\($0.0)\" value=\"\(escaped(SafeText.of($0.1, limit: 2_000)))\"/>\n"
    }.joined()
    // The report sees no clock: the day whose law counts stands for the time.
    return open(
      report.plan.source.name, number, report.findings.count + rules.count, failures, 0,
      report.asOf.date.description)
      + "    <properties>\n\(properties)    </properties>\n"
      + report.findings.map { testCase($0, isKnown: report.isKnown($0)) }.joined()
      + rules.map { testCase($0, isKnown: report.isKnown($0)) }.joined() + close
  }

  /// A failure of rules beside the catalogue. A rule that holds leaves no trace, so it is no test case.
  private func testCase(_ finding: SchematronFinding, isKnown: Bool) -> String {
    let message = escaped(SafeText.of(finding.words, limit: 2_000))
    let name = escaped(SafeText.of(finding.id ?? finding.test, limit: 200))
    let outcome =
      isKnown
      ? "<skipped message=\"\(phrasing.language(.known)): \(message)\"/>"
      : "<failure type=\"\(escaped(SafeText.of(finding.role ?? "rule", limit: 40)))\" message=\"\(message)\"/>"
    return "    <testcase name=\"\(name) (\(finding.position.line))\" classname=\"khung.rules\" time=\"0\">\n"
      + "      \(outcome)\n    </testcase>\n"
  }

  private func testCase(_ finding: Finding, isKnown: Bool) -> String {
    let criterion = finding.criterion
    let name = escaped("\(criterion.id) \(phrasing.language(criterion.title))")
    let start = "    <testcase name=\"\(name)\" classname=\"khung.\(criterion.group)\" time=\"0\""
    let reason = escaped(phrasing.reason(of: finding))
    switch finding.verdict {
    // A build server shows what stands here; a test that passed silently would look like the machine's.
    case .met where finding.isDecided:
      return start + ">\n      <system-out>\(reason)</system-out>\n    </testcase>\n"
    case .met: return start + "/>\n"
    case .gap where isKnown, .partial where isKnown:
      let note = "\(finding.verdict.rawValue), \(phrasing.language(.known)): \(reason)"
      return start + ">\n      <skipped message=\"\(note)\"/>\n    </testcase>\n"
    case .gap, .partial:
      let details = phrasing.details(of: finding).map { "\($0.name): \($0.text)" }.joined(separator: "\n")
      return start
        + ">\n      <failure type=\"\(finding.force.rawValue)\" message=\"\(reason)\">\(escaped(details))</failure>\n    </testcase>\n"
    case .unknown, .notAssessed, .notApplicable, .waived:
      return start
        + ">\n      <skipped message=\"\(finding.verdict.rawValue): \(reason)\"/>\n    </testcase>\n"
    }
  }

  private func notice(_ notice: Notice) -> String {
    "\(notice.name) (\(notice.weight.rawValue)): \(phrasing.words(notice))"
  }

  private func refusedSuite(_ refusals: [String], number: Int) -> String {
    let cases = refusals.enumerated().map { index, message in
      "    <testcase name=\"input \(index + 1)\" classname=\"khung.refused\" time=\"0\">\n"
        + "      <error type=\"refused\" message=\"\(escaped(message))\"/>\n    </testcase>\n"
    }
    return open("refused", number, refusals.count, 0, refusals.count, "1970-01-01") + "    <properties/>\n"
      + cases.joined() + close
  }

  private func open(
    _ name: String, _ number: Int, _ tests: Int, _ failures: Int, _ errors: Int, _ day: String
  ) -> String {
    "  <testsuite id=\"\(number)\" package=\"khung\" name=\"\(escaped(name))\" timestamp=\"\(day)T00:00:00\" "
      + "hostname=\"localhost\" tests=\"\(tests)\" failures=\"\(failures)\" errors=\"\(errors)\" time=\"0\">\n"
  }

  private var close: String { "    <system-out/>\n    <system-err/>\n  </testsuite>\n" }

  private func escaped(_ text: String) -> String {
    XMLText.escaped(SafeText.harmlessLines(text), attribute: true)
  }
}
