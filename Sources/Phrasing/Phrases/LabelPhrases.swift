import Source

// Labels that reports, differences and lists have in common.
extension Phrase {
  package static var plan: Phrase { Phrase("report.plan") }
  package static var place: Phrase { Phrase("report.place") }
  package static var file: Phrase { Phrase("report.file") }
  package static var asOf: Phrase { Phrase("report.as-of") }
  package static var catalogue: Phrase { Phrase("report.catalogue") }
  package static var conclusion: Phrase { Phrase("report.conclusion") }
  package static var profile: Phrase { Phrase("report.profile") }
  package static var stage: Phrase { Phrase("report.stage") }
  package static var reason: Phrase { Phrase("report.reason") }
  package static var line: Phrase { Phrase("report.line") }
  package static var position: Phrase { Phrase("report.position") }
  package static var force: Phrase { Phrase("report.force") }
  package static var verdict: Phrase { Phrase("report.verdict") }
  package static var target: Phrase { Phrase("report.target") }
  package static var instrument: Phrase { Phrase("report.instrument") }
  package static var criteria: Phrase { Phrase("report.criteria") }
  package static var coverage: Phrase { Phrase("report.coverage") }
  package static var baseline: Phrase { Phrase("report.baseline") }

  package static func edition(number: String, date: String) -> Phrase {
    Phrase("report.edition", ["number": .text(number), "date": .text(date)])
  }

  static var notOwn: Phrase { Phrase("report.not-own") }
  package static var known: Phrase { Phrase("report.known") }
  package static var notGiven: Phrase { Phrase("report.not-given") }
  package static var source: Phrase { Phrase("report.source") }
  package static var basis: Phrase { Phrase("report.basis") }
  package static var ownRule: Phrase { Phrase("report.own-rule") }
  package static var inPlan: Phrase { Phrase("report.in-plan") }
  package static var missing: Phrase { Phrase("report.missing") }
  package static var undecidedParts: Phrase { Phrase("report.undecided-parts") }
  package static var toWrite: Phrase { Phrase("report.to-write") }
  package static var toFix: Phrase { Phrase("report.to-fix") }
  package static var notInPlan: Phrase { Phrase("report.not-in-plan") }
  package static var belongsIn: Phrase { Phrase("report.belongs-in") }
  package static var provenance: Phrase { Phrase("report.provenance") }

  package static func atLine(_ line: Int, section: String) -> Phrase {
    Phrase("report.at-line", ["line": .number(line), "section": .text(section)])
  }

  package static func phaseUntil(_ year: Int) -> Phrase {
    Phrase("report.phase-until", ["year": .number(year)])
  }
}
