import Catalogue

extension Facts {
  /// Evaluates a requirement into its parts, in the order of the catalogue.
  func parts(of question: Question) -> [Part] {
    switch question {
    case .all(let members, _): members.flatMap { parts(of: $0) }
    case .facet(let facet, let requirement): facet.parts(in: self, of: requirement)
    case .any, .schematron: [part(of: question)]
    }
  }

  func parts(of requirement: Requirement) -> [Part] { parts(of: Question(requirement)) }

  private func part(of question: Question) -> Part {
    switch question {
    case .all(_, let requirement): combined(parts(of: question), as: requirement)
    case .any(let members, let requirement): oneOf(members.map { part(of: $0) }, as: requirement)
    case .facet(let facet, let requirement): facet.part(in: self, of: requirement)
    case .schematron(let rules, let sections, let requirement): schematron(rules, sections, requirement)
    }
  }

  /// All must hold; the first part that does not gives the reason.
  func combined(_ parts: [Part], as requirement: Requirement) -> Part {
    let asked = parts.filter { $0.state != .notAsked }
    guard let first = asked.first else {
      return Part(requirement, .notAsked, parts.first?.reason ?? .oneOf)
    }
    let telling =
      asked.first { $0.state == .fails } ?? asked.first { $0.state == .unknown } ?? first
    return Part(requirement, telling.state, telling.reason, telling.evidence)
  }

  /// One must hold; it is undecided while one that might hold is unknown.
  private func oneOf(_ parts: [Part], as requirement: Requirement) -> Part {
    let asked = parts.filter { $0.state != .notAsked }
    guard let first = asked.first else {
      return Part(requirement, .notAsked, parts.first?.reason ?? .oneOf)
    }
    if let holding = asked.first(where: { $0.state == .holds }) {
      return Part(requirement, .holds, .stated, holding.evidence)
    }
    let telling = asked.first { $0.state == .unknown } ?? first
    return Part(requirement, telling.state, telling.reason, telling.evidence)
  }
}
