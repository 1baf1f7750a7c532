import Compliance
import MasterPlan
import Phrasing
import Schematron
import Source
import Workers
import Writing

/// The gap report as JSON: names and values are stable, words are in the language asked for.
package final class JSONReport: Sendable {
  package static let format = "urn:khung:gap-report:1"

  private let phrasing: Phrasing
  /// Words of earlier reports; only while lines are written.
  private let memories: Pool<LineMemory>?

  package init(_ phrasing: Phrasing) {
    self.phrasing = phrasing
    memories = nil
  }

  private init(_ phrasing: Phrasing, memories: Pool<LineMemory>) {
    self.phrasing = phrasing
    self.memories = memories
  }

  /// The same reports, for many lines: words that are the same in many of them are put together once.
  package func forManyLines() -> JSONReport { JSONReport(phrasing, memories: Pool { LineMemory() }) }

  /// One report alone, or several in a list.
  package func text(_ reports: [GapReport], refusals: [String]) -> String {
    var writer = JSONWriter(indented: true)
    write(reports, refusals: refusals, to: &writer)
    return String(decoding: writer.bytes + [UInt8(ascii: "\n")], as: UTF8.self)
  }

  /// The same names and values as a tree.
  func tree(_ reports: [GapReport], refusals: [String]) -> JSON {
    var writer = JSONTree()
    write(reports, refusals: refusals, to: &writer)
    return writer.root
  }

  private func write(_ reports: [GapReport], refusals: [String], to writer: inout some MemberWriter) {
    if let only = reports.first, reports.count == 1, refusals.isEmpty {
      return write(only, to: &writer)
    }
    writer.object {
      $0.member("format", Self.format)
      $0.member("reports", each: reports) { write($1, to: &$0) }
      $0.member("refused", each: refusals) { $0.string($1) }
    }
  }

  /// One report as a row of NDJSON, without its line break.
  package func line(_ report: GapReport) -> [UInt8] {
    func line(_ memory: LineMemory?) -> [UInt8] {
      var writer = JSONWriter(indented: false, memory: memory)
      write(report, to: &writer)
      return writer.bytes
    }
    return memories?.use(line) ?? line(nil)
  }

  /// A refused input as a row of NDJSON, without its line break.
  /// - Parameter digest: SHA-256 of its bytes, where they could be read.
  package func line(_ refusal: Refusal, digest: String?) -> [UInt8] {
    var writer = JSONWriter(indented: false)
    writer.object {
      writeHead(to: &$0)
      $0.key("plan")
      $0.object {
        $0.member("file", refusal.source)
        $0.member("sha256", optional: digest)
      }
      $0.key("refused")
      $0.object {
        $0.member("message", phrasing.language.message(refusal))
        $0.member("line", optional: refusal.position?.line)
        $0.member("column", optional: refusal.position?.column)
      }
    }
    return writer.bytes
  }

  private func writeHead(to writer: inout some MemberWriter) {
    writer.member("format", Self.format)
    writer.key("program")
    writer.object {
      $0.member("name", "khung")
      $0.member("version", Program.version)
    }
    writer.member("language", phrasing.language.rawValue)
  }

  private func write(_ report: GapReport, to writer: inout some MemberWriter) {
    writer.object { writer in
      writeHead(to: &writer)
      write(report.plan, to: &writer)
      writeRules(of: report, to: &writer)
      writeOutcome(of: report, to: &writer)
      writer.member("findings", each: report.findings) {
        write($1, isKnown: report.isKnown($1), to: &$0)
      }
      writer.member("decisionsToLookAt", each: report.unusedDecisions) { $0.string(phrasing.words($1)) }
      writer.member("notices", each: report.allNotices) { write($1, to: &$0) }
      writer.member("pointTables", each: report.pointTables) { write($1, to: &$0) }
      writer.member("layers", each: report.layers) { write($1, to: &$0) }
      writer.member("citations", each: report.citations) { write($1, to: &$0) }
      writer.member("rules", report.rules) { write($1, to: &$0) }
      writer.member("seal", report.seal { writer.sealLine(of: $0) })
    }
  }

  private func write(_ plan: MasterPlan, to writer: inout some MemberWriter) {
    writer.key("plan")
    writer.object {
      $0.member("file", plan.source.name)
      $0.member("sha256", plan.digest)
      $0.member("title", plan.identity.title)
      $0.member("number", optional: plan.identity.number)
      $0.member("date", optional: plan.identity.date?.description)
      $0.member("kind", plan.identity.kind)
      $0.member("stage", plan.identity.stage.rawValue)
      $0.member("years", plan.identity.years) {
        $0.member("from", $1.lowerBound)
        $0.member("to", $1.upperBound)
      }
      $0.member("city", plan.city.name)
      $0.member("province", optional: plan.city.province)
      $0.member("level", plan.city.level)
      $0.member("region", optional: plan.city.region)
      $0.member("urbanClass", optional: plan.city.urbanClass)
    }
  }

  /// The rules by which the plan was judged.
  private func writeRules(of report: GapReport, to writer: inout some MemberWriter) {
    let edition = report.catalogue.edition
    writer.key("catalogue")
    writer.object {
      $0.member("edition", edition.number)
      $0.member("date", edition.date.description)
      $0.member("sha256", report.catalogue.digest)
    }
    writer.member("profile", report.profile) {
      $0.member("id", $1.id)
      $0.member("title", phrasing.language($1.title))
      $0.member("authority", $1.authority)
      $0.member("sha256", $1.digest)
    }
    writer.key("stage")
    writer.object {
      $0.member("stage", report.stage.stage.rawValue)
      $0.member("why", report.stage.isNamed ? "named" : "plan")
    }
    writer.key("asOf")
    writer.object {
      $0.member("date", report.asOf.date.description)
      $0.member("why", report.asOf.why.rawValue)
      $0.member("reason", phrasing.why(report.asOf))
    }
  }

  private func writeOutcome(of report: GapReport, to writer: inout some MemberWriter) {
    writer.key("conformity")
    writer.object {
      $0.member("outcome", report.conformity.outcome.rawValue)
      $0.member("reason", phrasing.conclusion(report.conformity).why)
      $0.key("mandatory")
      let tally = report.conformity.tally
      $0.object {
        $0.member("metByMachine", tally.metByMachine)
        $0.member("metByPeople", tally.metByPeople)
        $0.member("waived", tally.waived)
        $0.member("notMet", tally.gaps)
        $0.member("notJudged", tally.undecided)
        $0.member("notInForce", tally.notInForce)
        $0.member("notApplying", tally.notApplying)
      }
    }
    writer.key("counts")
    writer.object { write({ report.count(of: $0) }, to: &$0) }
    writer.key("countsBeforeWaivers")
    writer.object { write({ report.countBeforeWaivers(of: $0) }, to: &$0) }
    writer.member("baseline", report.baseline) { $0.member("sha256", $1.digest) }
  }

  private func write(_ count: (Verdict) -> Int, to writer: inout some MemberWriter) {
    for verdict in Verdict.allCases { writer.member(verdict.name, count(verdict)) }
  }

  // MARK: Findings

  private func write(_ finding: Finding, isKnown: Bool, to writer: inout some MemberWriter) {
    writer.object { writer in
      // All but the evidence is the same for every plan with this outcome.
      if !isKnown,
        writer.remembered(
          finding, evidence: { writeEvidence(of: finding, to: &$0) }, words: { words(of: finding) })
      {
        return
      }
      writeHead(of: finding, isKnown, to: &writer)
      writeEvidence(of: finding, to: &writer)
      writeTail(of: finding, to: &writer)
    }
  }

  private func writeEvidence(of finding: Finding, to writer: inout some MemberWriter) {
    writer.member("evidence", each: finding.evidence) { writer, evidence in
      writer.remembered(evidence) { write(evidence, to: &$0) }
    }
  }

  private func words(of finding: Finding) -> LineMemory.Words {
    LineMemory.Words(
      before: members { writeHead(of: finding, false, to: &$0) },
      after: members { writeTail(of: finding, to: &$0) }, seal: finding.sealLine)
  }

  /// Members of an object, on one line.
  private func members(_ write: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter(indented: false)
    writer.object(write)
    return Array(writer.bytes.dropFirst().dropLast())
  }

  private func writeHead(of finding: Finding, _ isKnown: Bool, to writer: inout some MemberWriter) {
    let criterion = finding.criterion
    writer.member("criterion", criterion.id)
    writer.member("title", phrasing.language(criterion.title))
    writer.member("group", criterion.group)
    writer.member("force", finding.force.rawValue)
    writer.member("verdict", finding.verdict.rawValue)
    writer.member("machineVerdict", finding.machineVerdict.rawValue)
    writer.member("known", isKnown)
    writer.member("reason", phrasing.reason(of: finding))
    writer.member("bases", each: finding.bases) { writer, basis in
      writer.object {
        $0.member("instrument", basis.basis.instrument)
        $0.member("provision", optional: basis.basis.provision)
        $0.member("force", basis.basis.force.rawValue)
        $0.member("inForce", basis.isInForce)
        $0.member("text", phrasing.basis(basis))
      }
    }
    writer.member("parts", each: finding.parts) { writer, part in
      writer.object {
        $0.member("key", part.requirement.notation)
        $0.member("name", phrasing.name(of: part.requirement))
        $0.member("state", part.state.rawValue)
        $0.member("reason", phrasing.reason(of: part))
        $0.member("faults", each: part.state == .fails ? part.faults : []) { $0.string($1) }
      }
    }
  }

  private func writeTail(of finding: Finding, to writer: inout some MemberWriter) {
    let isOpen = finding.verdict.isGap || finding.verdict == .unknown
    writer.member("remedy", isOpen ? finding.criterion.remedy : nil) {
      $0.member("advice", phrasing.language($1.advice))
      $0.member("snippet", optional: $1.snippet.map(SafeText.snippet))
    }
    writer.member("answer", finding.answer) {
      $0.member("verdict", $1.verdict.rawValue)
      $0.member("date", $1.date.description)
      $0.member("role", $1.role)
      $0.member("evidence", $1.evidence)
    }
    writer.member("waiver", finding.waiver) {
      $0.member("authority", $1.authority)
      $0.member("decision", $1.decision)
      $0.member("expires", $1.expires.description)
      $0.member("reason", $1.reason)
    }
    let provenance = finding.criterion.provenance
    writer.key("provenance")
    writer.object {
      $0.member("mark", provenance.mark.rawValue)
      $0.member("tier", provenance.tier)
      $0.member("source", optional: provenance.source)
    }
  }

  private func write(_ evidence: Evidence, to writer: inout some MemberWriter) {
    writer.object {
      $0.member("role", evidence.role.rawValue)
      $0.member("section", evidence.section)
      $0.key("path")
      $0.path(of: evidence.place)
      let position = evidence.position
      $0.member("line", position.line)
      $0.member("column", position.column)
      $0.key("excerpt")
      $0.excerpt(of: evidence)
      if let place = evidence.placeInDocument { $0.member("at", SafeText.of(place, limit: 400)) }
      if evidence.isUnlabelled { $0.member("unlabelled", true) }
    }
  }

  // MARK: Layers, citations, rules

  private func write(_ notice: Notice, to writer: inout some MemberWriter) {
    writer.object { writer in
      writer.member("kind", notice.name)
      writer.member("weight", notice.weight.rawValue)
      writer.member("text", phrasing.words(notice))
      writer.member("criteria", each: notice.findings) { writer, finding in
        writer.object {
          $0.member("criterion", finding.criterion.id)
          $0.member("title", phrasing.language(finding.criterion.title))
          $0.member("verdict", finding.verdict.rawValue)
        }
      }
    }
  }

  private func write(_ points: PointTable, to writer: inout some MemberWriter) {
    writer.object { writer in
      writer.member("group", points.group.id)
      writer.member("title", phrasing.language(points.group.title))
      writer.member("rows", each: points.rows) { writer, row in
        writer.object {
          $0.member("provision", row.provision.id)
          $0.member("point", phrasing.point(of: row.provision))
          $0.member("criterion", row.finding.criterion.id)
          $0.member("title", phrasing.language(row.finding.criterion.title))
          $0.member("verdict", row.finding.verdict.rawValue)
          $0.member("line", optional: row.evidence?.position.line)
          if let place = row.evidence?.placeInDocument { $0.member("at", SafeText.of(place, limit: 400)) }
        }
      }
    }
  }

  private func write(_ coverage: LayerCoverage, to writer: inout some MemberWriter) {
    writer.object {
      $0.member("layer", coverage.layer.id)
      $0.member("name", phrasing.language(coverage.layer.name))
      $0.member("kind", coverage.layer.kind.rawValue)
      $0.member("state", coverage.state.rawValue)
      $0.member("components", coverage.components)
      $0.member("line", optional: coverage.evidence?.position.line)
      if let place = coverage.evidence?.placeInDocument { $0.member("at", SafeText.of(place, limit: 400)) }
    }
  }

  private func write(_ citation: LocatedCitation, to writer: inout some MemberWriter) {
    let words = writer.remembered(citation) { phrasing.what(citation) }
    let entries: [String] =
      switch citation.citation {
      case .entry(let id): [id]
      case .ambiguous(let ids), .otherEdition(let ids): ids
      case .notInCatalogue: []
      }
    writer.object {
      $0.member("printed", SafeText.of(citation.printed, limit: 400))
      $0.member("entries", each: entries) { $0.string($1) }
      $0.member("state", words)
      $0.member("background", citation.isBackground)
      $0.member("line", citation.evidence.position.line)
    }
  }

  private func write(_ result: ValidationResult, to writer: inout some MemberWriter) {
    writer.member("phase", result.phase)
    writer.member("firedRules", result.firedRules)
    writer.member("failures", each: result.findings) { writer, finding in
      writer.object {
        $0.member("id", optional: finding.id)
        $0.member("role", optional: finding.role)
        $0.member("test", finding.test)
        $0.member("message", SafeText.of(finding.words, limit: 2_000))
        $0.member("location", finding.location)
        $0.member("line", finding.position.line)
      }
    }
  }
}

extension Verdict {
  /// `rawValue`, as a name of JSON.
  fileprivate var name: StaticString {
    switch self {
    case .met: "met"
    case .partial: "partial"
    case .gap: "gap"
    case .unknown: "unknown"
    case .notApplicable: "not-applicable"
    case .notAssessed: "not-assessed"
    case .waived: "waived"
    }
  }
}
