/// Crosswalks from or to a layer that no framework has.
struct CrosswalkToMissingLayer: CatalogueRule {
  let card = RuleCard(
    "K025", "crosswalk-to-missing-layer", .error, .references,
    vi: "Bảng đối chiếu giữa hai khung tham chiếu nêu một lớp không có.",
    en: "The crosswalk between two frameworks names a layer that neither has.",
    accepts: """
      <frameworks>
        <framework id="F-2">
          <title lang="vi">Khung mới</title>
          <title lang="en">The new framework</title>
          <layer id="LAYER-2" kind="horizontal" order="1">
            <name lang="vi">Lớp hai</name>
            <name lang="en">Layer two</name>
            <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/3" read="2026-11-23"/>
          </layer>
          <crosswalk from="LAYER-2" to="LAYER-1">
            <provenance mark="inferred" tier="none" read="2026-11-23"/>
          </crosswalk>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/3" read="2026-11-23"/>
        </framework>
      </frameworks>
      """,
    rejects: """
      <frameworks>
        <framework id="F-2">
          <title lang="vi">Khung mới</title>
          <title lang="en">The new framework</title>
          <layer id="LAYER-2" kind="horizontal" order="1">
            <name lang="vi">Lớp hai</name>
            <name lang="en">Layer two</name>
            <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/3" read="2026-11-23"/>
          </layer>
          <crosswalk from="LAYER-2" to="‸LAYER-9">
            <provenance mark="inferred" tier="none" read="2026-11-23"/>
          </crosswalk>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/3" read="2026-11-23"/>
        </framework>
      </frameworks>
      """)

  func check(_ source: CatalogueSource, _ report: inout RuleReport) {
    for reference in source.references where reference.isCrosswalk && !reference.leadsSomewhere(in: source) {
      report.add(
        .token(reference.element, reference.attribute, reference.target),
        vi: "không khung nào có lớp \(reference.target)", en: "no framework has a layer \(reference.target)")
    }
  }
}
