import Source

/// A digest of what a report says, which goes with it: a report that was put together or changed by hand shows. It keeps
/// nobody from lying who means to; it keeps a slip, or a file made up to quiet a run, from passing for a report.
package enum ReportSeal {
  /// - Parameters:
  ///   - plan: digest of the plan.
  ///   - catalogue: digest of the catalogue.
  ///   - lines: what of each criterion is sealed, in the order of the report.
  ///   - failures: how many failures of rules beside the catalogue there are.
  package static func of(
    plan: String, catalogue: String, asOf: CalendarDate, outcome: Conformity.Outcome,
    lines: some Sequence<[UInt8]>, failures: Int
  ) -> String {
    var bytes = Array(
      "urn:khung:gap-report:1\n\(plan)\n\(catalogue)\n\(asOf)\n\(outcome.rawValue)\n\(failures)\n".utf8)
    for line in lines { bytes += line }
    return ContentDigest.sha256(bytes)
  }

  /// What of one criterion is sealed.
  package static func line(of criterion: String, _ standing: Standing) -> [UInt8] {
    var bytes: [UInt8] = []
    func add(_ text: String, _ end: UInt8) {
      bytes += text.utf8
      bytes.append(end)
    }
    let (tab, newLine) = (UInt8(ascii: "\t"), UInt8(ascii: "\n"))
    add(criterion, tab)
    add(standing.verdict.rawValue, tab)
    add(standing.force.rawValue, newLine)
    let faults = standing.faults.map { "\($0.part)\t\($0.detail ?? "")" }
    for fault in faults.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      bytes.append(tab)
      add(fault, newLine)
    }
    return bytes
  }
}

extension GapReport {
  package var seal: String { seal { $0.sealLine } }

  /// The seal, with lines that somebody may know already.
  package func seal(line: (Finding) -> [UInt8]) -> String {
    ReportSeal.of(
      plan: plan.digest, catalogue: catalogue.digest, asOf: asOf.date, outcome: conformity.outcome,
      lines: findings.lazy.map(line), failures: rules?.findings.count ?? 0)
  }
}

extension Finding {
  package var sealLine: [UInt8] { ReportSeal.line(of: criterion.id, standing) }
}
