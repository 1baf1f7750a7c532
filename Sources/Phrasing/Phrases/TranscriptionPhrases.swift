import Source

// What a look at a file finds before it is judged.
extension Phrase {
  package static func transcriptionHeading(file: String) -> Phrase {
    Phrase("transcription.heading", ["file": .text(file)])
  }

  package static func transcriptionSum(errors: Int, warnings: Int) -> Phrase {
    Phrase("transcription.sum", ["errors": .number(errors), "warnings": .number(warnings)])
  }

  static func transcribedAt(_ found: String, line: Int) -> Phrase {
    Phrase("transcription.at", ["found": .text(found), "line": .number(line)])
  }

  static var sectionAbsent: Phrase { Phrase("transcription.section-absent") }
  static var sectionFromTemplate: Phrase { Phrase("transcription.section-from-template") }
  static var reversedInterval: Phrase { Phrase("transcription.reversed") }
  static var impossibleYear: Phrase { Phrase("transcription.impossible-year") }
  static var beforePlan: Phrase { Phrase("transcription.before-plan") }
  static var dueBeforePlan: Phrase { Phrase("transcription.due-before-plan") }
  static var wordsAgainstDates: Phrase { Phrase("transcription.words-against-dates") }
  static var existingInFuture: Phrase { Phrase("transcription.existing-in-future") }
  static var outsidePeriod: Phrase { Phrase("transcription.outside-period") }
  static var longTrial: Phrase { Phrase("transcription.long-trial") }
  static var thousandsAsDecimals: Phrase { Phrase("transcription.thousands-as-decimals") }
  static var threeDecimals: Phrase { Phrase("transcription.three-decimals") }
  static var amountsByUnit: Phrase { Phrase("transcription.amounts-by-unit") }
  static var scaleOfTotals: Phrase { Phrase("transcription.scale-of-totals") }
  static var amountsOfNothing: Phrase { Phrase("transcription.amounts-of-nothing") }
  static var moreLabelsThanClauses: Phrase { Phrase("transcription.more-labels-than-clauses") }
  static var sameIdentifier: Phrase { Phrase("transcription.same-identifier") }
}
