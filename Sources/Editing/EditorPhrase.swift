import Catalogue
import Compliance
import Languages
import Linting
import Source

/// What the editor of a catalogue reads.
struct EditorPhrase: Sayable {
  let phrase: Phrase

  private init(_ key: StaticString, _ arguments: KeyValuePairs<StaticString, Phrase.Argument> = [:]) {
    phrase = Phrase(key, arguments)
  }

  static var hasNoRequirement: EditorPhrase { EditorPhrase("editing.has-no-requirement") }
  static var noAcceptingExample: EditorPhrase { EditorPhrase("editing.no-accepting-example") }
  static var noRejectingExample: EditorPhrase { EditorPhrase("editing.no-rejecting-example") }
  static var sampleOfRemedy: EditorPhrase { EditorPhrase("editing.sample-of-remedy") }

  static func comesTo(expected: String, found: String) -> EditorPhrase {
    EditorPhrase("editing.comes-to", ["expected": .text(expected), "found": .text(found)])
  }

  static func strayExample(_ id: String) -> EditorPhrase {
    EditorPhrase("editing.stray-example", ["id": .text(id)])
  }

  static func survives(_ mutation: String) -> EditorPhrase {
    EditorPhrase("editing.survives", ["mutation": .text(mutation)])
  }

  static func leftOut(_ part: String) -> EditorPhrase {
    EditorPhrase("editing.left-out", ["part": .text(part)])
  }

  static var oneIsEnough: EditorPhrase { EditorPhrase("editing.one-is-enough") }
  static var allAreAsked: EditorPhrase { EditorPhrase("editing.all-are-asked") }

  static func silenced(_ number: Int) -> EditorPhrase {
    EditorPhrase("editing.silenced", ["number": .number(number)])
  }

  static func removable(rule: String, entry: String) -> EditorPhrase {
    EditorPhrase("editing.removable", ["rule": .text(rule), "entry": .text(entry)])
  }

  static func leftAlone(_ file: String) -> EditorPhrase {
    EditorPhrase("editing.left-alone", ["file": .text(file)])
  }

  static var rejectingExample: EditorPhrase { EditorPhrase("editing.rejecting-example") }
  static var acceptingExample: EditorPhrase { EditorPhrase("editing.accepting-example") }
  static var isRepaired: EditorPhrase { EditorPhrase("editing.is-repaired") }
  static var entryKind: EditorPhrase { EditorPhrase("editing.entry-kind") }
  static var entryID: EditorPhrase { EditorPhrase("editing.entry-id") }
  static var entryNumber: EditorPhrase { EditorPhrase("editing.entry-number") }
  static var entryState: EditorPhrase { EditorPhrase("editing.entry-state") }
  static var entryTitle: EditorPhrase { EditorPhrase("editing.entry-title") }
  static var statisticEntries: EditorPhrase { EditorPhrase("editing.statistic-entries") }
  static var statisticMarks: EditorPhrase { EditorPhrase("editing.statistic-marks") }

  static func statisticStates(_ date: String) -> EditorPhrase {
    EditorPhrase("editing.statistic-states", ["date": .text(date)])
  }

  static var statisticForces: EditorPhrase { EditorPhrase("editing.statistic-forces") }
  static var statisticWordings: EditorPhrase { EditorPhrase("editing.statistic-wordings") }
  static var statisticDenials: EditorPhrase { EditorPhrase("editing.statistic-denials") }
  static var allInOrder: EditorPhrase { EditorPhrase("editing.all-in-order") }
  static var wordingWays: EditorPhrase { EditorPhrase("editing.wording-ways") }
  static var wordingUnless: EditorPhrase { EditorPhrase("editing.wording-unless") }
  static var wordingAccepts: EditorPhrase { EditorPhrase("editing.wording-accepts") }
  static var wordingRejects: EditorPhrase { EditorPhrase("editing.wording-rejects") }
  static var wordingSeen: EditorPhrase { EditorPhrase("editing.wording-seen") }

