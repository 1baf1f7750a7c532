import Catalogue
import Compliance
import MasterPlan
import Schematron
import XML

/// The gap report as JSON: names and values are stable, words are in the language asked for.
public struct JSONReport: Sendable {
  public static let format = "urn:khung:gap-report:1"

  private let wording: Wording
  /// Words of earlier reports; only while lines are written.
  private let memory: LineMemory?

  public init(_ wording: Wording) {
    self.wording = wording
    memory = nil
  }

  private init(_ wording: Wording, memory: LineMemory) {
    self.wording = wording
    self.memory = memory
  }

  /// The same reports, for many lines: words that are the same in many of them are put together once.
  public func forManyLines() -> JSONReport { JSONReport(wording, memory: LineMemory()) }

  /// One report alone, or several in a list.
  public func text(_ reports: [GapReport], refusals: [String]) -> String {
    json(reports, refusals: refusals).text()
  }

  /// One report as a row of NDJSON, without its line break.
  public func line(_ report: GapReport) -> [UInt8] { json(report).line() }

  /// A refused input as a row of NDJSON, without its line break.
  /// - Parameter digest: SHA-256 of its bytes, where they could be read.
  public func line(_ refusal: Refusal, digest: String?) -> [UInt8] {
    JSON.object([
      ("format", .string(Self.format)),
      ("program", .object([("name", .string("khung")), ("version", .string(Program.version))])),
      ("language", .string(wording.language.rawValue)),
      ("plan", .object([("file", .string(refusal.source)), ("sha256", .optional(digest))])),
      (
        "refused",
        .object([
          ("message", .string(wording.language.message(refusal))),
          ("line", refusal.position.map { .integer($0.line) } ?? .null),
          ("column", refusal.position.map { .integer($0.column) } ?? .null),
        ])
      ),
    ]).line()
  }

  func json(_ reports: [GapReport], refusals: [String]) -> JSON {
    if let only = reports.first, reports.count == 1, refusals.isEmpty { return json(only) }
    return .object([
      ("format", .string(Self.format)),
      ("reports", .array(reports.map(json))),
      ("refused", .array(refusals.map { .string($0) })),
    ])
  }

  func json(_ report: GapReport) -> JSON {
    let conclusion = wording.conclusion(report.conformity)
    return .object([
      ("format", .string(Self.format)),
      ("program", .object([("name", .string("khung")), ("version", .string(Program.version))])),
      ("language", .string(wording.language.rawValue)),
      ("plan", plan(report.plan)),
      (
        "catalogue",
        .object([
          ("edition", .string(report.catalogue.edition.number)),
          ("date", .string(report.catalogue.edition.date.description)),
          ("sha256", .string(report.catalogue.digest)),
        ])
      ),
      ("profile", report.profile.map(profile) ?? .null),
      (
        "stage",
        .object([
          ("stage", .string(report.stage.stage.rawValue)),
          ("why", .string(report.stage.isNamed ? "named" : "plan")),
        ])
      ),
      (
        "asOf",
        .object([
          ("date", .string(report.asOf.date.description)), ("why", .string(report.asOf.why.rawValue)),
          ("reason", .string(wording.why(report.asOf))),
        ])
      ),
      (
        "conformity",
        .object([
          ("outcome", .string(report.conformity.outcome.rawValue)), ("reason", .string(conclusion.why)),
        ])
      ),
      (
        "counts",
        .object(Verdict.allCases.map { ($0.rawValue, .integer(report.count(of: $0))) })
      ),
      (
        "countsBeforeWaivers",
        .object(Verdict.allCases.map { ($0.rawValue, .integer(report.countBeforeWaivers(of: $0))) })
      ),
      ("baseline", report.baseline.map { .object([("sha256", .string($0.digest))]) } ?? .null),
      ("findings", .array(report.findings.map { finding($0, isKnown: report.isKnown($0)) })),
      ("decisionsToLookAt", .array(report.idleDecisions.map { .string(wording.words($0)) })),
      ("layers", .array(report.layers.map(layer))),
      ("citations", .array(report.citations.map(citation))),
      ("rules", report.rules.map(rules) ?? .null),
    ])
  }

