import Source

// What a gap report says beside its findings.
extension Phrase {
  static var gapReport: Phrase { Phrase("report.gap-report") }
  static var layerTable: Phrase { Phrase("report.layer-table") }
  static var layer: Phrase { Phrase("report.layer") }
  static var point: Phrase { Phrase("report.point") }
  static var pointAsks: Phrase { Phrase("report.point-asks") }
  static var components: Phrase { Phrase("report.components") }
  static var total: Phrase { Phrase("report.total") }

  static func gapsTitle(_ count: Int) -> Phrase {
    Phrase("report.gaps-title", ["count": .number(count)])
  }

  static func unknownTitle(_ count: Int) -> Phrase {
    Phrase("report.unknown-title", ["count": .number(count)])
  }

  static func notAssessedTitle(_ count: Int) -> Phrase {
    Phrase("report.not-assessed-title", ["count": .number(count)])
  }

  static func metTitle(_ count: Int) -> Phrase {
    Phrase("report.met-title", ["count": .number(count)])
  }

  static func notApplicableTitle(_ count: Int) -> Phrase {
    Phrase("report.not-applicable-title", ["count": .number(count)])
  }

  static func citedTexts(_ count: Int) -> Phrase {
    Phrase("report.cited-texts", ["count": .number(count)])
  }

  static var citedLabel: Phrase { Phrase("report.cited") }

  static func citedCounts(_ count: Int, unknown: Int) -> Phrase {
    Phrase("report.cited-counts", ["count": .number(count), "unknown": .number(unknown)])
  }

  static func waivedTitle(_ count: Int) -> Phrase {
    Phrase("report.waived-title", ["count": .number(count)])
  }

  static func decisionsTitle(_ count: Int) -> Phrase {
    Phrase("report.decisions-title", ["count": .number(count)])
  }

  static func refusedTitle(_ count: Int) -> Phrase {
    Phrase("report.refused-title", ["count": .number(count)])
  }

  static func knownTitle(_ count: Int) -> Phrase {
    Phrase("report.known-title", ["count": .number(count)])
  }

  static func rulesTitle(_ count: Int) -> Phrase {
    Phrase("report.rules-title", ["count": .number(count)])
  }

  static var noGaps: Phrase { Phrase("report.no-gaps") }
  static var legend: Phrase { Phrase("report.legend") }

  static func beforeWaivers(gap: Int, partial: Int) -> Phrase {
    Phrase("report.before-waivers", ["gap": .number(gap), "partial": .number(partial)])
  }

  static func knownNote(_ count: Int) -> Phrase {
    Phrase("report.known-note", ["count": .number(count)])
  }

  static var background: Phrase { Phrase("report.background") }
  static var stageNamed: Phrase { Phrase("report.stage-named") }
  static var stageOfPlan: Phrase { Phrase("report.stage-of-plan") }
  static var noNewGaps: Phrase { Phrase("report.no-new-gaps") }
  static var oscalCatalogue: Phrase { Phrase("report.oscal-catalogue") }
  static var planOfAction: Phrase { Phrase("report.plan-of-action") }
  static var explanationTitle: Phrase { Phrase("report.explanation-title") }
}
