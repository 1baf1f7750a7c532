import Source

// What the parts of a requirement ask for, and why they came to their state.
extension Phrase {
  package static var stated: Phrase { Phrase("parts.stated") }

  package static func absent(_ sections: String) -> Phrase {
    Phrase("parts.absent", ["sections": .text(sections)])
  }

  package static func notTranscribed(_ sections: String) -> Phrase {
    Phrase("parts.not-transcribed", ["sections": .text(sections)])
  }

  package static var nothingFound: Phrase { Phrase("parts.nothing-found") }
  package static var contradicted: Phrase { Phrase("parts.contradicted") }

  package static func citesFuture(_ texts: String) -> Phrase {
    Phrase("parts.cites-future", ["texts": .text(texts)])
  }

  package static func restsOnReplaced(_ texts: String) -> Phrase {
    Phrase("parts.rests-on-replaced", ["texts": .text(texts)])
  }

  package static func ambiguousCitation(_ texts: String) -> Phrase {
    Phrase("parts.ambiguous-citation", ["texts": .text(texts)])
  }

  package static var nothingResolved: Phrase { Phrase("parts.nothing-resolved") }

  package static func late(stated: String, limit: String) -> Phrase {
    Phrase("parts.late", ["stated": .text(stated), "limit": .text(limit)])
  }

  package static func onlyClaimed(label: String, words: String) -> Phrase {
    Phrase("parts.only-claimed", ["label": .text(label), "words": .text(words)])
  }

  package static func wouldShow(_ claim: String, sample: String) -> Phrase {
    Phrase("parts.would-show", ["claim": .text(claim), "sample": .text(sample)])
  }

  package static func claimWithoutWording(_ words: String) -> Phrase {
    Phrase("parts.claim-without-wording", ["words": .text(words)])
  }

  package static func claimNotSaid(_ words: String) -> Phrase {
    Phrase("parts.claim-not-said", ["words": .text(words)])
  }

  package static func claimDenied(_ words: String, cue: String) -> Phrase {
    Phrase("parts.claim-denied", ["words": .text(words), "cue": .text(cue)])
  }

  package static func claimAside(_ words: String, cue: String) -> Phrase {
    Phrase("parts.claim-aside", ["words": .text(words), "cue": .text(cue)])
  }

  package static func claimPutOff(_ words: String, cue: String) -> Phrase {
    Phrase("parts.claim-put-off", ["words": .text(words), "cue": .text(cue)])
  }

  package static func claimConditional(_ words: String, cue: String) -> Phrase {
    Phrase("parts.claim-conditional", ["words": .text(words), "cue": .text(cue)])
  }

  package static func claimLeftBlank(_ words: String) -> Phrase {
    Phrase("parts.claim-left-blank", ["words": .text(words)])
  }

  package static func claimUnreadable(_ words: String) -> Phrase {
    Phrase("parts.claim-unreadable", ["words": .text(words)])
  }

  package static func takenBack(_ words: String) -> Phrase {
    Phrase("parts.taken-back", ["words": .text(words)])
  }

  package static func wordsContradict(attribute: String, value: String, words: String) -> Phrase {
    Phrase(
      "parts.words-contradict", ["attribute": .text(attribute), "value": .text(value), "words": .text(words)])
  }

  package static var unreadable: Phrase { Phrase("parts.unreadable") }
  package static var unlabelled: Phrase { Phrase("parts.unlabelled") }

  package static func undated(_ limit: String) -> Phrase {
    Phrase("parts.undated", ["limit": .text(limit)])
  }

  package static func impossibleDate(_ date: String) -> Phrase {
    Phrase("parts.impossible-date", ["date": .text(date)])
  }

  package static func tooFew(_ found: Int, _ minimum: Int) -> Phrase {
    Phrase("parts.too-few", ["found": .number(found), "minimum": .number(minimum)])
  }

  package static func tooLow(stated: String, asked: String) -> Phrase {
    Phrase("parts.too-low", ["stated": .text(stated), "asked": .text(asked)])
  }

  package static func withoutDetail(_ items: String) -> Phrase {
    Phrase("parts.without-detail", ["items": .text(items)])
  }