  private func plan(_ plan: MasterPlan) -> JSON {
    .object([
      ("file", .string(plan.source.name)),
      ("sha256", .string(plan.digest)),
      ("title", .string(plan.identity.title)),
      ("number", .optional(plan.identity.number)),
      ("date", .optional(plan.identity.date?.description)),
      ("kind", .string(plan.identity.kind)),
      ("stage", .string(plan.identity.stage.rawValue)),
      (
        "years",
        plan.identity.years.map {
          .object([("from", .integer($0.lowerBound)), ("to", .integer($0.upperBound))])
        } ?? .null
      ),
      ("city", .string(plan.city.name)),
      ("province", .optional(plan.city.province)),
      ("level", .string(plan.city.level)),
      ("region", .optional(plan.city.region)),
      ("urbanClass", .optional(plan.city.urbanClass)),
    ])
  }

  private func finding(_ finding: Finding, isKnown: Bool) -> JSON {
    guard let memory, finding.answer == nil, finding.waiver == nil, !isKnown else {
      return .object(
        beforeEvidence(finding, isKnown: isKnown) + [("evidence", .array(finding.evidence.map(evidence)))]
          + afterEvidence(finding))
    }
    // All but the evidence is the same for every plan with this outcome.
    let words = memory.words(of: finding) {
      (
        JSON.object(beforeEvidence(finding, isKnown: false)).line(),
        JSON.object(afterEvidence(finding)).line()
      )
    }
    var bytes = words.before
    bytes.removeLast()
    bytes.append(contentsOf: ",\"evidence\":".utf8)
    write(finding.evidence, onto: &bytes)
    bytes.append(UInt8(ascii: ","))
    bytes.append(contentsOf: words.after.dropFirst())
    return .written(bytes)
  }

  /// What `evidence` gives for each place, without a tree in between: in a review these are most of the bytes.
  private func write(_ places: [LocatedEvidence], onto bytes: inout [UInt8]) {
    var separator = "["
    for place in places {
      bytes.append(contentsOf: separator.utf8)
      separator = ","
      bytes.append(contentsOf: "{\"role\":\"".utf8)
      bytes.append(contentsOf: place.role.rawValue.utf8)
      bytes.append(contentsOf: "\",\"section\":".utf8)
      JSON.write(place.section, to: &bytes)
      bytes.append(contentsOf: ",\"path\":".utf8)
      JSON.write(place.path, to: &bytes)
      bytes.append(contentsOf: ",\"line\":".utf8)
      bytes.append(contentsOf: String(place.position.line).utf8)
      bytes.append(contentsOf: ",\"column\":".utf8)
      bytes.append(contentsOf: String(place.position.column).utf8)
      bytes.append(contentsOf: ",\"excerpt\":".utf8)
      JSON.write(Excerpt.of(place.excerpt, limit: 400), to: &bytes)
      bytes.append(UInt8(ascii: "}"))
    }
    bytes.append(contentsOf: (places.isEmpty ? "[]" : "]").utf8)
  }

  private func beforeEvidence(_ finding: Finding, isKnown: Bool) -> [(String, JSON)] {
    let criterion = finding.criterion
    return [
      ("criterion", .string(criterion.id)),
      ("title", .string(wording.language(criterion.title))),
      ("group", .string(criterion.group)),
      ("force", .string(finding.force.rawValue)),
      ("verdict", .string(finding.verdict.rawValue)),
      ("known", .boolean(isKnown)),
      ("reason", .string(wording.reason(of: finding))),
      ("bases", .array(finding.bases.map(basis))),
      ("parts", .array(finding.parts.map(part))),
    ]
  }

  private func afterEvidence(_ finding: Finding) -> [(String, JSON)] {
    let provenance = finding.criterion.provenance
    return [
      ("remedy", remedy(finding)),
      ("answer", finding.answer.map(answer) ?? .null),
      ("waiver", finding.waiver.map(waiver) ?? .null),
      (
        "provenance",
        .object([
          ("mark", .string(provenance.mark.rawValue)), ("tier", .string(provenance.tier)),
          ("source", .optional(provenance.source)),
        ])
      ),
    ]
  }

