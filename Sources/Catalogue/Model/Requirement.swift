import Source

/// What a criterion asks of a plan: facets, alone or combined. Each facet has a page in
/// `Documentation/facets/` and a file in `Compliance/Facets/`.
package indirect enum Requirement: Sendable, Hashable {
  case all([Requirement])
  case any([Requirement])
  /// The plan cites the instrument among its legal bases.
  case cites(instrument: String)
  /// The plan does not rest on the instrument; it may mention it as background.
  case citesNoLonger(instrument: String)
  /// No basis of the plan was replaced on the as-of date.
  case restsOnTextsInForce
  /// No text cited came into being or into force after the plan's own date.
  case citesNoFutureText
  /// At least `minimum` of the standards are applied; an empty list means any of the catalogue.
  case appliesStandards([String], minimum: Int)
  /// The architecture has every layer of this kind of the framework.
  case coversLayers(framework: String, kind: Framework.Layer.Kind)
  /// At least `minimum` of the fields are taken up.
  case coversFields([String], minimum: Int, withReason: Bool)
  case hasComponent(types: [String], layer: String?, statuses: [String], by: CalendarDate?)
  /// One of the sections states something, of the topic if one is given, by the date if one is given.
  case states(sections: [String], topic: String?, by: CalendarDate?)
  /// None of the sections states anything of the topic.
  case avoids(sections: [String], topic: String)
  case namesBody(role: String, withDecision: Bool)
  case namesParticipant(type: String)
  /// There is an item of this kind, and every one carries the detail.
  case gives(item: String, detail: String)
  case basesArchitectureOn(instrument: String)
  case linksTo(platform: String, by: CalendarDate?)
  case trains(audience: String, share: DecimalNumber, by: CalendarDate?)
  /// The roadmap has a task in this year.
  case plansYear(Int)
  case budgetsAddUp
  /// An ISO Schematron schema, as XML, that reads these sections.
  case schematron(rules: String, sections: [String])
  case selfAssessesMaturity
  case statesCoordinateSystem(name: String)
}
