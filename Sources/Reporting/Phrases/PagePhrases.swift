import Source

// What the page of a gap report says.
extension Phrase {
  static var mandatoryGapList: Phrase { Phrase("page.mandatory-gap-list") }
  static var noMandatoryGaps: Phrase { Phrase("page.no-mandatory-gaps") }
  static var countsTitle: Phrase { Phrase("page.counts-title") }
  static var asTable: Phrase { Phrase("page.as-table") }
  static var phasesTitle: Phrase { Phrase("page.phases-title") }
  static var gapsHeading: Phrase { Phrase("page.gaps-heading") }
  static var search: Phrase { Phrase("page.search") }
  static var snippet: Phrase { Phrase("page.snippet") }
  static var rest: Phrase { Phrase("page.rest") }
  static var decisionsHeading: Phrase { Phrase("page.decisions-heading") }
  static var textsHeading: Phrase { Phrase("page.texts-heading") }
  static var printed: Phrase { Phrase("page.printed") }
  static var legalState: Phrase { Phrase("page.legal-state") }
  static var howHeading: Phrase { Phrase("page.how-heading") }
  static var explanation: Phrase { Phrase("page.explanation") }
  static var coveragePicture: Phrase { Phrase("page.coverage-picture") }
  static var layersHeading: Phrase { Phrase("page.layers-heading") }
  static var phaseless: Phrase { Phrase("page.phaseless") }
  static var filterByForce: Phrase { Phrase("page.filter-by-force") }
  static var allForces: Phrase { Phrase("page.all-forces") }
  static var shownCount: Phrase { Phrase("page.shown-count") }
  static var copy: Phrase { Phrase("page.copy") }
  static var copied: Phrase { Phrase("page.copied") }
  static var basesHeading: Phrase { Phrase("page.bases-heading") }
  static var skipToGaps: Phrase { Phrase("page.skip-to-gaps") }

  static func layersPresent(_ present: Int, of: Int) -> Phrase {
    Phrase("page.layers-present", ["present": .number(present), "of": .number(of)])
  }

  static func phaseSum(met: Int, of: Int) -> Phrase {
    Phrase("page.phase-sum", ["met": .number(met), "of": .number(of)])
  }

  static func dueBy(_ date: String) -> Phrase {
    Phrase("page.due-by", ["date": .text(date)])
  }
}