  private func profile(_ profile: Profile) -> JSON {
    .object([
      ("id", .string(profile.id)), ("title", .string(wording.language(profile.title))),
      ("authority", .string(profile.authority)), ("sha256", .string(profile.digest)),
    ])
  }

  private func answer(_ answer: Answer) -> JSON {
    .object([
      ("verdict", .string(answer.verdict.rawValue)), ("date", .string(answer.date.description)),
      ("role", .string(answer.role)), ("evidence", .string(answer.evidence)),
    ])
  }

  private func waiver(_ waiver: Waiver) -> JSON {
    .object([
      ("authority", .string(waiver.authority)), ("decision", .string(waiver.decision)),
      ("expires", .string(waiver.expires.description)), ("reason", .string(waiver.reason)),
    ])
  }

  private func rules(_ result: ValidationResult) -> JSON {
    .object([
      ("phase", .string(result.phase)), ("firedRules", .integer(result.firedRules)),
      (
        "failures",
        .array(
          result.findings.map { finding in
            .object([
              ("id", .optional(finding.id)), ("role", .optional(finding.role)),
              ("test", .string(finding.test)),
              ("message", .string(Excerpt.of(finding.message.plain, limit: 2_000))),
              ("location", .string(finding.location)), ("line", .integer(finding.position.line)),
            ])
          })
      ),
    ])
  }

  private func remedy(_ finding: Finding) -> JSON {
    guard finding.verdict.isGap || finding.verdict == .unknown, let remedy = finding.criterion.remedy else {
      return .null
    }
    return .object([
      ("advice", .string(wording.language(remedy.advice))),
      ("snippet", .optional(remedy.snippet.map(Excerpt.snippet))),
    ])
  }

  private func basis(_ basis: BasisState) -> JSON {
    .object([
      ("instrument", .string(basis.basis.instrument)),
      ("provision", .optional(basis.basis.provision)),
      ("force", .string(basis.basis.force.rawValue)),
      ("inForce", .boolean(basis.state?.isInForce ?? false)),
      ("text", .string(wording.basis(basis))),
    ])
  }

  private func part(_ part: Part) -> JSON {
    .object([
      ("key", .string(part.requirement.notation)),
      ("name", .string(wording.name(of: part.requirement))), ("state", .string(part.state.rawValue)),
      ("reason", .string(wording.reason(of: part))),
      ("faults", .array(part.state == .fails ? part.faults.map { .string($0) } : [])),
    ])
  }

  private func evidence(_ evidence: LocatedEvidence) -> JSON {
    .object([
      ("role", .string(evidence.role.rawValue)),
      ("section", .string(evidence.section)),
      ("path", .string(evidence.path)),
      ("line", .integer(evidence.position.line)),
      ("column", .integer(evidence.position.column)),
      ("excerpt", .string(Excerpt.of(evidence.excerpt, limit: 400))),
    ])
  }

  private func layer(_ coverage: LayerCoverage) -> JSON {
    .object([
      ("layer", .string(coverage.layer.id)),
      ("name", .string(wording.language(coverage.layer.name))),
      ("kind", .string(coverage.layer.kind.rawValue)),
      ("state", .string(coverage.state.rawValue)),
      ("components", .integer(coverage.components)),
      ("line", coverage.evidence.map { .integer($0.position.line) } ?? .null),
    ])
  }

  private func citation(_ citation: LocatedCitation) -> JSON {
    let words = memory?.words(of: citation) { wording.what(citation) } ?? wording.what(citation)
    let entries: [String] =
      switch citation.citation {
      case .entry(let id): [id]
      case .ambiguous(let ids): ids
      case .notInCatalogue: []
      }
    return .object([
      ("printed", .string(Excerpt.of(citation.printed, limit: 400))),
      ("entries", .array(entries.map { .string($0) })),
      ("state", .string(words)),
      ("background", .boolean(citation.isBackground)),
      ("line", .integer(citation.evidence.position.line)),
    ])
  }
}
