import Source
import XML

/// Reads one facet element of a criterion. A facet that names several things becomes one part for each.
enum RequirementReader {
  static func read(_ element: Element) -> Requirement? {
    switch element.name {
    case "all": return .all(element.children.compactMap(read))
    case "any": return .any(element.children.compactMap(read))
    case "cites": return .cites(instrument: element.required("instrument"))
    case "cites-no-longer": return .citesNoLonger(instrument: element.required("instrument"))
    case "rests-on-texts-in-force": return .restsOnTextsInForce
    case "cites-no-future-text": return .citesNoFutureText
    case "applies-standards":
      return .appliesStandards(element.tokens("standards"), minimum: element.integer("minimum") ?? 1)
    case "covers-layers":
      return .coversLayers(
        framework: element.required("framework"),
        kind: Framework.Layer.Kind(rawValue: element.required("kind")) ?? .horizontal)
    case "covers-fields":
      return .coversFields(
        element.tokens("fields"), minimum: element.integer("minimum") ?? 1,
        withReason: element.isTrue("with-reason"))
    case "has-component":
      return .hasComponent(
        types: element.tokens("types"), layer: element.attribute("layer"),
        statuses: element.tokens("status"), by: element.date("by"))
    case "states":
      return .states(
        sections: element.tokens("section"), topic: element.attribute("topic"), by: element.date("by"))
    case "avoids":
      return .avoids(sections: element.tokens("section"), topic: element.required("topic"))
    case "names-body":
      let role = element.required("role")
      let named = Requirement.namesBody(role: role, withDecision: false)
      return element.isTrue("with-decision")
        ? .all([named, .namesBody(role: role, withDecision: true)]) : named
    case "names-participants":
      return combined(element.tokens("types").map { .namesParticipant(type: $0) })
    case "gives":
      let item = element.required("item")
      return combined(element.tokens("details").map { .gives(item: item, detail: $0) })
    case "bases-architecture-on":
      return .basesArchitectureOn(instrument: element.required("instrument"))
    case "links-to":
      return .linksTo(platform: element.required("platform"), by: element.date("by"))
    case "trains":
      return .trains(
        audience: element.required("audience"), share: DecimalNumber(element.required("share")) ?? .zero,
        by: element.date("by"))
    case "plans-years":
      return combined(element.years.map { $0.map { .plansYear($0) } } ?? [])
    case "schematron":
      let schema = element.children.first { _ in true }
      return .schematron(rules: schema?.serialized() ?? "", sections: element.tokens("section"))
    case "budgets-add-up": return .budgetsAddUp
    case "self-assesses-maturity": return .selfAssessesMaturity
    case "states-coordinate-system": return .statesCoordinateSystem(name: element.required("name"))
    default: return nil
    }
  }

  private static func combined(_ parts: [Requirement]) -> Requirement? {
    parts.count == 1 ? parts[0] : .all(parts)
  }
}

extension Element {
  fileprivate func isTrue(_ name: String) -> Bool {
    attribute(name) == "true" || attribute(name) == "1"
  }
}
