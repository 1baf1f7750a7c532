import Catalogue
import Phrasing
import Writing

/// The catalogue as an OSCAL catalog: a control a criterion, in its groups, with the texts that it rests
/// on as back matter.
package struct OSCALCatalogue {
  private let phrasing: Phrasing
  private var language: Language { phrasing.language }

  package init(_ phrasing: Phrasing) {
    self.phrasing = phrasing
  }

  package func text() -> String {
    let catalogue = phrasing.catalogue
    let edition = catalogue.edition
    let entries = catalogue.criteria.flatMap { $0.bases.map(\.instrument) }
    return OSCAL.document(
      "catalog",
      [
        (
          "metadata",
          OSCAL.metadata(
            language(.oscalCatalogue), day: edition.date, version: edition.number, language,
            [OSCAL.prop("sha256", catalogue.digest)])
        ),
        ("groups", .array(catalogue.groups.compactMap(group))),
      ] + OSCAL.backMatter(entries, phrasing))
  }

  private func group(_ group: Catalogue.CriterionGroup) -> JSON? {
    let criteria = phrasing.catalogue.criteria.filter { $0.group == group.id }
    guard !criteria.isEmpty else { return nil }
    return .object([
      ("id", .string(group.id)), ("title", OSCAL.text(language(group.title))),
      ("controls", .array(criteria.map(control))),
    ])
  }

  private func control(_ criterion: Criterion) -> JSON {
    var members: [(String, JSON)] = [
      ("id", .string(criterion.id)), ("class", .string("criterion")),
      ("title", OSCAL.text(language(criterion.title))),
      (
        "props",
        .array([
          OSCAL.ownProp("label", criterion.id), OSCAL.prop("force", criterion.force.rawValue),
          OSCAL.prop("mark", criterion.provenance.mark.rawValue),
          OSCAL.prop("tier", criterion.provenance.tier),
        ])
      ),
    ]
    if !criterion.bases.isEmpty { members.append(("links", .array(criterion.bases.map(link)))) }
    members.append(("parts", .array(parts(criterion))))
    return .object(members)
  }

  private func link(_ basis: Basis) -> JSON {
    .object([
      ("href", .string("#\(OSCAL.resourceID(basis.instrument))")), ("rel", .string("reference")),
      ("text", OSCAL.text("\(phrasing.name(of: basis)) [\(phrasing.name(of: basis.force))]")),
    ])
  }

  private func parts(_ criterion: Criterion) -> [JSON] {
    func part(_ id: String, _ name: String, _ prose: String, _ props: [JSON] = []) -> JSON {
      .object(
        [("id", .string(id)), ("name", .string(name))]
          + (props.isEmpty ? [] : [("props", .array(props))]) + [("prose", OSCAL.text(prose))])
    }
    var parts = [
      part(OSCAL.statement(criterion.id), "statement", language(criterion.planStatement))
    ]
    if let reason = criterion.personJudges {
      parts.append(part("\(criterion.id)_obj", "assessment-objective", language(reason)))
    } else if let requirement = criterion.requirement {
      parts.append(part("\(criterion.id)_obj", "assessment-objective", phrasing.name(of: requirement)))
    }
    if let remedy = criterion.remedy {
      parts.append(part("\(criterion.id)_gdn", "guidance", language(remedy.advice)))
    }
    return parts
  }
}
