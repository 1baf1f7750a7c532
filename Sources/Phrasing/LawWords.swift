import Catalogue
import Compliance
import Source

// Instruments, provisions and what they were on a day.
extension Phrasing {
  package func shortName(_ id: String) -> String { SafeText.harmless(catalogue.printedName(of: id)) }

  /// The force as a chain: which provision of which instrument asks for it, and what it was on the day.
  package func basis(_ basis: BasisState) -> String {
    guard catalogue.instrument(basis.basis.instrument) != nil else { return basis.basis.instrument }
    return "\(name(of: basis.basis)), \(state(basis.state)) [\(name(of: basis.basis.force))]"
  }

  /// Provision, instrument and its date.
  package func name(of basis: Basis) -> String {
    guard let instrument = catalogue.instrument(basis.instrument) else { return basis.instrument }
    let date = instrument.life.issued.map { " (\(language($0)))" } ?? ""
    let name =
      basis.provision.flatMap { catalogue.provision($0) }
      .map { language(.ofInstrument(place(of: $0), fullName(instrument))) } ?? fullName(instrument)
    return name + date
  }

  /// The same without the subject of a provision whose article was not seen.
  package func briefName(of basis: Basis) -> String {
    guard let instrument = catalogue.instrument(basis.instrument),
      let provision = basis.provision.flatMap({ catalogue.provision($0) }), provision.article == nil
    else { return name(of: basis) }
    let date = instrument.life.issued.map { " (\(language($0)))" } ?? ""
    return "\(fullName(instrument))\(date), \(language(.articleUnseen))"
  }

  package func fullName(_ instrument: Instrument) -> String {
    guard let number = instrument.number else { return shortName(instrument.id) }
    let issuer = instrument.binding == "local" ? instrument.issuer.map { " (\($0))" } ?? "" : ""
    return SafeText.harmless("\(language(.kind(instrument.kind))) \(number)\(issuer)")
  }

  /// The letter of a point, or the whole place where it is none.
  package func point(of provision: Provision) -> String {
    provision.point.map { SafeText.harmless($0) } ?? place(of: provision)
  }

  package func place(of provision: Provision) -> String {
    guard let article = provision.article else {
      return language(.provisionUnnumbered(language(provision.subject)))
    }
    return language(.provision(article: article, clause: provision.clause, point: provision.point))
  }

  /// A successor of which only an unofficial source speaks is said to be so.
  private func hedge(_ id: String) -> String {
    let tier = catalogue.standard(id)?.provenance.tier ?? catalogue.instrument(id)?.provenance.tier
    return tier == "C" ? " (\(language(.seenUnofficially)))" : ""
  }

  package func state(_ state: LegalState?) -> String {
    switch state {
    case .notIssued(let date): language(.notIssued(language(date)))
    case .notYetInForce(let date): language(.notYetInForce(language(date)))
    case .inForce(let date, false): language(.inForce(language(date)))
    case .inForce(let date, true): language(.presumedInForce(language(date)))
    case .presumedSince(let year): language(.presumedSince(year))
    case .notBefore(let year): language(.notBefore(year))
    case .undated: language(.undatedText)
    case .replaced(let id, let date):
      language(.replaced(by: shortName(id), on: date.map { language($0) })) + hedge(id)
    case .ended(let date): language(.ended(language(date)))
    case .keptByTransition(let id, let date):
      language(.keptByTransition(by: shortName(id), before: language(date)))
    case .bindsElsewhere(let issuer): language(.bindsElsewhere(SafeText.harmless(issuer)))
    case nil: language(.stateUnknown)
    }
  }

  /// What later instruments took out of a text that is otherwise in force.
  package func partialRepeals(of id: String) -> [String] {
    catalogue.partialRepeals(of: id).map { repeal in
      language(
        .repealedInPart(
          by: shortName(repeal.by), on: repeal.on.map { language($0) } ?? language(.notGiven),
          what: repeal.provisions.joined(separator: "; ")))
    }
  }

  /// What makes a standard bind: the instruments that cite it as compulsory.
  package func compulsion(of id: String) -> [String] {
    (catalogue.standard(id)?.citedBy ?? []).filter(\.isCompulsory).map { edge in
      let provisions = edge.provisions.map { " (\($0))" } ?? ""
      return language(.compulsoryBy(shortName(edge.instrument) + provisions))
    }
  }

  package func what(_ citation: LocatedCitation) -> String {
    switch citation.citation {
    case .entry(let id):
      ([state(citation.state)] + partialRepeals(of: id) + compulsion(of: id)).joined(separator: "; ")
    case .ambiguous(let ids): language(.ambiguousAmong(ids.map { shortName($0) }.joined(separator: ", ")))
    case .otherEdition(let ids):
      language(.otherEditions(ids.map { shortName($0) }.joined(separator: ", ")))
    case .notInCatalogue: language(.notInCatalogue)
    }
  }
}
