import Source
import XML

/// Turns valid catalogue elements into entries. What is absent stays unknown.
struct CatalogueReader: Sendable {
  private(set) var editions: [(edition: Catalogue.Edition, origin: Origin)] = []
  private(set) var instruments: [Instrument] = []
  private(set) var standards: [Standard] = []
  private(set) var frameworks: [Framework] = []
  private(set) var indicators: [Indicator] = []
  private(set) var programme: [ProgrammeTarget] = []
  private(set) var criteria: [Criterion] = []
  private(set) var groups: [Catalogue.CriterionGroup] = []
  private(set) var examples: [CriterionExample] = []
  private(set) var wordings = WordingCollection()

  init() {}

  /// - Parameter file: the name by which entries remember where they come from.
  init(_ root: Element, file: String) {
    read(root, file: file)
    wordings = WordingCollection(root, file: file)
  }

  /// What the files of one catalogue say together, in their order.
  init(_ files: [CatalogueReader]) {
    editions = files.flatMap(\.editions)
    instruments = files.flatMap(\.instruments)
    standards = files.flatMap(\.standards)
    frameworks = files.flatMap(\.frameworks)
    indicators = files.flatMap(\.indicators)
    programme = files.flatMap(\.programme)
    criteria = files.flatMap(\.criteria)
    groups = files.flatMap(\.groups)
    examples = files.flatMap(\.examples)
    for file in files { wordings.append(file.wordings) }
  }

  private mutating func read(_ root: Element, file: String) {
    for part in root.children {
      for entry in part.name == "edition" ? [part] : Array(part.children) {
        let origin = Origin(file: file, line: entry.line)
        switch entry.name {
        case "edition": readEdition(entry, origin)
        case "instrument": instruments.append(instrument(entry, origin))
        case "standard": standards.append(standard(entry, origin))
        case "framework": frameworks.append(framework(entry, origin))
        case "indicator": indicators.append(indicator(entry, origin))
        case "target": programme.append(target(entry, origin))
        case "group":
          groups.append(
            Catalogue.CriterionGroup(
              id: entry.required("id"), title: entry.label("title"),
              isTable: ["true", "1"].contains(entry.attribute("table"))))
        case "criterion": criteria.append(criterion(entry, origin))
        case "example": examples.append(example(entry, origin))
        default: break
        }
      }
    }
  }

  private mutating func readEdition(_ element: Element, _ origin: Origin) {
    guard let date = element.date("date") else { return }
    let edition = Catalogue.Edition(
      number: element.required("number"), date: date, title: element.label("title"),
      vouches: element.integer("vouches"))
    editions.append((edition, origin))
  }

  private func instrument(_ element: Element, _ origin: Origin) -> Instrument {
    Instrument(
      id: element.required("id"), kind: Instrument.Kind(rawValue: element.required("kind")) ?? .decision,
      number: element.attribute("number"), year: element.integer("year"),
      issuer: element.attribute("issuer"), title: element.label("title"),
      aliases: element.children("alias").map(\.text), binding: element.required("binding"),
      provisions: element.children("provision").map { provision in
        Provision(
          id: provision.required("id"), article: provision.attribute("article"),
          clause: provision.attribute("clause"), point: provision.attribute("point"),
          subject: provision.label("subject"), provenance: provision.provenance)
      },
      withoutCriterion: element.children("without-criterion").map {
        PartWithoutCriterion(
          provision: $0.attribute("provision"), articles: $0.attribute("articles"), reason: $0.label("reason")
        )
      },
      reviews: element.children("review").compactMap { review in
        review.date("approved-before").map {
          ReviewOfOlderPlans(
            instrument: element.required("id"), provision: review.attribute("provision"), approvedBefore: $0,
            planKinds: review.tokens("plan-kind"), group: review.required("group"), rule: review.label("rule")
          )
        }
      },
      life: element.life, provenance: element.provenance, origin: origin)
  }

