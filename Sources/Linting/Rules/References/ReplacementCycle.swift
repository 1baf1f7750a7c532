import XML

/// Texts that replace or amend one another in a circle.
struct ReplacementCycle: CatalogueRule {
  let card = RuleCard(
    "K023", "replacement-cycle", .error, .references,
    vi: "Các văn bản thay thế (hoặc sửa đổi) nhau thành vòng tròn, nên không biết văn bản nào còn hiệu lực.",
    en: "Texts replace (or amend) one another in a circle, so that nobody can say which is in force.",
    accepts: """
      <instruments>
        <instrument id="ND-02-2025" kind="decree" number="02/2025/NĐ-CP" year="2025" issued="2025-02-01" binding="binding">
          <title lang="vi">Nghị định ví dụ</title>
          <title lang="en">Decree of the examples</title>
          <amends ref="L-01-2025-QH15"/>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </instrument>
      </instruments>
      """,
    rejects: """
      <instruments>
        <instrument id="ND-02-2025" kind="decree" number="02/2025/NĐ-CP" year="2025" issued="2025-02-01" binding="binding">
          <title lang="vi">Nghị định ví dụ</title>
          <title lang="en">Decree of the examples</title>
          <amends ref="‸ND-03-2025"/>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </instrument>
        <instrument id="ND-03-2025" kind="decree" number="03/2025/NĐ-CP" year="2025" issued="2025-03-01" binding="binding">
          <title lang="vi">Nghị định sau</title>
          <title lang="en">The later decree</title>
          <amends ref="ND-02-2025"/>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/5" read="2026-11-23"/>
        </instrument>
      </instruments>
      """)

  func check(_ source: CatalogueSource, _ report: inout RuleReport) {
    for name in ["replaced-by", "replaces", "amends"] {
      var edges: [String: [Element]] = [:]
      for (entry, _) in source.texts {
        edges[entry.id] = entry.element.children(name)
      }
      var reported: Set<String> = []
      for (entry, _) in source.texts where !reported.contains(entry.id) {
        guard let (edge, path) = circle(from: entry.id, edges) else { continue }
        reported.formUnion(path)
        // Both sides of an edge make the same circle; the second direction says nothing new.
        if name == "replaces", path.contains(where: { id in isInCircle(id, source) }) { continue }
        let way = (path + [entry.id]).joined(separator: " → ")
        report.add(
          .value(edge, "ref", scalar: 0), vi: "vòng tròn (\(name)): \(way)", en: "a circle (\(name)): \(way)")
      }
    }
  }

  private func isInCircle(_ id: String, _ source: CatalogueSource) -> Bool {
    var edges: [String: [Element]] = [:]
    for (entry, _) in source.texts { edges[entry.id] = entry.element.children("replaced-by") }
    return circle(from: id, edges) != nil
  }

  /// The first edge of the shortest circle through `start`, and the ids on it.
  private func circle(from start: String, _ edges: [String: [Element]]) -> (Element, [String])? {
    for first in edges[start] ?? [] {
      guard let next = first.attribute("ref"), next != start else { continue }
      var frontier = [[start, next]]
      var seen: Set<String> = [next]
      while let path = frontier.first, let last = path.last {
        frontier.removeFirst()
        for edge in edges[last] ?? [] {
          guard let target = edge.attribute("ref") else { continue }
          if target == start { return (first, path) }
          if seen.insert(target).inserted { frontier.append(path + [target]) }
        }
      }
    }
    return nil
  }
}
