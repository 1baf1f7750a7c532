import Catalogue
import MasterPlan
import Source
import XML

/// One requirement, broken in one place. Where no example of the criterion notices, nothing proves that
/// place.
package struct RequirementMutation: Sendable {
  package enum Kind: Sendable, Hashable {
    /// A part of the requirement is no longer asked for, or a way no longer accepted.
    case leftOut(Requirement)
    /// One of the parts is enough.
    case oneIsEnough
    /// Every one of the ways is asked for.
    case allAreAsked
    /// A part asks for something else: less, more, or another thing.
    case changed(Requirement, to: Requirement)
    /// An assertion of an embedded rule, counted from 1, always holds.
    case silenced(assertion: Int)
  }

  package let kind: Kind
  package let requirement: Requirement
}

/// Breaks requirements. The values that take the place of others come from the catalogue and from
/// `master-plan.xsd`, so that every mutation is a requirement that an editor could have written.
struct RequirementMutator {
  let catalogue: Catalogue
  let vocabulary: PlanVocabulary

  func mutations(of requirement: Requirement) -> [RequirementMutation] {
    switch requirement {
    case .all(let members): mutations(of: members, grouped: Requirement.all, .oneIsEnough) { .any($0) }
    case .any(let members): mutations(of: members, grouped: Requirement.any, .allAreAsked) { .all($0) }
    case .schematron(let rules, let sections):
      EmbeddedAssertions(rules).silenced().enumerated().map { index, text in
        RequirementMutation(
          kind: .silenced(assertion: index + 1), requirement: .schematron(rules: text, sections: sections))
      }
    default:
      changes(of: requirement).map {
        RequirementMutation(kind: .changed(requirement, to: $0), requirement: $0)
      }
    }
  }

  private func mutations(
    of members: [Requirement], grouped: ([Requirement]) -> Requirement, _ kind: RequirementMutation.Kind,
    as other: ([Requirement]) -> Requirement
  ) -> [RequirementMutation] {
    var result: [RequirementMutation] = []
    if members.count > 1 {
      result.append(RequirementMutation(kind: kind, requirement: other(members)))
      for index in members.indices {
        var rest = members
        let left = rest.remove(at: index)
        result.append(RequirementMutation(kind: .leftOut(left), requirement: grouped(rest)))
      }
    }
    for index in members.indices {
      for mutation in mutations(of: members[index]) {
        var changed = members
        changed[index] = mutation.requirement
        result.append(RequirementMutation(kind: mutation.kind, requirement: grouped(changed)))
      }
    }
    return result
  }