  static func doesNotAccept(_ text: String) -> EditorPhrase {
    EditorPhrase("editing.does-not-accept", ["text": .text(text)])
  }

  static func doesNotReject(_ text: String) -> EditorPhrase {
    EditorPhrase("editing.does-not-reject", ["text": .text(text)])
  }

  static func wayLeftOut(_ way: Int) -> EditorPhrase {
    EditorPhrase("editing.way-left-out", ["way": .number(way)])
  }

  static func partLeftOut(_ part: Int, way: Int) -> EditorPhrase {
    EditorPhrase("editing.part-left-out", ["part": .number(part), "way": .number(way)])
  }

  static func orderIgnored(_ way: Int) -> EditorPhrase {
    EditorPhrase("editing.order-ignored", ["way": .number(way)])
  }
  static var unlessLeftOut: EditorPhrase { EditorPhrase("editing.unless-left-out") }
  static var denialsIgnored: EditorPhrase { EditorPhrase("editing.denials-ignored") }
  static var statisticChecks: EditorPhrase { EditorPhrase("editing.statistic-checks") }
  static var checkedByMachine: EditorPhrase { EditorPhrase("editing.checked-by-machine") }
  static var evidenceNotVerified: EditorPhrase { EditorPhrase("editing.evidence-not-verified") }
  static var judgedByPerson: EditorPhrase { EditorPhrase("editing.judged-by-person") }
  static var exitConforming: EditorPhrase { EditorPhrase("editing.exit-conforming") }
  static var exitGaps: EditorPhrase { EditorPhrase("editing.exit-gaps") }
  static var exitRefused: EditorPhrase { EditorPhrase("editing.exit-refused") }
  static var exitIncomplete: EditorPhrase { EditorPhrase("editing.exit-incomplete") }
  static var exitUsage: EditorPhrase { EditorPhrase("editing.exit-usage") }
  static var exitFault: EditorPhrase { EditorPhrase("editing.exit-fault") }
  static var appliesWhen: EditorPhrase { EditorPhrase("editing.applies-when") }
  static var asksFor: EditorPhrase { EditorPhrase("editing.asks-for") }
  static var toClose: EditorPhrase { EditorPhrase("editing.to-close") }
  static var evidence: EditorPhrase { EditorPhrase("editing.evidence") }
  static var allOf: EditorPhrase { EditorPhrase("editing.all-of") }
  static var oneOf: EditorPhrase { EditorPhrase("editing.one-of") }
  static var changesMeaning: EditorPhrase { EditorPhrase("editing.changes-meaning") }
  static var mustBeChecked: EditorPhrase { EditorPhrase("editing.must-be-checked") }
  static var criterionRemoved: EditorPhrase { EditorPhrase("editing.criterion-removed") }
  static var criterionAdded: EditorPhrase { EditorPhrase("editing.criterion-added") }
  static var ruleName: EditorPhrase { EditorPhrase("editing.rule-name") }
  static var ruleSeverity: EditorPhrase { EditorPhrase("editing.rule-severity") }
  static var ruleCategory: EditorPhrase { EditorPhrase("editing.rule-category") }
  static var ruleRepair: EditorPhrase { EditorPhrase("editing.rule-repair") }
  static var ruleForce: EditorPhrase { EditorPhrase("editing.rule-force") }
  static var ruleEvidence: EditorPhrase { EditorPhrase("editing.rule-evidence") }
  static var rulesTitle: EditorPhrase { EditorPhrase("editing.rules-title") }

  static func criteriaTitle(_ edition: String) -> EditorPhrase {
    EditorPhrase("editing.criteria-title", ["edition": .text(edition)])
  }

  static func textsTitle(_ edition: String) -> EditorPhrase {
    EditorPhrase("editing.texts-title", ["edition": .text(edition)])
  }

