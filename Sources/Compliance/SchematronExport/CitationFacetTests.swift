// Facets about the texts that a plan prints.
extension FacetTests {
  /// What a plan must not rest on counts as it is printed; what it is asked to show has to be filled in.
  private static let filledIn = "[\(XPath.given("."))]"
  private static let printedBases = "[self::p:legal-basis][not(normalize-space(@role)='background')]"
  private static let bases = printedBases + filledIn
  private static let printedStandards = "[self::p:standard]"
  private static let standards = printedStandards + filledIn

  func cites(_ id: String) -> PartTests {
    cited(id, Self.bases, in: "legal-bases")
  }

  func basesArchitectureOn(_ id: String) -> PartTests {
    cited(id, "[self::p:based-on]" + Self.filledIn, in: "architecture")
  }

  private func cited(_ id: String, _ place: String, in section: String) -> PartTests {
    let cites = XPathTest.expression("boolean($is-\(id)\(place))")
    let mayCite = XPathTest.expression("boolean($may-\(id)\(place))")
    return PartTests(
      asked: law.isInForce(id), holds: cites, fails: .all([!cites, !mayCite, areComplete([section])]))
  }

  func citesNoLonger(_ id: String) -> PartTests {
    let cites = XPathTest.expression("boolean($is-\(id)\(Self.printedBases))")
    let mayCite = XPathTest.expression("boolean($may-\(id)\(Self.printedBases))")
    return PartTests(
      asked: law.isOver(id), holds: .all([!cites, !mayCite, areComplete(["legal-bases"])]), fails: cites)
  }

  /// The standards that a plan applies are texts that it rests on, as its legal bases are.
  func restsOnTextsInForce() -> PartTests {
    let entries = catalogue.instruments.map(\.id) + catalogue.standards.map(\.id)
    func over(_ prefix: String) -> XPathTest {
      .any(
        entries.map { id in
          let nodes = XPathTest.any(
            [Self.printedBases, Self.printedStandards].map { .expression("boolean($\(prefix)-\(id)\($0))") })
          return law.isOver(id) && nodes
        })
    }
    let replaced = over("is")
    let basis = XPathTest.expression("boolean($printed\(Self.bases))")
    let known = XPathTest.expression("boolean($cited\(Self.bases))")
    let complete = areComplete(["legal-bases", "standards-applied", "architecture"])
    return PartTests(
      holds: .all([!replaced, complete, known, !over("may")]),
      fails: replaced || (!basis && areComplete(["legal-bases"])))
  }

  /// Looks at the plan's own date, so that each text is compared with its first day.
  func citesNoFutureText() -> PartTests {
    let texts = "[self::p:legal-basis or self::p:standard]"
    let later = XPathTest.any(
      (catalogue.instruments.map(\.id) + catalogue.standards.map(\.id)).compactMap { id in
        law.startsAfterOwnDate(id).map { .expression("boolean($is-\(id)\(texts))") && $0 }
      })
    let none = !XPathTest.expression("boolean(/p:master-plan/p:legal-bases/p:legal-basis)")
    let complete = areComplete(["legal-bases", "standards-applied", "architecture"])
    return PartTests(
      holds: .all([!later, complete, !none]), fails: later || (none && areComplete(["legal-bases"])))
  }

  func appliesStandards(_ ids: [String], _ minimum: Int) -> PartTests {
    let counted = catalogue.standards.map(\.id).filter { ids.isEmpty || ids.contains($0) }.sorted()
    func sets(_ prefix: String) -> [String] {
      counted.compactMap { id in
        switch law.isOver(id) {
        case .constant(true): nil
        case .constant(false): "$\(prefix)-\(id)\(Self.standards)"
        case .expression(let over): "$\(prefix)-\(id)\(Self.standards)[not(\(over))]"
        }
      }
    }
    let holds = count(of: sets("is"), atLeast: minimum)
    let open = count(of: sets("may"), atLeast: 1)
    return PartTests(
      holds: holds, fails: .all([!holds, !open, areComplete(["standards-applied", "architecture"])]))
  }
}
