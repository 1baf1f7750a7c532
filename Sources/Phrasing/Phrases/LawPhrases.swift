import Catalogue
import Source

// Instruments, provisions and what they were on a day.
extension Phrase {
  package static func notIssued(_ date: String) -> Phrase {
    Phrase("law.not-issued", ["date": .text(date)])
  }

  package static func notYetInForce(_ date: String) -> Phrase {
    Phrase("law.not-yet-in-force", ["date": .text(date)])
  }

  package static func inForce(_ date: String) -> Phrase {
    Phrase("law.in-force", ["date": .text(date)])
  }

  package static func presumedInForce(_ date: String) -> Phrase {
    Phrase("law.presumed-in-force", ["date": .text(date)])
  }

  package static func presumedSince(_ year: Int) -> Phrase {
    Phrase("law.presumed-since", ["year": .number(year)])
  }

  package static func notBefore(_ year: Int) -> Phrase {
    Phrase("law.not-before", ["year": .number(year)])
  }

  package static var undatedText: Phrase { Phrase("law.undated-text") }

  package static func ended(_ date: String) -> Phrase {
    Phrase("law.ended", ["date": .text(date)])
  }

  package static func keptByTransition(by: String, before: String) -> Phrase {
    Phrase("law.kept-by-transition", ["by": .text(by), "before": .text(before)])
  }

  package static func bindsElsewhere(_ issuer: String) -> Phrase {
    Phrase("law.binds-elsewhere", ["issuer": .text(issuer)])
  }

  package static func repealedInPart(by: String, on: String, what: String) -> Phrase {
    Phrase("law.repealed-in-part", ["by": .text(by), "on": .text(on), "what": .text(what)])
  }

  package static var stateUnknown: Phrase { Phrase("law.state-unknown") }
  package static var notInCatalogue: Phrase { Phrase("law.not-in-catalogue") }

  package static func otherEditions(_ list: String) -> Phrase {
    Phrase("law.other-editions", ["list": .text(list)])
  }

  package static func ambiguousAmong(_ list: String) -> Phrase {
    Phrase("law.ambiguous-among", ["list": .text(list)])
  }

  package static func provisionUnnumbered(_ subject: String) -> Phrase {
    Phrase("law.provision-unnumbered", ["subject": .text(subject)])
  }

  package static func ofInstrument(_ place: String, _ instrument: String) -> Phrase {
    Phrase("law.of-instrument", ["place": .text(place), "instrument": .text(instrument)])
  }

  package static func compulsoryBy(_ text: String) -> Phrase {
    Phrase("law.compulsory-by", ["text": .text(text)])
  }

  package static var seenUnofficially: Phrase { Phrase("law.seen-unofficially") }
  package static var articleUnseen: Phrase { Phrase("law.article-unseen") }

  package static func replaced(by: String, on: String?) -> Phrase {
    guard let on else { return Phrase("law.replaced", ["by": .text(by)]) }
    return Phrase("law.replaced-on", ["by": .text(by), "on": .text(on)])
  }

  /// A provision by its numbers.
  static func provision(article: String, clause: String?, point: String?) -> Phrase {
    switch (clause, point) {
    case (nil, nil): Phrase("law.article", ["article": .text(article)])
    case (let clause?, nil): Phrase("law.clause", ["article": .text(article), "clause": .text(clause)])
    case (nil, let point?):
      Phrase("law.point-of-article", ["article": .text(article), "point": .text(point)])
    case (let clause?, let point?):
      Phrase("law.point", ["article": .text(article), "clause": .text(clause), "point": .text(point)])
    }
  }

  static func kind(_ kind: Instrument.Kind) -> Phrase {
    switch kind {
    case .law: Phrase("law.kind-law")
    case .resolution: Phrase("law.kind-resolution")
    case .decree: Phrase("law.kind-decree")
    case .decision: Phrase("law.kind-decision")
    case .circular: Phrase("law.kind-circular")
    case .dispatch: Phrase("law.kind-dispatch")
    case .directive: Phrase("law.kind-directive")
    case .conclusion: Phrase("law.kind-conclusion")
    case .announcement: Phrase("law.kind-announcement")
    case .plan: Phrase("law.kind-plan")
    }
  }
}