  static var instrumentsTitle: EditorPhrase { EditorPhrase("editing.instruments-title") }
  static var standardsTitle: EditorPhrase { EditorPhrase("editing.standards-title") }
  static var lifeIssued: EditorPhrase { EditorPhrase("editing.life-issued") }
  static var lifeFrom: EditorPhrase { EditorPhrase("editing.life-from") }
  static var lifeTo: EditorPhrase { EditorPhrase("editing.life-to") }
  static var lifeReplacedBy: EditorPhrase { EditorPhrase("editing.life-replaced-by") }
  static var writtenByMakeDocs: EditorPhrase { EditorPhrase("editing.written-by-make-docs") }

  private static func error(_ count: Int) -> Phrase.Argument {
    .phrase(Phrase(count == 1 ? "editing.one-error" : "editing.many-error", ["count": .number(count)]))
  }

  private static func warning(_ count: Int) -> Phrase.Argument {
    .phrase(Phrase(count == 1 ? "editing.one-warning" : "editing.many-warning", ["count": .number(count)]))
  }

  private static func note(_ count: Int) -> Phrase.Argument {
    .phrase(Phrase(count == 1 ? "editing.one-note" : "editing.many-note", ["count": .number(count)]))
  }

  private static func file(_ count: Int) -> Phrase.Argument {
    .phrase(Phrase(count == 1 ? "editing.one-file" : "editing.many-file", ["count": .number(count)]))
  }

  private static func entry(_ count: Int) -> Phrase.Argument {
    .phrase(Phrase(count == 1 ? "editing.one-entry" : "editing.many-entry", ["count": .number(count)]))
  }

  private static func finding(_ count: Int) -> Phrase.Argument {
    .phrase(Phrase(count == 1 ? "editing.one-finding" : "editing.many-finding", ["count": .number(count)]))
  }

  private static func criterion(_ count: Int) -> Phrase.Argument {
    .phrase(
      Phrase(count == 1 ? "editing.one-criterion" : "editing.many-criterion", ["count": .number(count)]))
  }

  private static func example(_ count: Int) -> Phrase.Argument {
    .phrase(Phrase(count == 1 ? "editing.one-example" : "editing.many-example", ["count": .number(count)]))
  }

  private static func mutation(_ count: Int) -> Phrase.Argument {
    .phrase(Phrase(count == 1 ? "editing.one-mutation" : "editing.many-mutation", ["count": .number(count)]))
  }

  private static func criterionAsks(_ count: Int) -> Phrase.Argument {
    .phrase(
      Phrase(
        count == 1 ? "editing.one-criterion-asks" : "editing.many-criterion-asks", ["count": .number(count)]))
  }

  private static func verdict(_ count: Int) -> Phrase.Argument {
    .phrase(Phrase(count == 1 ? "editing.one-verdict" : "editing.many-verdict", ["count": .number(count)]))
  }

  private static func subject(_ count: Int) -> Phrase.Argument {
    .phrase(Phrase(count == 1 ? "editing.one-subject" : "editing.many-subject", ["count": .number(count)]))
  }

  static func lintSummary(errors: Int, warnings: Int, notes: Int, files: Int, entries: Int) -> EditorPhrase {
    EditorPhrase(
      "editing.lint-summary",
      [
        "errors": error(errors), "warnings": warning(warnings), "notes": note(notes), "files": file(files),
        "entries": entry(entries),
      ])
  }

  static func suppressed(_ count: Int) -> EditorPhrase {
    EditorPhrase("editing.suppressed", ["findings": finding(count)])
  }

  static func known(_ count: Int) -> EditorPhrase {
    EditorPhrase("editing.known", ["findings": finding(count)])
  }

  static func repaired(file: String, count: Int) -> EditorPhrase {
    EditorPhrase(
      count == 1 ? "editing.one-repair" : "editing.many-repairs",
      ["file": .text(file), "count": .number(count)])
  }

  static func severity(_ severity: Severity) -> EditorPhrase {
    switch severity {
    case .error: EditorPhrase("editing.severity-error")
    case .warning: EditorPhrase("editing.severity-warning")
    case .note: EditorPhrase("editing.severity-note")
    }
  }

