import Catalogue

extension Avoids: JudgedFacet {
  /// Sections that describe, and intend nothing.
  private static let described: Set<String> = ["current-state", "risks"]

  func part(in facts: Facts, of requirement: Requirement) -> Part {
    // What contradicts the plan does so wherever it stands, whatever remark stands in brackets beside it; what
    // is today, and a risk that it names, is not what it intends. That nothing does is asked of the sections named.
    let found = facts.plan.items(with: topic, of: "topic") {
      $0.isWritten && !Self.described.contains($0.section)
    }
    if !found.isEmpty { return Part(requirement, .fails, .contradicted, found.map { Evidence($0) }) }
    return facts.silence(of: requirement, in: sections)
  }
}
