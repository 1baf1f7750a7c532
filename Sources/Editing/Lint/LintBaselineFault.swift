import Source

/// Why the findings that are known already cannot be had.
enum LintBaselineFault: RefusalCause {
  case notABaseline

  var phrase: Phrase { Phrase("refusals.not-a-report") }
}