  static func category(_ category: Linting.Category) -> EditorPhrase {
    switch category {
    case .identity: EditorPhrase("editing.category-identity")
    case .references: EditorPhrase("editing.category-references")
    case .time: EditorPhrase("editing.category-time")
    case .force: EditorPhrase("editing.category-force")
    case .provenance: EditorPhrase("editing.category-provenance")
    case .requirements: EditorPhrase("editing.category-requirements")
    case .language: EditorPhrase("editing.category-language")
    case .form: EditorPhrase("editing.category-form")
    }
  }

  static func meaning(_ verdict: Verdict) -> EditorPhrase {
    switch verdict {
    case .met: EditorPhrase("editing.meaning-met")
    case .partial: EditorPhrase("editing.meaning-partial")
    case .gap: EditorPhrase("editing.meaning-gap")
    case .unknown: EditorPhrase("editing.meaning-unknown")
    case .notApplicable: EditorPhrase("editing.meaning-not-applicable")
    case .notAssessed: EditorPhrase("editing.meaning-not-assessed")
    case .waived: EditorPhrase("editing.meaning-waived")
    }
  }

  static func meaningOfForce(_ force: Force) -> EditorPhrase {
    switch force {
    case .mandatory: EditorPhrase("editing.meaning-mandatory")
    case .presumed: EditorPhrase("editing.meaning-presumed")
    case .recommended: EditorPhrase("editing.meaning-recommended")
    case .drafting: EditorPhrase("editing.meaning-drafting")
    }
  }

  static func proofOfCriterion(examples: Int, mutations: Int, survivors: Int) -> EditorPhrase {
    EditorPhrase(
      "editing.proof-of-criterion",
      ["examples": example(examples), "mutations": mutation(mutations), "survivors": .number(survivors)])
  }

  static func proofSummary(
    criteria: Int, provable: Int, proved: Int, examples: Int, mutations: Int, survivors: Int
  ) -> EditorPhrase {
    EditorPhrase(
      "editing.proof-summary",
      [
        "criteria": criterion(criteria), "provable": .number(provable), "proved": .number(proved),
        "examples": example(examples), "mutations": mutation(mutations), "survivors": .number(survivors),
      ])
  }

  static func wordingProofSummary(
    wordings: Int, proved: Int, examples: Int, mutations: Int, survivors: Int, alternatives: Int, unseen: Int
  ) -> EditorPhrase {
    EditorPhrase(
      "editing.wording-proof-summary",
      [
        "wordings": .number(wordings), "proved": .number(proved), "examples": example(examples),
        "mutations": mutation(mutations), "survivors": .number(survivors),
        "alternatives": .number(alternatives), "unseen": .number(unseen),
      ])
  }

  static func differenceSummary(
    added: Int, removed: Int, changed: Int, meanings: Int, subjects: Int, verdicts: Int
  ) -> EditorPhrase {
    EditorPhrase(
      "editing.difference-summary",
      [
        "added": entry(added), "removed": .number(removed), "changed": .number(changed),
        "meanings": criterionAsks(meanings), "verdicts": verdict(verdicts), "subjects": subject(subjects),
      ])
  }
}

extension EditorPhrase {
  /// What an exit status means; nil for one that the program never gives.
  static func exitStatus(_ status: Int) -> EditorPhrase? {
    switch status {
    case 0: .exitConforming
    case 1: .exitGaps
    case 2: .exitRefused
    case 3: .exitIncomplete
    case 64: .exitUsage
    case 70: .exitFault
    default: nil
    }
  }
}

extension Language {
  /// So that a phrase of the editor needs no more than a point before its name.
  func callAsFunction(_ phrase: EditorPhrase) -> String { self(phrase.phrase) }

  /// How many repairs changed a file.
  package func repaired(_ file: String, count: Int) -> String {
    message(EditorPhrase.repaired(file: file, count: count))
  }

  /// A file that repairs would not make valid.
  package func leftAlone(_ file: String) -> String { message(EditorPhrase.leftAlone(file)) }
}
