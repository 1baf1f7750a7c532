import Catalogue

extension Facts {
  /// Evaluates a requirement into its parts, in the order of the catalogue.
  func parts(of requirement: Requirement) -> [Part] {
    switch requirement {
    case .all(let members): members.flatMap(parts)
    case .coversLayers(let framework, let kind): layers(of: framework, kind)
    default: [part(of: requirement)]
    }
  }

  private func part(of requirement: Requirement) -> Part {
    switch requirement {
    case .all: combined(parts(of: requirement), as: requirement)
    case .any(let members): oneOf(members.map(part), as: requirement)
    case .coversLayers: combined(parts(of: requirement), as: requirement)
    case .cites(let id): cites(id, requirement)
    case .citesNoLonger(let id): citesNoLonger(id, requirement)
    case .citesNoFutureText: citesNoFutureText(requirement)
    case .restsOnTextsInForce: restsOnTextsInForce(requirement)
    case .appliesStandards(let ids, let minimum): appliesStandards(ids, minimum, requirement)
    case .coversFields(let fields, let minimum, let withReason):
      coversFields(fields, minimum, withReason, requirement)
    case .hasComponent(let types, let layer, let statuses, let by):
      hasComponent(types, layer, statuses, by, requirement)
    case .states(let sections, let topic, let by): states(sections, topic, by, requirement)
    case .avoids(let sections, let topic): avoids(sections, topic, requirement)
    case .namesBody(let role, let withDecision): namesBody(role, withDecision, requirement)
    case .namesParticipant(let type): namesParticipant(type, requirement)
    case .gives(let item, let detail): gives(item, detail, requirement)
    case .basesArchitectureOn(let id): basesArchitectureOn(id, requirement)
    case .linksTo(let platform, let by): linksTo(platform, by, requirement)
    case .trains(let audience, let share, let by): trains(audience, share, by, requirement)
    case .plansYear(let year): plansYear(year, requirement)
    case .schematron(let rules, let sections): schematron(rules, sections, requirement)
    case .budgetsAddUp: budgetsAddUp(requirement)
    case .selfAssessesMaturity: selfAssessesMaturity(requirement)
    case .statesCoordinateSystem(let name): statesCoordinateSystem(name, requirement)
    }
  }

  /// All must hold; the first part that does not gives the reason.
  private func combined(_ parts: [Part], as requirement: Requirement) -> Part {
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
