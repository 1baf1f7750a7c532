import Catalogue
import Source

/// The outcome for one criterion (Documentation/verdicts.md).
package enum Verdict: String, Sendable, CaseIterable {
  case met
  case partial
  case gap
  case unknown
  case notApplicable = "not-applicable"
  case notAssessed = "not-assessed"
  case waived

  package var isGap: Bool { self == .gap || self == .partial }
}

/// One criterion's outcome with everything that explains it. What the machine found is shared by all copies:
/// findings are handed on and filtered all the time.
package struct Finding: Sendable {
  private final class Machine: Sendable {
    let shared: SharedCriterion
    let force: Force
    let verdict: Verdict
    let reason: Reason
    let parts: [Part]
    let evidence: [Evidence]
    let bases: [BasisState]

    init(
      _ shared: SharedCriterion, _ force: Force, _ verdict: Verdict, _ reason: Reason, _ parts: [Part],
      _ evidence: [Evidence], _ bases: [BasisState]
    ) {
      self.shared = shared
      self.force = force
      self.verdict = verdict
      self.reason = reason
      self.parts = parts
      self.evidence = evidence
      self.bases = bases
    }
  }

  private let machine: Machine

  package var criterion: Criterion { _read { yield machine.shared.criterion } }
  /// The force on the as-of date: the strongest among the bases then in force.
  package var force: Force { machine.force }
  /// What the machine found.
  package var machineVerdict: Verdict { machine.verdict }
  package var reason: Reason { _read { yield machine.reason } }
  package var parts: [Part] { _read { yield machine.parts } }
  /// Where the plan shows it, most telling first.
  package var evidence: [Evidence] { _read { yield machine.evidence } }
  /// What each basis was on the as-of date.
  package var bases: [BasisState] { _read { yield machine.bases } }

  /// What people decided; few findings have any, and a finding is copied often.
  private var decision: Decision?

  private final class Decision: Sendable {
    let answer: Answer?
    let waiver: Waiver?

    init(answer: Answer?, waiver: Waiver?) {
      self.answer = answer
      self.waiver = waiver
    }
  }

  /// A person's answer: on what the machine left open, or against what it found.
  package internal(set) var answer: Answer? {
    get { decision?.answer }
    set { decision = Decision(answer: newValue, waiver: waiver) }
  }

  /// The waiver that covers the gap.
  package internal(set) var waiver: Waiver? {
    get { decision?.waiver }
    set { decision = Decision(answer: answer, waiver: newValue) }
  }

  /// Whether anybody decided anything.
  package var isDecided: Bool { decision != nil }

  /// The same object for all findings of one criterion in one check.
  package var criterionIdentity: AnyObject { machine.shared }

  /// The place of its criterion in the catalogue, from 0.
  package var criterionNumber: Int { machine.shared.number }

  init(
    _ shared: SharedCriterion, force: Force, machineVerdict: Verdict, reason: Reason, parts: [Part],
    evidence: [Evidence], bases: [BasisState]
  ) {
    machine = Machine(shared, force, machineVerdict, reason, parts, evidence, bases)
  }

  /// The finding of the same criterion with another outcome, of which no part of the requirement tells.
  func replacing(_ verdict: Verdict, force: Force, reason: Reason) -> Finding {
    Finding(
      machine.shared, force: force, machineVerdict: verdict, reason: reason, parts: [], evidence: [],
      bases: bases)
  }

  /// The outcome: what the machine found, or what people decided.
  package var verdict: Verdict { waiver != nil ? .waived : verdictBeforeWaivers }

  /// The outcome as it would be without waivers.
  package var verdictBeforeWaivers: Verdict { answer?.verdict ?? machineVerdict }

  /// Whether it is met by a person's word alone.
  package var isMetByPerson: Bool { answer != nil && verdict == .met && machineVerdict != .met }

  /// Why the verdict is what it is. Language-neutral; `Reporting` puts it into words.
  package enum Reason: Sendable, Hashable {
    case evidenceNotVerified(Mark)
    case noMachineCheck
    /// The province's profile leaves the criterion out.
    case leftOut(Label)
    /// The criterion is one of a profile for another place.
    case ofAnotherPlace(profile: String)
    /// The plan is approved, on a day that it does not say, and the day decides.
    case approvalDayUnknown([OutcomeByDay])
    case personMustJudge(Label)
    case basisNotInForce
    case conditionFalse(Condition)
    case conditionUnknown(Condition)
    case nothingAsked
    case allPartsHold
    case somePartsFail
    case noPartHolds
    case notTranscribed
  }
}

