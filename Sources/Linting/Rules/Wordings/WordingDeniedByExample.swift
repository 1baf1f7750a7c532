import XML

/// Examples of a wording that come out otherwise than they say.
struct WordingDeniedByExample: CatalogueRule {
  let card = RuleCard(
    "K095", "wording-denied-by-example", .error, .requirements,
    vi:
      "Một câu ghi là được nhận mà cách viết không nhận, hoặc ghi là bị từ chối mà cách viết lại nhận: cụm từ bị gõ "
      + "nhầm, hoặc câu nằm nhầm chỗ.",
    en:
      "A sentence is said to be accepted and the wording does not accept it, or is said to be rejected and the wording "
      + "accepts it: a phrase was mistyped, or the sentence stands in the wrong place.",
    accepts: .wordings(RuleExample.wording()),
    rejects: .wordings(
      RuleExample.wording(rejects: "Theo mô hình không tin cậy ở mọi nơi.", markRejects: "‸")))

  func check(_ source: CatalogueSource, _ report: inout RuleReport) {
    let trials = source.wordingTrials
    for (number, element) in source.wordings.enumerated() where number < trials.shown.count {
      let accepted = trials.shown[number].map { $0.contains(number) }
      // A wording that accepts none of its examples is told by a rule of its own.
      guard accepted.contains(true) else { continue }
      for (example, isAccepted) in zip(element.children("accepts"), accepted) where !isAccepted {
        report.add(
          .element(example), vi: "cách viết không nhận câu này",
          en: "the wording does not accept this sentence")
      }
      for (example, isRejected) in zip(element.children("rejects"), trials.rejected[number]) where !isRejected
      {
        report.add(.element(example), vi: "cách viết nhận câu này", en: "the wording accepts this sentence")
      }
    }
  }
}