  private func standard(_ element: Element, _ origin: Origin) -> Standard {
    Standard(
      id: element.required("id"), kind: Standard.Kind(rawValue: element.required("kind")) ?? .national,
      number: element.required("number"), year: element.integer("year"), title: element.label("title"),
      aliases: element.children("alias").map(\.text), field: element.child("field")?.text,
      adopts: element.children("adopts").map {
        Standard.Adoption(reference: $0.required("reference"), degree: $0.required("degree"))
      },
      citedBy: element.children("cited-by").map {
        Standard.CitationEdge(
          instrument: $0.required("instrument"), provisions: $0.attribute("provision-text"),
          isCompulsory: $0.attribute("compulsory") == "true")
      },
      life: element.life, provenance: element.provenance, origin: origin)
  }

  private func framework(_ element: Element, _ origin: Origin) -> Framework {
    Framework(
      id: element.required("id"), instrument: element.attribute("instrument"),
      title: element.label("title"),
      layers: element.children("layer").map { layer in
        Framework.Layer(
          id: layer.required("id"),
          kind: Framework.Layer.Kind(rawValue: layer.required("kind")) ?? .horizontal,
          order: layer.integer("order") ?? 0, name: layer.label("name"), provenance: layer.provenance)
      },
      crosswalks: element.children("crosswalk").map {
        Framework.Crosswalk(from: $0.required("from"), to: $0.tokens("to"))
      },
      provenance: element.provenance, origin: origin)
  }

  private func indicator(_ element: Element, _ origin: Origin) -> Indicator {
    Indicator(
      id: element.required("id"), name: element.label("name"), unit: element.attribute("unit"),
      provenance: element.provenance, origin: origin)
  }

  private func target(_ element: Element, _ origin: Origin) -> ProgrammeTarget {
    ProgrammeTarget(
      id: element.required("id"), instrument: element.required("instrument"),
      title: element.label("title"), scopes: element.tokens("scope"), years: element.years,
      minimum: element.integer("minimum"), unit: element.attribute("unit"),
      regions: element.integer("regions"),
      cores: element.attribute("cores")?.split(separator: ",").map { String($0).collapsingWhitespace() }
        ?? [],
      region: element.attribute("region"), planKind: element.attribute("plan-kind"),
      share: element.attribute("share").flatMap { DecimalNumber($0) },
      provenance: element.provenance, origin: origin)
  }

  private func criterion(_ element: Element, _ origin: Origin) -> Criterion {
    let phase = element.child("phase")
    return Criterion(
      id: element.required("id"), force: element.force, group: element.required("group"),
      title: element.label("title"),
      bases: element.children("basis").map {
        Basis(
          instrument: $0.required("instrument"), provision: $0.attribute("provision"), force: $0.force)
      },
      ownRule: element.child("own-rule")?.label("reason"),
      dutySubject: element.child("duty-subject")?.text ?? "",
      planStatement: element.label("plan-statement"),
      phase: Phase(
        from: phase?.integer("from"), to: phase?.integer("to"), deadline: phase?.date("deadline"),
        maturity: phase?.attribute("maturity")),
      applicability: element.child("applies-when").map(applicability) ?? Applicability(),
      requirement: element.child("requirement").flatMap { $0.children.first { _ in true } }
        .flatMap { Requirement($0) },
      personJudges: element.child("person-judges")?.label("reason"),
      remedy: element.child("remedy").map(remedy), provenance: element.provenance,
      schemeTarget: element.attribute("scheme-target"), origin: origin)
  }

  private func example(_ element: Element, _ origin: Origin) -> CriterionExample {
    let other: Set<String> = ["criterion", "expect", "as-of"]
    return CriterionExample(
      criterion: element.required("criterion"), expected: element.required("expect"),
      claim: element.label("claim"), asOf: element.date("as-of"),
      settings: Dictionary(element.attributes.filter { !other.contains($0.name) }.map { ($0.name, $0.value) })
      {
        first, _ in first
      },
      sections: element.children.filter { $0.name != "claim" }.map { $0.serialized() }
        .joined(separator: "\n"),
      origin: origin)
  }

