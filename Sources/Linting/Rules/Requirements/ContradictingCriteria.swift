import Catalogue
import XML

/// Criteria that no plan can meet together.
struct ContradictingCriteria: CatalogueRule {
  let card = RuleCard(
    "K066", "contradicting-criteria", .error, .requirements,
    vi: "Hai tiêu chí áp dụng cho cùng một đề án nhưng không thể cùng đạt: một tiêu chí đòi nêu hoặc viện "
      + "dẫn điều mà tiêu chí kia cấm.",
    en: "Two criteria apply to one plan and cannot both be met: one asks the plan to state or cite what the "
      + "other forbids.",
    accepts: """
      <criteria>
        <group id="example">
          <title lang="vi">Ví dụ</title>
          <title lang="en">Examples</title>
        </group>
        <criterion id="C-EX-01" force="mandatory" group="example">
          <title lang="vi">Nêu dữ liệu</title>
          <title lang="en">States its data</title>
          <basis instrument="L-01-2025-QH15" provision="L-01-2025-QH15.D5" force="mandatory"/>
          <duty-subject>plan</duty-subject>
          <plan-statement lang="vi">Đề án nêu dữ liệu.</plan-statement>
          <plan-statement lang="en">The plan states its data.</plan-statement>
          <phase/>
          <requirement>
            <states section="data" topic="personal-data-protection"/>
          </requirement>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/1" read="2026-11-23"/>
        </criterion>
        <criterion id="C-EX-02" force="mandatory" group="example">
          <title lang="vi">Không nêu</title>
          <title lang="en">Does not state</title>
          <basis instrument="L-01-2025-QH15" provision="L-01-2025-QH15.D5" force="mandatory"/>
          <duty-subject>plan</duty-subject>
          <plan-statement lang="vi">Đề án nêu dữ liệu mở.</plan-statement>
          <plan-statement lang="en">The plan states open data.</plan-statement>
          <phase/>
          <requirement>
            <avoids section="maturity" topic="personal-data-protection"/>
          </requirement>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/1" read="2026-11-23"/>
        </criterion>
      </criteria>
      """,
    rejects: """
      <criteria>
        <group id="example">
          <title lang="vi">Ví dụ</title>
          <title lang="en">Examples</title>
        </group>
        <criterion id="C-EX-01" force="mandatory" group="example">
          <title lang="vi">Nêu dữ liệu</title>
          <title lang="en">States its data</title>
          <basis instrument="L-01-2025-QH15" provision="L-01-2025-QH15.D5" force="mandatory"/>
          <duty-subject>plan</duty-subject>
          <plan-statement lang="vi">Đề án nêu dữ liệu.</plan-statement>
          <plan-statement lang="en">The plan states its data.</plan-statement>
          <phase/>
          <requirement>
            <states section="data" topic="personal-data-protection"/>
          </requirement>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/1" read="2026-11-23"/>
        </criterion>
        <criterion id="C-EX-02" force="mandatory" group="example">
          <title lang="vi">Không nêu</title>
          <title lang="en">Does not state</title>
          <basis instrument="L-01-2025-QH15" provision="L-01-2025-QH15.D5" force="mandatory"/>
          <duty-subject>plan</duty-subject>
          <plan-statement lang="vi">Đề án nêu dữ liệu mở.</plan-statement>
          <plan-statement lang="en">The plan states open data.</plan-statement>
          <phase/>
          <requirement>
            ‸<avoids section="data" topic="personal-data-protection"/>
          </requirement>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/1" read="2026-11-23"/>
        </criterion>
      </criteria>
      """)

  func check(_ source: CatalogueSource, _ report: inout RuleReport) {
    var citing: [String: [Criterion]] = [:]
    var stating: [String: [(criterion: Criterion, sections: [String])]] = [:]
    for (_, criterion) in source.criteria {
      for case .facet(let facet) in criterion.requirement?.parts ?? [] {
        if let cites = facet as? Cites { citing[cites.instrument, default: []].append(criterion) }
        if let states = facet as? States, let topic = states.topic {
          stating[topic, default: []].append((criterion, states.sections))
        }
      }
    }
    for (entry, criterion) in source.criteria {
      // A requirement that could not be read is looked at as it is written.
      guard criterion.requirement?.mayForbid ?? true, let requirement = entry.element.child("requirement")
      else { continue }
      for facet in requirement.facets where facet.isAsked {
        let other: Criterion? =
          switch facet.name {
          case CitesNoLonger.name:
            citing[facet.attribute("instrument") ?? ""]?.first {
              meets($0, criterion, source) && lives(facet, source)
            }
          case Avoids.name:
            stating[facet.attribute("topic") ?? ""]?.first {
              let forbidden = (facet.attribute("section") ?? "").split(separator: " ").map(String.init)
              return Set($0.sections).isSubset(of: forbidden) && meets($0.criterion, criterion, source)
            }?.criterion
          default: nil
          }
        if let other {
          report.add(
            .element(facet), vi: "\(other.id) đòi điều mà \(criterion.id) cấm",
            en: "\(other.id) asks for what \(criterion.id) forbids")
        }
      }
    }
  }

  /// A text that is asked for while it is in force and forbidden when it is over is no contradiction.
  private func lives(_ facet: Element, _ source: CatalogueSource) -> Bool {
    !(facet.attribute("instrument").flatMap { source.state(of: $0) }?.isOver ?? false)
      && facet.attribute("instrument").flatMap { source.catalogue.life(of: $0) }?.replacedBy.isEmpty ?? true
  }

  /// Whether one plan can be subject to both.
  private func meets(_ left: Criterion, _ right: Criterion, _ source: CatalogueSource) -> Bool {
    guard left.id != right.id else { return false }
    let (first, second) = (left.applicability, right.applicability)
    func share(_ path: KeyPath<Applicability, [String]>) -> Bool {
      let (one, two) = (first[keyPath: path], second[keyPath: path])
      return one.isEmpty || two.isEmpty || !Set(one).isDisjoint(with: two)
    }
    let years = first.periodOverlaps.flatMap { one in second.periodOverlaps.map { one.overlaps($0) } } ?? true
    let dates = first.asOf.flatMap { one in second.asOf.map { one.overlaps($0) } } ?? true
    return share(\.planKinds) && share(\.cityLevels) && share(\.urbanClasses) && share(\.regions)
      && share(\.stages) && years && dates
  }
}

extension Requirement {
  /// Whether it forbids anything, also as one of several ways.
  fileprivate var mayForbid: Bool {
    leaves.contains { leaf in
      guard case .facet(let facet) = leaf else { return false }
      return facet is CitesNoLonger || facet is Avoids
    }
  }

  /// What is asked for without a choice.
  fileprivate var parts: [Requirement] {
    if case .all(let members) = self { return members.flatMap(\.parts) }
    return [self]
  }
}
