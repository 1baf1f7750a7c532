import Catalogue

extension Avoids: JudgedFacet {
  func part(in facts: Facts, of requirement: Requirement) -> Part {
    // What contradicts the plan does so wherever it stands, whatever remark stands in brackets beside it; a risk
    // that it names is guarded against. That nothing does is asked of the sections named.
    let found = facts.plan.items(with: topic, of: "topic") { $0.isWritten && $0.section != "risks" }
    if !found.isEmpty { return Part(requirement, .fails, .contradicted, found.map { Evidence($0) }) }
    return facts.silence(of: requirement, in: sections)
  }
}
