import Catalogue

/// The variables of the schema that say which prints of the plan cite which entry of the catalogue:
/// `$is-ID` and `$may-ID`, both sets of elements.
struct PrintDefinitions {
  /// Name and XPath of each variable, in the order of the catalogue.
  let variables: [(name: String, value: String)]

  init(_ catalogue: Catalogue) {
    let instruments = catalogue.instruments.compactMap { InstrumentPrints($0) }
    let standards = catalogue.standards.map { StandardPrints($0) }
    let byNumber = instruments.map { $0.sets(instruments) } + standards.map { $0.sets(standards) }
    let byName = NamePrints(catalogue).sets()
    let numbered = Dictionary(byNumber.map { ($0.id, $0) }) { first, _ in first }
    let named = Dictionary(byName.map { ($0.id, $0) }) { first, _ in first }
    var variables: [(name: String, value: String)] = InstrumentPrints.kindVariables
    let serials = Set(instruments.map { "\($0.serial)" } + standards.map(\.serial))
    variables += serials.sorted().map { PrintSets.serialVariable($0) }
    // What is cited by number is not looked up by name.
    for sets in byNumber {
      variables.append(("number-\(sets.id)", PrintSets.union(sets.cites)))
      variables.append(("number-may-\(sets.id)", PrintSets.union(sets.mayCite)))
    }
    let all = byNumber.flatMap { ["$number-\($0.id)"] + ($0.mayCite.isEmpty ? [] : ["$number-may-\($0.id)"]) }
    variables.append(("numbered", PrintSets.union(all)))
    variables.append(("unnumbered", "$printed[not(\(PrintSets.condition(in: "$numbered")))]"))
    let ids = catalogue.instruments.map(\.id) + catalogue.standards.map(\.id)
    for id in ids {
      let isNumbered = numbered[id] != nil
      let cites = (isNumbered ? ["$number-\(id)"] : []) + (named[id]?.cites ?? [])
      let mayCite = (isNumbered ? ["$number-may-\(id)"] : []) + (named[id]?.mayCite ?? [])
      variables.append(("is-\(id)", PrintSets.union(cites)))
      variables.append(("may-\(id)", PrintSets.union(mayCite)))
    }
    variables.append(("cited", PrintSets.union(ids.map { "$is-\($0)" })))
    // Lines in an encoding from before Unicode, which may name any text.
    let signs = XPath.quoted(PrintFolding.oldSigns)
    variables.append(
      (
        "unreadable",
        "$printed[string-length(.)-string-length(translate(.,\(signs),''))>=3]"
          + "[not(\(PrintSets.condition(in: "$cited")))]"
      ))
    self.variables = variables
  }
}
