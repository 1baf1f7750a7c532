import Source

// Every facet, as it is declared. One more stands here, in `Facets.all`, and then wherever the compiler asks for
// it: it will not build a program that cannot judge a facet, export it or call it by a name.

/// The facets that there are.
package enum Facets {
  package static let all = (
    Cites.self, CitesNoLonger.self, RestsOnTextsInForce.self, CitesNoFutureText.self, AppliesStandards.self,
    CoversLayers.self, HasLayer.self, CoversFields.self, HasComponent.self, States.self, Avoids.self,
    NamesBody.self, NamesParticipants.self, Gives.self, BasesArchitectureOn.self, LinksTo.self, Trains.self,
    PlansYears.self, BudgetsAddUp.self, SelfAssessesMaturity.self, StatesCoordinateSystem.self
  )

  package static let types: [any Facet.Type] = list(all)

  private static func list<each Kind: Facet>(_ kinds: (repeat (each Kind).Type)) -> [any Facet.Type] {
    var types: [any Facet.Type] = []
    for kind in repeat each kinds { types.append(kind) }
    return types
  }

  private static let byName: [String: any Facet.Type] = Dictionary(
    uniqueKeysWithValues: types.map { ($0.name, $0) })

  static func named(_ name: String) -> (any Facet.Type)? { byName[name] }

  /// What the element of a facet may carry, and that of rules; nil for a name that is neither.
  package static func attributes(of name: String) -> [FacetAttribute]? {
    name == "schematron"
      ? [FacetAttribute("section", .tokens(list: FacetAttribute.sections), isRequired: true)]
      : named(name)?.attributes
  }
}

// Texts that a plan cites.

/// The plan cites the instrument among its legal bases.
package struct Cites: Facet {
  package static let name = "cites"
  package static let parameters: [Parameter<Cites>] = [
    .id("instrument", of: .instrument, \.instrument, else: { $0.instruments.map(\.id) })
  ]
  package var instrument = ""
  package init() {}
}

/// The plan does not rest on the instrument; it may mention it as background.
package struct CitesNoLonger: Facet {
  package static let name = "cites-no-longer"
  package static let parameters: [Parameter<CitesNoLonger>] = [
    .id(
      "instrument", of: .instrument, \.instrument,
      else: { $0.instruments.filter { !$0.life.replacedBy.isEmpty }.map(\.id) })
  ]
  package var instrument = ""
  package init() {}
}

/// No basis of the plan was replaced on the as-of date.
package struct RestsOnTextsInForce: Facet {
  package static let name = "rests-on-texts-in-force"
  package static let parameters: [Parameter<RestsOnTextsInForce>] = []
  package var looksAtAnyText: Bool { true }
  package init() {}
}

/// No text cited came into being or into force after the plan's own date.
package struct CitesNoFutureText: Facet {
  package static let name = "cites-no-future-text"
  package static let parameters: [Parameter<CitesNoFutureText>] = []
  package var looksAtAnyText: Bool { true }
  package init() {}
}

/// At least `minimum` of the standards are applied; an empty list means any of the catalogue.
package struct AppliesStandards: Facet {
  package static let name = "applies-standards"
  package static let parameters: [Parameter<AppliesStandards>] = [
    .some("standards", of: .standard, \.standards, atLeast: "minimum", \.minimum)
  ]
  package var standards: [String] = []
  package var minimum = 1
  package var looksAtAnyText: Bool { standards.isEmpty }
  package init() {}
}

/// The ICT architecture is built on the instrument.
package struct BasesArchitectureOn: Facet {
  package static let name = "bases-architecture-on"
  package static let parameters: [Parameter<BasesArchitectureOn>] = [
    .id("instrument", of: .instrument, \.instrument, else: { $0.instruments.map(\.id) })
  ]
  package var instrument = ""
  package init() {}
}

// The architecture.

/// The architecture has every layer of this kind of the framework; each is a part.
package struct CoversLayers: Facet {
  package static let name = "covers-layers"
  package static let parameters: [Parameter<CoversLayers>] = [
    .id("framework", of: .framework, \.framework), .layerKind("kind", \.kind),
  ]
  package var framework = ""
  package var kind = Framework.Layer.Kind.horizontal
  package init() {}

  /// The layers from top to bottom.
  package func layers(in catalogue: Catalogue) -> [HasLayer] {
    let layers = catalogue.framework(framework)?.layers.filter { $0.kind == kind } ?? []
    return layers.sorted { $0.order < $1.order }.map { HasLayer($0.id) }
  }

  package func parts(in catalogue: Catalogue) -> [any Facet] { layers(in: catalogue) }
}

