import Catalogue
import XML

/// Layers of two frameworks that a crosswalk between them passes over.
struct CrosswalkLeavesOut: CatalogueRule {
  let card = RuleCard(
    "K121", "crosswalk-leaves-out", .warning, .references,
    vi:
      "Bảng đối chiếu giữa hai khung bỏ sót một lớp của khung này hoặc khung kia: có lẽ một mã bị gõ nhầm. Lớp thật sự "
      + "không có lớp tương ứng thì ghi lý do bằng lệnh bỏ qua.",
    en:
      "The crosswalk between two frameworks passes over a layer of one of them: an id was probably mistyped. Where a "
      + "layer really has no counterpart, say so in a suppression.",
    accepts: .crosswalk(to: "LAYER-1"),
    rejects: .crosswalk(to: "LAYER-1", without: true))

  func check(_ source: CatalogueSource, _ report: inout RuleReport) {
    // A layer that is not there is told by a rule of its own.
    guard source.isWhole else { return }
    let owners = Dictionary(
      source.frameworks.flatMap { entry, framework in framework.layers.map { ($0.id, entry.id) } }
    ) { first, _ in first }
    for (_, framework) in source.frameworks where !framework.crosswalks.isEmpty {
      let named = Set(framework.crosswalks.flatMap { [$0.from] + $0.to })
      let frameworks = Set(named.compactMap { owners[$0] })
      guard named.allSatisfy({ owners[$0] != nil }) else { continue }
      for (entry, other) in source.frameworks where frameworks.contains(entry.id) {
        for (element, layer) in zip(entry.element.children("layer"), other.layers)
        where !named.contains(layer.id) {
          report.add(
            .element(element), vi: "không dòng đối chiếu nào của \(framework.id) nêu lớp \(layer.id)",
            en: "no crosswalk of \(framework.id) names the layer \(layer.id)")
        }
      }
    }
  }
}

extension RuleExample {
  /// A framework whose layers are set against those of the framework of the examples.
  /// - Parameter without: the second layer has no crosswalk.
  fileprivate static func crosswalk(to id: String, without: Bool = false) -> RuleExample {
    func layer(_ number: Int, _ name: (String, String), _ mark: String = "") -> String {
      """
          \(mark)<layer id="B\(number)" kind="horizontal" order="\(number)">
            <name lang="vi">\(name.0)</name>
            <name lang="en">\(name.1)</name>
            <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/3" read="2026-11-23"/>
          </layer>
      """
    }
    func crosswalk(_ from: String) -> String {
      """
          <crosswalk from="\(from)" to="\(id)">
            <provenance mark="inferred" tier="none" read="2026-11-23"/>
          </crosswalk>
      """
    }
    let crosswalks = without ? crosswalk("B1") : crosswalk("B1") + "\n" + crosswalk("B2")
    return RuleExample(
      """
      <frameworks>
        <framework id="F-02">
          <title lang="vi">Khung sau</title>
          <title lang="en">The later framework</title>
      \(layer(1, ("Lớp mạng", "Network")))
      \(layer(2, ("Lớp dữ liệu", "Data"), without ? "‸" : ""))
      \(crosswalks)
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/3" read="2026-11-23"/>
        </framework>
      </frameworks>
      """)
  }
}
