import Source

// What the results of a Schematron schema say.
extension Phrase {
  static var assertFailed: Phrase { Phrase("schematron.assert-failed") }
  static var reportFired: Phrase { Phrase("schematron.report-fired") }

  static func schematronValid(rules: Int) -> Phrase {
    Phrase("schematron.valid", ["rules": .number(rules)])
  }

  static func schematronInvalid(findings: Int, rules: Int) -> Phrase {
    Phrase("schematron.invalid", ["findings": .number(findings), "rules": .number(rules)])
  }

  static func schematronIncomplete(idle: Int, rules: Int) -> Phrase {
    Phrase("schematron.incomplete", ["idle": .number(idle), "rules": .number(rules)])
  }

  static var schematronNothingMatched: Phrase { Phrase("schematron.nothing-matched") }
}
