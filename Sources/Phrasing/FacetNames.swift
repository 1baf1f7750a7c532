import Catalogue
import Source

// What each facet is called. Its words are phrases of the language.

/// A facet that people can be told about.
protocol NamedFacet: Facet {
  func name(in phrasing: Phrasing) -> String
}

extension Phrasing {
  /// The compiler refuses a facet of the catalogue that has no name.
  private static let named: [any NamedFacet.Type] = list(Facets.all)

  private static func list<each Kind: NamedFacet>(_ kinds: (repeat (each Kind).Type)) -> [any NamedFacet.Type]
  {
    var types: [any NamedFacet.Type] = []
    for kind in repeat each kinds { types.append(kind) }
    return types
  }

  func name(of facet: any Facet) -> String {
    guard let named = facet as? any NamedFacet else {
      preconditionFailure("a facet outside Facets.all, which knows only \(Self.named.map { $0.name })")
    }
    return named.name(in: self)
  }

  fileprivate func dated(_ what: String, _ date: CalendarDate?) -> String {
    date.map { language(.partBy(what, date: language($0))) } ?? what
  }

  fileprivate func terms(_ tokens: [String], _ list: String) -> String {
    tokens.map { term($0, list) }.joined(separator: ", ")
  }
}

extension Cites: NamedFacet {
  func name(in phrasing: Phrasing) -> String {
    phrasing.language(.partCites(phrasing.shortName(instrument)))
  }
}

extension CitesNoLonger: NamedFacet {
  func name(in phrasing: Phrasing) -> String {
    phrasing.language(.partCitesNoLonger(phrasing.shortName(instrument)))
  }
}

extension RestsOnTextsInForce: NamedFacet {
  func name(in phrasing: Phrasing) -> String { phrasing.language(.partRestsOnTextsInForce) }
}

extension CitesNoFutureText: NamedFacet {
  func name(in phrasing: Phrasing) -> String { phrasing.language(.partCitesNoFutureText) }
}

extension AppliesStandards: NamedFacet {
  func name(in phrasing: Phrasing) -> String {
    standards.isEmpty
      ? phrasing.language(.partAnyStandard(minimum))
      : phrasing.language(
        .partStandards(standards.map { phrasing.shortName($0) }.joined(separator: ", "), minimum))
  }
}

extension BasesArchitectureOn: NamedFacet {
  func name(in phrasing: Phrasing) -> String {
    phrasing.language(.partArchitectureOn(phrasing.shortName(instrument)))
  }
}

extension CoversLayers: NamedFacet {
  func name(in phrasing: Phrasing) -> String { phrasing.language(.partLayer(framework)) }
}

extension HasLayer: NamedFacet {
  func name(in phrasing: Phrasing) -> String { phrasing.language(.partLayer(phrasing.layerName(layer))) }
}

extension CoversFields: NamedFacet {
  func name(in phrasing: Phrasing) -> String {
    phrasing.language(.partFields(phrasing.terms(fields, "field-type"), reason: withReason))
  }
}

extension HasComponent: NamedFacet {
  func name(in phrasing: Phrasing) -> String {
    phrasing.dated(phrasing.language(.partComponent(phrasing.terms(types, "component-type"))), by)
  }
}

extension LinksTo: NamedFacet {
  func name(in phrasing: Phrasing) -> String {
    phrasing.dated(phrasing.language(.partLink(phrasing.term(platform, "platform"))), by)
  }
}

extension States: NamedFacet {
  func name(in phrasing: Phrasing) -> String {
    let what =
      topic.map { phrasing.term($0, "topic") }
      ?? phrasing.language(.partSection(phrasing.sectionNames(sections)))
    return phrasing.dated(what, by)
  }
}

extension Avoids: NamedFacet {
  func name(in phrasing: Phrasing) -> String { phrasing.language(.partAvoids(phrasing.term(topic, "topic"))) }
}

extension NamesBody: NamedFacet {
  func name(in phrasing: Phrasing) -> String {
    let body = phrasing.term(role, "body-role")
    return phrasing.language(withDecision ? .partBodyDecision(body) : .partBody(body))
  }
}

extension NamesParticipants: NamedFacet {
  func name(in phrasing: Phrasing) -> String {
    phrasing.language(.partParticipant(phrasing.term(type, "participant-type")))
  }
}

extension Gives: NamedFacet {
  func name(in phrasing: Phrasing) -> String {
    let sentence =
      phrasing.vocabulary.detail(detail, of: item).map { phrasing.language($0) } ?? detail
    let name = String(sentence.prefix { $0 != "." && $0 != ";" })
    return phrasing.language(.partDetail(name, token: detail, of: item))
  }
}

extension SelfAssessesMaturity: NamedFacet {
  func name(in phrasing: Phrasing) -> String { phrasing.language(.partMaturity) }
}

extension StatesCoordinateSystem: NamedFacet {
  func name(in phrasing: Phrasing) -> String { phrasing.language(.partCoordinates(system)) }
}

extension Trains: NamedFacet {
  func name(in phrasing: Phrasing) -> String {
    let who = phrasing.term(audience, "audience")
    return phrasing.dated(phrasing.language(.partTrains(who, share: phrasing.language(share))), by)
  }
}

extension PlansYears: NamedFacet {
  func name(in phrasing: Phrasing) -> String { phrasing.language(.partYear(year)) }
}

extension BudgetsAddUp: NamedFacet {
  func name(in phrasing: Phrasing) -> String { phrasing.language(.partBudgets) }
}
