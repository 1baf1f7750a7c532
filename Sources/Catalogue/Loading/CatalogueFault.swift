import Source

/// Why a catalogue cannot be used: its files are valid, but what they say does not hold together.
/// Names the entry, so that its editor finds it. `Reporting` puts it into words.
package struct CatalogueFault: Error, Sendable, Equatable {
  package let source: String
  package let line: Int?
  package let entry: String
  package let kind: Kind

  package init(source: String, line: Int?, entry: String, kind: Kind) {
    self.source = source
    self.line = line
    self.entry = entry
    self.kind = kind
  }

  package enum Kind: RefusalCause {
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
    case waiverExpired(CalendarDate)
    /// A folder that is no catalogue: not there, too deep or too large.
    case notACatalogue
  }
}