  package static func projectSumDiffers(_ project: String, _ stated: String, _ computed: String) -> Phrase {
    Phrase(
      "parts.project-sum-differs",
      ["project": .text(project), "stated": .text(stated), "computed": .text(computed)])
  }

  package static func planSumDiffers(stated: String, computed: String) -> Phrase {
    Phrase("parts.plan-sum-differs", ["stated": .text(stated), "computed": .text(computed)])
  }

  package static var mixedUnits: Phrase { Phrase("parts.mixed-units") }

  package static func textNotInForce(_ text: String) -> Phrase {
    Phrase("parts.text-not-in-force", ["text": .text(text)])
  }

  package static var rulesBroke: Phrase { Phrase("parts.rules-broke") }

  package static func andMore(_ count: Int) -> Phrase {
    Phrase("parts.and-more", ["count": .number(count)])
  }

  package static func partCites(_ text: String) -> Phrase {
    Phrase("parts.cites", ["text": .text(text)])
  }

  package static func partCitesNoLonger(_ text: String) -> Phrase {
    Phrase("parts.cites-no-longer", ["text": .text(text)])
  }

  package static var partRestsOnTextsInForce: Phrase { Phrase("parts.rests-on-texts-in-force") }
  package static var partCitesNoFutureText: Phrase { Phrase("parts.cites-no-future-text") }

  package static func partStandards(_ list: String, _ minimum: Int) -> Phrase {
    Phrase("parts.standards", ["list": .text(list), "minimum": .number(minimum)])
  }

  package static func partAnyStandard(_ minimum: Int) -> Phrase {
    Phrase("parts.any-standard", ["minimum": .number(minimum)])
  }

  package static func partComponent(_ list: String) -> Phrase {
    Phrase("parts.component", ["list": .text(list)])
  }

  package static func partSection(_ name: String) -> Phrase {
    Phrase("parts.section", ["name": .text(name)])
  }

  package static func partAvoids(_ what: String) -> Phrase {
    Phrase("parts.avoids", ["what": .text(what)])
  }

  package static func partBodyDecision(_ role: String) -> Phrase {
    Phrase("parts.body-decision", ["role": .text(role)])
  }

  package static func partParticipant(_ type: String) -> Phrase {
    Phrase("parts.participant", ["type": .text(type)])
  }

  package static func partDetail(_ detail: String, token: String, of: String) -> Phrase {
    Phrase("parts.detail", ["detail": .text(detail), "token": .text(token), "of": .text(of)])
  }

  package static func partArchitectureOn(_ text: String) -> Phrase {
    Phrase("parts.architecture-on", ["text": .text(text)])
  }

  package static func partLink(_ platform: String) -> Phrase {
    Phrase("parts.link", ["platform": .text(platform)])
  }

  package static func partBy(_ what: String, date: String) -> Phrase {
    Phrase("parts.by", ["what": .text(what), "date": .text(date)])
  }

  package static func partTrains(_ audience: String, share: String) -> Phrase {
    Phrase("parts.trains", ["audience": .text(audience), "share": .text(share)])
  }

  package static func partYear(_ year: Int) -> Phrase {
    Phrase("parts.year", ["year": .number(year)])
  }

  package static var partBudgets: Phrase { Phrase("parts.budgets") }
  package static var partMaturity: Phrase { Phrase("parts.maturity") }

  package static func partCoordinates(_ name: String) -> Phrase {
    Phrase("parts.coordinates", ["name": .text(name)])
  }

  package static func partRules(_ sections: String) -> Phrase {
    Phrase("parts.rules", ["sections": .text(sections)])
  }

  package static var or: Phrase { Phrase("parts.or") }

  package static func partFields(_ list: String, reason: Bool) -> Phrase {
    Phrase(reason ? "parts.fields-with-reason" : "parts.fields", ["list": .text(list)])
  }

  package static func partLayer(_ name: String) -> Phrase {
    Phrase("parts.layer", ["name": .text(name)])
  }

  package static func partBody(_ role: String) -> Phrase {
    Phrase("parts.body", ["role": .text(role)])
  }
}
