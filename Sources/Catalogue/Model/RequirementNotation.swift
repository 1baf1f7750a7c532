import Source

extension Requirement {
  /// The requirement as an editor writes it in XML: the same requirement always gives the same text.
  package var notation: String {
    switch self {
    case .all(let members): "<all>\(members.map(\.notation).joined())</all>"
    case .any(let members): "<any>\(members.map(\.notation).joined())</any>"
    case .cites(let id): facet("cites", ("instrument", id))
    case .citesNoLonger(let id): facet("cites-no-longer", ("instrument", id))
    case .restsOnTextsInForce: facet("rests-on-texts-in-force")
    case .citesNoFutureText: facet("cites-no-future-text")
    case .appliesStandards(let ids, let minimum):
      facet("applies-standards", ("standards", list(ids)), ("minimum", "\(minimum)"))
    case .coversLayers(let framework, let kind):
      facet("covers-layers", ("framework", framework), ("kind", kind.rawValue))
    case .coversFields(let fields, let minimum, let withReason):
      facet(
        "covers-fields", ("fields", list(fields)), ("minimum", "\(minimum)"),
        ("with-reason", withReason ? "true" : nil))
    case .hasComponent(let types, let layer, let statuses, let by):
      facet(
        "has-component", ("types", list(types)), ("layer", layer), ("status", list(statuses)),
        ("by", by?.description))
    case .states(let sections, let topic, let by):
      facet("states", ("section", list(sections)), ("topic", topic), ("by", by?.description))
    case .avoids(let sections, let topic):
      facet("avoids", ("section", list(sections)), ("topic", topic))
    case .namesBody(let role, let withDecision):
      facet("names-body", ("role", role), ("with-decision", withDecision ? "true" : nil))
    case .namesParticipant(let type): facet("names-participants", ("types", type))
    case .gives(let item, let detail): facet("gives", ("item", item), ("details", detail))
    case .basesArchitectureOn(let id): facet("bases-architecture-on", ("instrument", id))
    case .linksTo(let platform, let by): facet("links-to", ("platform", platform), ("by", by?.description))
    case .trains(let audience, let share, let by):
      facet("trains", ("audience", audience), ("share", share.description), ("by", by?.description))
    case .plansYear(let year): facet("plans-years", ("from", "\(year)"), ("to", "\(year)"))
    case .budgetsAddUp: facet("budgets-add-up")
    case .schematron(let rules, let sections):
      "<schematron section=\"\(sections.joined(separator: " "))\">\(rules)</schematron>"
    case .selfAssessesMaturity: facet("self-assesses-maturity")
    case .statesCoordinateSystem(let name): facet("states-coordinate-system", ("name", name))
    }
  }

  private func list(_ tokens: [String]) -> String? {
    tokens.isEmpty ? nil : tokens.joined(separator: " ")
  }

  private func facet(_ name: String, _ attributes: (String, String?)...) -> String {
    let written = attributes.compactMap { name, value in
      value.map { " \(name)=\"\(XMLText.escaped($0, attribute: true))\"" }
    }
    return "<\(name)\(written.joined())/>"
  }
}