/// The architecture has the layer.
package struct HasLayer: Facet {
  package static let name = "has-layer"
  package static let parameters: [Parameter<HasLayer>] = [
    .id("layer", of: .layer, \.layer, else: { $0.frameworks.flatMap(\.layers).map(\.id) })
  ]
  package var layer = ""
  package init() {}
  package init(_ layer: String) { self.layer = layer }
}

/// At least `minimum` of the fields are taken up.
package struct CoversFields: Facet {
  package static let name = "covers-fields"
  package static let parameters: [Parameter<CoversFields>] = [
    .some("fields", of: "field-type", \.fields, atLeast: "minimum", \.minimum),
    .flag("with-reason", \.withReason),
  ]
  package var fields: [String] = []
  package var minimum = 1
  package var withReason = false
  package init() {}
}

/// The architecture has a component of one of the types.
package struct HasComponent: Facet {
  package static let name = "has-component"
  package static let parameters: [Parameter<HasComponent>] = [
    .oneOf("types", of: "component-type", \.types), .id("layer", of: .layer, \.layer),
    .accepted("status", of: "status", \.statuses), .limit("by", \.by),
  ]
  package var types: [String] = []
  package var layer: String?
  package var statuses: [String] = []
  package var by: CalendarDate?
  package init() {}
}

/// The plan connects to the platform.
package struct LinksTo: Facet {
  package static let name = "links-to"
  package static let parameters: [Parameter<LinksTo>] = [
    .token("platform", of: "platform", \.platform), .limit("by", \.by),
  ]
  package var platform = ""
  package var by: CalendarDate?
  package init() {}
}

// What sections say.

/// One of the sections states something, of the topic if one is given, by the date if one is given.
package struct States: Facet {
  package static let name = "states"
  package static let parameters: [Parameter<States>] = [
    .oneOf("section", of: FacetAttribute.sections, \.sections), .token("topic", of: "topic", \.topic),
    .limit("by", \.by),
  ]
  package var sections: [String] = []
  package var topic: String?
  package var by: CalendarDate?
  package init() {}
}

/// None of the sections states anything of the topic.
package struct Avoids: Facet {
  package static let name = "avoids"
  package static let parameters: [Parameter<Avoids>] = [
    .oneOf("section", of: FacetAttribute.sections, \.sections), .token("topic", of: "topic", \.topic),
  ]
  package var sections: [String] = []
  package var topic = ""
  package init() {}
}

/// The plan names a body in the role; with the number of its decision, if that is asked for.
package struct NamesBody: Facet {
  package static let name = "names-body"
  package static let parameters: [Parameter<NamesBody>] = [
    .token("role", of: "body-role", \.role), .besides("with-decision", \.withDecision),
  ]
  package var role = ""
  package var withDecision = false
  package init() {}
}

/// The plan names a participant of the type.
package struct NamesParticipants: Facet {
  package static let name = "names-participants"
  package static let parameters: [Parameter<NamesParticipants>] = [
    .each("types", of: "participant-type", \.type)
  ]
  package var type = ""
  package init() {}
}

/// There is an item of this kind, and every one carries the detail.
package struct Gives: Facet {
  package static let name = "gives"
  package static let parameters: [Parameter<Gives>] = [
    .item("item", \.item), .eachDetail("details", \.detail, of: "item", \.item),
  ]
  /// The items whose details can be asked for.
  package static let items: Set<String> = [
    "indicator", "system", "trial", "project", "training-target", "ict-architecture", "operations-centre",
  ]
  package var item = ""
  package var detail = ""
  package init() {}
}

/// No level of maturity is claimed as recognised.
package struct SelfAssessesMaturity: Facet {
  package static let name = "self-assesses-maturity"
  package static let parameters: [Parameter<SelfAssessesMaturity>] = []
  package init() {}
}

/// Spatial data name the coordinate system.
package struct StatesCoordinateSystem: Facet {
  package static let name = "states-coordinate-system"
  package static let parameters: [Parameter<StatesCoordinateSystem>] = [.text("name", \.system)]
  package var system = ""
  package init() {}
}

// Numbers.

/// At least this share of the audience is trained.
package struct Trains: Facet {
  package static let name = "trains"
  package static let parameters: [Parameter<Trains>] = [
    .token("audience", of: "audience", \.audience), .share("share", \.share), .limit("by", \.by),
  ]
  package var audience = ""
  package var share = DecimalNumber.zero
  package var by: CalendarDate?
  package init() {}
}

/// The roadmap has a task in the year.
package struct PlansYears: Facet {
  package static let name = "plans-years"
  package static let parameters: [Parameter<PlansYears>] = [.eachYear(from: "from", to: "to", \.year)]
  package var year = 0
  package init() {}
}

/// The sums of the plan are right.
package struct BudgetsAddUp: Facet {
  package static let name = "budgets-add-up"
  package static let parameters: [Parameter<BudgetsAddUp>] = []
  package init() {}
}