  private func changes(of requirement: Requirement) -> [Requirement] {
    switch requirement {
    case .all, .any, .schematron, .restsOnTextsInForce, .citesNoFutureText, .budgetsAddUp,
      .selfAssessesMaturity, .statesCoordinateSystem:
      []
    case .cites(let id): others(id, catalogue.instruments.map(\.id)).map { .cites(instrument: $0) }
    case .citesNoLonger(let id):
      others(id, catalogue.instruments.filter { !$0.life.replacedBy.isEmpty }.map(\.id))
        .map { .citesNoLonger(instrument: $0) }
    case .basesArchitectureOn(let id):
      others(id, catalogue.instruments.map(\.id)).map { .basesArchitectureOn(instrument: $0) }
    case .appliesStandards(let ids, let minimum):
      shortened(ids).map { .appliesStandards($0, minimum: minimum) }
        + nearby(minimum, upTo: ids.isEmpty ? nil : ids.count).map { .appliesStandards(ids, minimum: $0) }
        + (ids.isEmpty ? [] : [.appliesStandards([], minimum: minimum)])
    case .coversLayers(let framework, let kind):
      [Framework.Layer.Kind.horizontal, .vertical, .centre].filter { $0 != kind }
        .map { .coversLayers(framework: framework, kind: $0) }
    case .coversFields(let fields, let minimum, let withReason):
      shortened(fields).map { .coversFields($0, minimum: minimum, withReason: withReason) }
        + nearby(minimum, upTo: fields.count).map {
          .coversFields(fields, minimum: $0, withReason: withReason)
        } + [.coversFields(fields, minimum: minimum, withReason: !withReason)]
    case .hasComponent(let types, let layer, let statuses, let by):
      shortened(types).map { .hasComponent(types: $0, layer: layer, statuses: statuses, by: by) }
        + (layer == nil ? [] : [.hasComponent(types: types, layer: nil, statuses: statuses, by: by)])
        + (statuses.isEmpty ? [] : [.hasComponent(types: types, layer: layer, statuses: [], by: by)])
        + limits(by).map { .hasComponent(types: types, layer: layer, statuses: statuses, by: $0) }
    case .states(let sections, let topic, let by):
      shortened(sections).map { .states(sections: $0, topic: topic, by: by) }
        + (topic == nil ? [] : [.states(sections: sections, topic: nil, by: by)])
        + limits(by).map { .states(sections: sections, topic: topic, by: $0) }
    case .avoids(let sections, let topic):
      shortened(sections).map { .avoids(sections: $0, topic: topic) }
        + others(topic, vocabulary.values(of: "topic")).map { .avoids(sections: sections, topic: $0) }
    case .namesBody(let role, let withDecision):
      [.namesBody(role: role, withDecision: !withDecision)]
        + others(role, vocabulary.values(of: "body-role"))
        .map { .namesBody(role: $0, withDecision: withDecision) }
    case .namesParticipant(let type):
      others(type, vocabulary.values(of: "participant-type")).map { .namesParticipant(type: $0) }
    case .gives(let item, let detail):
      others(detail, vocabulary.details(of: item)).map { .gives(item: item, detail: $0) }
    case .linksTo(let platform, let by):
      others(platform, vocabulary.values(of: "platform")).map { .linksTo(platform: $0, by: by) }
        + limits(by).map { .linksTo(platform: platform, by: $0) }
    case .trains(let audience, let share, let by):
      others(audience, vocabulary.values(of: "audience")).map {
        .trains(audience: $0, share: share, by: by)
      } + nearby(share).map { .trains(audience: audience, share: $0, by: by) }
        + limits(by).map { .trains(audience: audience, share: share, by: $0) }
    case .plansYear(let year): [.plansYear(year + 1)]
    }
  }

  /// The value that follows in the alphabet, or the first: one that differs, the same in every run.
  private func others(_ value: String, _ all: some Collection<String>) -> [String] {
    let others = all.filter { $0 != value }.sorted()
    return (others.first { $0 > value } ?? others.first).map { [$0] } ?? []
  }

  private func shortened(_ list: [String]) -> [[String]] {
    guard list.count > 1 else { return [] }
    return list.indices.map { index in
      var rest = list
      rest.remove(at: index)
      return rest
    }
  }

  private func nearby(_ number: Int, upTo most: Int?) -> [Int] {
    [number - 1, number + 1].filter { $0 > 0 && $0 <= most ?? $0 }
  }

  private func nearby(_ share: DecimalNumber) -> [DecimalNumber] {
    guard let step = DecimalNumber("0.1") else { return [] }
    return [share - step, share + step].filter { $0 > .zero && $0 <= DecimalNumber("100") ?? $0 }
  }

  /// No limit, and one a day earlier or later.
  private func limits(_ day: CalendarDate?) -> [CalendarDate?] {
    guard let day else { return [] }
    return [nil, day.previous, day.next]
  }
}

/// The assertions of a Schematron schema as text, each of which can be made to hold always.
private struct EmbeddedAssertions {
  private let source: SourceText?

  init(_ rules: String) {
    source = try? SourceText(name: "rules", stored: Array(rules.utf8))
  }

  /// The schema once for each assertion, with that assertion holding whatever the plan says.
  func silenced() -> [String] {
    guard let source, let document = try? Document(source) else { return [] }
    let map = SourceMap(source)
    return assertions(in: document.root).compactMap { element in
      guard let number = Node(element).elementNumber,
        let range = map.valueRange(ofAttribute: "test", inElement: number)
      else { return nil }
      var bytes = source.bytes
      bytes.replaceSubrange(range, with: (element.name == "assert" ? "true()" : "false()").utf8)
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  private func assertions(in element: Element) -> [Element] {
    element.children.flatMap { child in
      (child.name == "assert" || child.name == "report" ? [child] : []) + assertions(in: child)
    }
  }
}