extension Finding: Hashable {
  /// The same outcome for the same criterion.
  package static func == (left: Finding, right: Finding) -> Bool {
    left.criterion.id == right.criterion.id && left.verdict == right.verdict
      && left.machineVerdict == right.machineVerdict && left.force == right.force
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(criterion.id) }
}

/// A criterion that many findings refer to: a finding is copied often, and a criterion holds much.
final class SharedCriterion: Sendable {
  let criterion: Criterion
  /// Its place in the catalogue, from 0.
  let number: Int
  /// What is asked for every plan, and the same for all.
  let isAssessable: Bool
  let appliesAlways: Bool
  let question: Question?
  /// Who issued its bases of one province, by the instrument; most criteria have none.
  let issuers: [String: String]

  /// Why nobody asks for it here, whatever the plan says.
  let exemption: Finding.Reason?

  /// All criteria of a catalogue.
  /// - Parameter profile: a province's rules that leave some of them out.
  static func all(of catalogue: Catalogue, leftOutBy profile: Profile? = nil) -> [SharedCriterion] {
    let reasons = Dictionary((profile?.omissions ?? []).map { ($0.criterion, $0.reason) }) { first, _ in first
    }
    return all(of: catalogue) { criterion in reasons[criterion.id].map { .leftOut($0) } }
  }

  /// All criteria of a catalogue where the profile of another place is loaded: what that adds is not asked here.
  static func all(of catalogue: Catalogue, outsideThePlaceOf profile: Profile) -> [SharedCriterion] {
    all(of: catalogue) { criterion in
      profile.adds(criterion.origin.file) ? .ofAnotherPlace(profile: profile.id) : nil
    }
  }

  private static func all(
    of catalogue: Catalogue, exemption: (Criterion) -> Finding.Reason?
  ) -> [SharedCriterion] {
    let local = Dictionary(
      catalogue.instruments.filter { $0.binding == "local" }.compactMap { text in
        text.issuer.map { (text.id, $0) }
      }, uniquingKeysWith: { first, _ in first })
    return catalogue.criteria.enumerated().map {
      SharedCriterion($1, number: $0, issuers: local, exemption: exemption($1))
    }
  }

  private init(
    _ criterion: Criterion, number: Int, issuers: [String: String], exemption: Finding.Reason?
  ) {
    self.exemption = exemption
    let instruments = Set(criterion.bases.map(\.instrument))
    self.issuers = issuers.filter { instruments.contains($0.key) }
    self.criterion = criterion
    self.number = number
    isAssessable = criterion.isAssessable
    appliesAlways = criterion.applicability.isUnconditional
    question = criterion.requirement.map { Question($0) }
  }
}

extension Finding {
  package var basesInForce: [BasisState] { bases.filter(\.isInForce) }

  /// Those in force that give the criterion its force; all in force where none does.
  package var bindingBases: [BasisState] {
    let strongest = basesInForce.filter { $0.basis.force == force }
    return strongest.isEmpty ? basesInForce : strongest
  }
}

/// A basis of a criterion and its state on the as-of date.
package struct BasisState: Sendable, Hashable {
  package let basis: Basis
  package let state: LegalState?
  package var isInForce: Bool { state?.isInForce ?? false }

  package init(basis: Basis, state: LegalState?) {
    self.basis = basis
    self.state = state
  }
}

/// A condition of applicability and what the plan says about it.
package enum Condition: Sendable, Hashable {
  case planKind(asked: [String], found: String)
  case cityLevel(asked: [String], found: String)
  case urbanClass(asked: [String], found: String?)
  /// Cities have a class; a province has none of its own.
  case provinceHasNoClass(asked: [String])
  case region(asked: [String], found: String?)
  case stage(asked: [String], found: String)
  case period(asked: ClosedRange<Int>, found: ClosedRange<Int>?)
  case asOf(asked: ClosedRange<CalendarDate>)
  case presence(sections: [String], topics: [String])
  case aimsAtLevel(String)
}
