import Source

/// Why a catalogue, a profile or a person's decisions cannot be used: the files are valid, but what they say does
/// not hold together. The refusal names the entry, so that its editor finds it.
package enum CatalogueFault: RefusalCause {
  case repeatedID(first: String)
  case danglingReference(to: String, expected: String)
  case noEdition
  case repeatedEdition
  case noCriteria
  case noFiles
  case replacementCycle([String])
  case endsBeforeItStarts
  case forceDiffersFromBases
  case mandatoryWithoutBasis
  /// A requirement names something that a plan cannot hold, so that it would silently never match.
  case unknownToken(String, list: String)
  /// A requirement that asks for nothing, such as a range of years that runs backwards.
  case emptyRequirement
  /// A profile leaves out a criterion that is or may be mandatory.
  case loosensMandatory(String)
  /// A profile's basis gives no more force than the criterion has.
  case doesNotTighten(String)
  /// A day of an entry lies outside the years in which a text can live.
  case dayOutOfRange(CalendarDate)
  /// An entry was issued after the edition that holds it.
  case editionOlderThanEntry(edition: CalendarDate, issued: CalendarDate)
  /// A text that is to take over the bases of another, and does not replace it.
  case doesNotReplace(String)
  /// A folder that is no catalogue: not there, too deep or too large.
  case notACatalogue
}

extension CatalogueFault {
  package var phrase: Phrase {
    switch self {
    case .repeatedID(let first): Phrase("refusals.catalogue-repeated", ["first": .text(first)])
    case .danglingReference(let target, let expected):
      Phrase("refusals.catalogue-dangling", ["to": .text(target), "expected": .text(expected)])
    case .noEdition: Phrase("refusals.catalogue-no-edition")
    case .repeatedEdition: Phrase("refusals.catalogue-editions")
    case .noCriteria: Phrase("refusals.catalogue-no-criteria")
    case .noFiles: Phrase("refusals.catalogue-no-files")
    case .replacementCycle(let path):
      Phrase("refusals.catalogue-cycle", ["path": .text(path.joined(separator: " → "))])
    case .endsBeforeItStarts: Phrase("refusals.catalogue-interval")
    case .forceDiffersFromBases: Phrase("refusals.catalogue-force")
    case .mandatoryWithoutBasis: Phrase("refusals.catalogue-own-rule-force")
    case .unknownToken(let token, let list):
      Phrase("refusals.catalogue-token", ["token": .text(token), "list": .text(list)])
    case .emptyRequirement: Phrase("refusals.catalogue-empty-requirement")
    case .loosensMandatory(let criterion):
      Phrase("refusals.catalogue-loosens", ["criterion": .text(criterion)])
    case .doesNotTighten(let criterion):
      Phrase("refusals.catalogue-no-tightening", ["criterion": .text(criterion)])
    case .dayOutOfRange(let date):
      Phrase(
        "refusals.catalogue-day-out-of-range",
        [
          "date": .date(date), "first": .number(Life.years.lowerBound),
          "last": .number(Life.years.upperBound),
        ])
    case .editionOlderThanEntry(let edition, let issued):
      Phrase("refusals.catalogue-edition-older", ["edition": .date(edition), "issued": .date(issued)])
    case .doesNotReplace(let old): Phrase("refusals.catalogue-does-not-replace", ["old": .text(old)])
    case .notACatalogue: Phrase("refusals.not-a-catalogue")
    }
  }
}
