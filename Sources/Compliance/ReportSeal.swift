import Source

/// A digest of what a report says, which goes with it: a report that was put together or changed by hand shows. It keeps
/// nobody from lying who means to; it keeps a slip, or a file made up to quiet a run, from passing for a report.
package enum ReportSeal {
  /// - Parameters:
  ///   - plan: digest of the plan.
  ///   - catalogue: digest of the catalogue.
  ///   - failures: how many failures of rules beside the catalogue there are.
  package static func of(
    plan: String, catalogue: String, asOf: CalendarDate, outcome: Conformity.Outcome,
    standings: [(criterion: String, standing: Standing)], failures: Int
  ) -> String {
    var text = "urn:khung:gap-report:1\n\(plan)\n\(catalogue)\n\(asOf)\n\(outcome.rawValue)\n\(failures)\n"
    for (criterion, standing) in standings {
      text += "\(criterion)\t\(standing.verdict.rawValue)\t\(standing.force.rawValue)\n"
      for fault in standing.faults.map({ "\($0.part)\t\($0.detail ?? "")" }).sorted(by: {
        $0.utf8.lexicographicallyPrecedes($1.utf8)
      }) {
        text += "\t\(fault)\n"
      }
    }
    return ContentDigest.sha256(Array(text.utf8))
  }
}

extension GapReport {
  package var seal: String {
    ReportSeal.of(
      plan: plan.digest, catalogue: catalogue.digest, asOf: asOf.date, outcome: conformity.outcome,
      standings: findings.map { ($0.criterion.id, $0.standing) }, failures: rules?.findings.count ?? 0)
  }
}
