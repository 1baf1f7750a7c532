import Source
import XML

/// A province's own rules on top of the national catalogue: it adds, tightens and selects, and never
/// loosens a mandatory criterion.
package struct Profile: Sendable {
  package static let namespace = "urn:khung:profile:1"

  package let id: String
  package let title: Label
  package let authority: String
  package let decision: String?
  /// The province or city for whose plans it is; one without a place applies nowhere by itself.
  package let place: String?
  /// Catalogue files of the province, relative to the profile's folder.
  package let additions: [String]
  package let omissions: [Omission]
  package let tightenings: [Tightening]
  /// SHA-256 of the profile's own file; its additions are part of the catalogue's digest.
  package let digest: String
  package let source: String

  package struct Omission: Sendable, Hashable {
    package let criterion: String
    package let reason: Label
    package let line: Int
  }

  /// A basis of the province that gives a criterion more force.
  package struct Tightening: Sendable, Hashable {
    package let criterion: String
    package let basis: Basis
    let line: Int
  }

  /// Reads a profile.
  /// - Parameter schema: `profile.xsd`.
  /// - Throws: `Refusal` when the file is not a valid profile.
  package init(_ text: SourceText, schema: Schema) throws(Refusal) {
    let document = try Document(text)
    try schema.validate(document)
    let root = document.root
    id = root.required("id")
    title = root.label("title")
    authority = root.required("authority")
    decision = root.attribute("decision")
    place = root.attribute("place")
    additions = root.children("adds").map { $0.required("href").collapsingWhitespace() }
    omissions = root.children("omits").map {
      Omission(criterion: $0.required("criterion"), reason: $0.label("reason"), line: $0.line)
    }
    tightenings = root.children("tightens").map {
      Tightening(
        criterion: $0.required("criterion"),
        basis: Basis(
          instrument: $0.required("instrument"), provision: $0.attribute("provision"), force: $0.force),
        line: $0.line)
    }
    digest = text.digest
    source = text.name
  }
}

extension Catalogue {
  /// The catalogue as the profile's province applies it, without what it leaves out.
  /// - Throws: `Refusal` as `tightened(by:)` does.
  package func applying(_ profile: Profile) throws(Refusal) -> Catalogue {
    let omitted = Set(profile.omissions.map(\.criterion))
    let tightened = try tightened(by: profile)
    return tightened.with(tightened.criteria.filter { !omitted.contains($0.id) })
  }

  /// The catalogue with the force that the profile's bases bring. What it leaves out is still there: a report is a
  /// ledger of it. Its additions must be loaded already.
  /// - Throws: `Refusal` when the profile names what is not there, leaves out a mandatory
  ///   criterion or all there are, or would weaken one.
  package func tightened(by profile: Profile) throws(Refusal) -> Catalogue {
    for omission in profile.omissions {
      guard let criterion = criterion(omission.criterion) else {
        throw profile.fault(omission.line, .danglingReference(to: omission.criterion, expected: "criterion"))
      }
      guard criterion.force < .presumed else {
        throw profile.fault(omission.line, .loosensMandatory(criterion.id))
      }
    }
    let omitted = Set(profile.omissions.map(\.criterion))
    var changed: [String: Criterion] = [:]
    for tightening in profile.tightenings {
      guard let criterion = changed[tightening.criterion] ?? criterion(tightening.criterion),
        !omitted.contains(criterion.id)
      else {
        throw profile.fault(
          tightening.line, .danglingReference(to: tightening.criterion, expected: "criterion"))
      }
      guard tightening.basis.force > criterion.force else {
        throw profile.fault(tightening.line, .doesNotTighten(criterion.id))
      }
      try check(tightening, profile)
      changed[criterion.id] = criterion.adding(tightening.basis)
    }
    guard criteria.contains(where: { !omitted.contains($0.id) }) else {
      throw profile.fault(nil, .noCriteria)
    }
    return with(criteria.map { changed[$0.id] ?? $0 })
  }

  private func with(_ criteria: [Criterion]) -> Catalogue {
    Catalogue(
      edition: edition, digest: digest, instruments: instruments, standards: standards,
      frameworks: frameworks, indicators: indicators, programme: programme, criteria: criteria,
      groups: groups, wordings: wordings)
  }

  private func check(_ tightening: Profile.Tightening, _ profile: Profile) throws(Refusal) {
    guard let instrument = instrument(tightening.basis.instrument) else {
      throw profile.fault(
        tightening.line, .danglingReference(to: tightening.basis.instrument, expected: "instrument"))
    }
    if let provision = tightening.basis.provision,
      !instrument.provisions.contains(where: { $0.id == provision })
    {
      throw profile.fault(tightening.line, .danglingReference(to: provision, expected: "provision"))
    }
  }
}

extension Profile {
  /// Whether a file of a catalogue is one that the profile adds; both are named by paths.
  package func adds(_ file: String) -> Bool {
    additions.contains { name in
      file == name || file.utf8.reversed().starts(with: "/\(name)".utf8.reversed())
    }
  }

  fileprivate func fault(_ line: Int?, _ cause: CatalogueFault) -> Refusal {
    Refusal(source: source, line: line, entry: id, cause: cause)
  }
}

extension Criterion {
  /// The same criterion with one basis more, and the force that it brings.
  fileprivate func adding(_ basis: Basis) -> Criterion {
    Criterion(
      id: id, force: max(force, basis.force), group: group, title: title, bases: bases + [basis],
      ownRule: nil, dutySubject: dutySubject, planStatement: planStatement, phase: phase,
      applicability: applicability, requirement: requirement, personJudges: personJudges, remedy: remedy,
      provenance: provenance, schemeTarget: schemeTarget, origin: origin)
  }
}