  private func applicability(_ element: Element) -> Applicability {
    var result = Applicability()
    for condition in element.children {
      switch condition.name {
      case "plan-kind": result.planKinds = condition.tokens("values")
      case "city-level": result.cityLevels = condition.tokens("values")
      case "urban-class": result.urbanClasses = condition.tokens("values")
      case "stage": result.stages = condition.tokens("values")
      case "region": result.regions = condition.tokens("values")
      case "plan-period": result.periodOverlaps = condition.years
      case "as-of": result.asOf = condition.dates
      case "plan-has":
        result.presences.append(
          Applicability.Presence(
            sections: condition.tokens("section"), topics: condition.tokens("topic")))
      case "aims-at-level": result.aimsAtLevel = condition.attribute("level")
      default: break
      }
    }
    return result
  }

  private func remedy(_ element: Element) -> Remedy {
    let snippet = element.child("snippet").map { snippet in
      snippet.children.map { $0.serialized() }.joined(separator: "\n")
    }
    return Remedy(advice: element.label("advice"), snippet: snippet)
  }
}

extension Element {
  /// An attribute that the schema requires; empty only in a file that was never validated.
  func required(_ name: String) -> String { attribute(name) ?? "" }

  func integer(_ name: String) -> Int? { attribute(name).flatMap { Int($0) } }

  func date(_ name: String) -> CalendarDate? { attribute(name).flatMap { CalendarDate($0) } }

  func tokens(_ name: String) -> [String] {
    attribute(name)?.split { $0 == " " || $0.isNewline || $0 == "\t" }.map(String.init) ?? []
  }

  func label(_ name: String) -> Label {
    func text(_ language: String) -> String? {
      children.first { $0.name == name && $0.attribute("lang") == language }?.text
    }
    return Label(vietnamese: text("vi"), english: text("en"))
  }

  var force: Force { Force(rawValue: required("force")) ?? .drafting }

  /// `from` and `to` in years; an open end reaches as far as the schema's years do.
  var years: ClosedRange<Int>? {
    let from = integer("from") ?? 1900
    let to = integer("to") ?? 2100
    guard attribute("from") != nil || attribute("to") != nil, from <= to else { return nil }
    return from...to
  }

  var dates: ClosedRange<CalendarDate>? {
    guard let first = date("from") ?? CalendarDate(year: 1, month: 1, day: 1),
      let last = date("to") ?? CalendarDate(year: 9999, month: 12, day: 31), first <= last
    else { return nil }
    return first...last
  }

  var provenance: Provenance {
    let element = child("provenance")
    return Provenance(
      mark: element.flatMap { Mark(rawValue: $0.required("mark")) } ?? .fromMemory,
      tier: element?.required("tier") ?? "none", source: element?.attribute("source"),
      read: element?.date("read"), notes: element?.children("note").map(\.text) ?? [])
  }

  var life: Life {
    func edges(_ name: String) -> [Life.Edge] {
      children(name).map { Life.Edge(id: $0.required("ref"), on: $0.date("on")) }
    }
    return Life(
      year: integer("year"), issued: date("issued"), effectiveFrom: date("effective-from"),
      effectiveTo: date("effective-to"),
      replaces: edges("replaces"), replacedBy: edges("replaced-by"), amends: edges("amends"),
      repealsInPart: children("repeals-in-part").map {
        Life.PartialRepeal(
          id: $0.required("ref"), on: $0.date("on"), provisions: $0.children("provision-text").map(\.text))
      },
      transitions: children("transition").compactMap { element in
        element.date("approved-before").map {
          Life.Transition(
            successor: element.required("successor"), approvedBefore: $0,
            clause: element.attribute("clause"), rule: element.label("rule"))
        }
      })
  }
}
