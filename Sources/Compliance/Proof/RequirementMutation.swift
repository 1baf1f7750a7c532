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
  private let replacements: Replacements

  init(catalogue: Catalogue, vocabulary: PlanVocabulary) {
    replacements = Replacements(
      catalogue: catalogue, values: vocabulary.values, details: vocabulary.details)
  }

  func mutations(of requirement: Requirement) -> [RequirementMutation] {
    switch requirement {
    case .all(let members): mutations(of: members, grouped: Requirement.all, .oneIsEnough) { .any($0) }
    case .any(let members): mutations(of: members, grouped: Requirement.any, .allAreAsked) { .all($0) }
    case .schematron(let rules, let sections):
      EmbeddedAssertions(rules).silenced().enumerated().map { index, text in
        RequirementMutation(
          kind: .silenced(assertion: index + 1), requirement: .schematron(rules: text, sections: sections))
      }
    case .facet(let facet):
      facet.changes(by: replacements).map {
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
