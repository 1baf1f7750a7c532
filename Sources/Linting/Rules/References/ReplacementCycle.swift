import Catalogue

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
        <instrument id="ND-03-2025" kind="decree" number="03/2025/NĐ-CP" year="2025" issued="2025-02-01" binding="binding">
          <title lang="vi">Nghị định sau</title>
          <title lang="en">The later decree</title>
          <amends ref="ND-02-2025"/>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/5" read="2026-11-23"/>
        </instrument>
      </instruments>
      """)

  func check(_ source: CatalogueSource, _ report: inout RuleReport) {
    var replaced: Edges?
    for (name, edgesOf) in Self.kinds {
      let edges = Edges(source.texts.map { ($0.entry.id, edgesOf($0.life).map(\.id)) })
      if replaced == nil { replaced = edges }
      var reported: Set<String> = []
      for (entry, _) in source.texts where !reported.contains(entry.id) {
        guard let circle = edges.circle(from: entry.id) else { continue }
        reported.formUnion(circle)
        // Both sides of an edge make the same circle; the second direction says nothing new.
        if name == "replaces", circle.contains(where: { replaced?.circle(from: $0) != nil }) { continue }
        let way = Self.written(circle)
        let edge = entry.element.children(name).first { $0.attribute("ref") == circle[1] }
        report.add(
          .value(edge ?? entry.element, "ref", scalar: 0), vi: "vòng tròn (\(name)): \(way)",
          en: "a circle (\(name)): \(way)")
      }
    }
  }

  /// The circle as people read it; the middle of a long one is counted.
  private static func written(_ circle: [String]) -> String {
    let most = 12
    let first = circle.prefix(most) + (circle.count > most ? ["… (+\(circle.count - most))"] : [])
    return (first + circle.prefix(1)).joined(separator: " → ")
  }

  private static let kinds: [(String, @Sendable (Life) -> [Life.Edge])] = [
    ("replaced-by", \.replacedBy), ("replaces", \.replaces), ("amends", \.amends),
  ]
}

/// Who leads to whom, without those that can stand in no circle.
private struct Edges {
  private var targets: [String: [String]] = [:]

  init(_ lists: [(id: String, targets: [String])]) {
    // Of entries with the same id the last counts.
    for (id, list) in lists { targets[id] = list.isEmpty ? nil : list }
    prune()
  }

  /// Takes away what leads nowhere and what nothing leads to, until nothing more goes: long chains are
  /// walked once, not from each of their links.
  private mutating func prune() {
    let leading = Self.withoutEnds(targets, back: Self.reversed(targets))
    let back = Self.reversed(leading)
    let kept = Self.withoutEnds(back, back: leading)
    targets = leading.filter { kept[$0.key] != nil }
  }

  private static func reversed(_ edges: [String: [String]]) -> [String: [String]] {
    var back: [String: [String]] = [:]
    for (id, list) in edges { for target in list { back[target, default: []].append(id) } }
    return back
  }

  /// The edges from which one can go on for ever.
  private static func withoutEnds(
    _ edges: [String: [String]], back: [String: [String]]
  ) -> [String: [String]] {
    var left = edges.mapValues(\.count)
    var ends = back.keys.filter { edges[$0] == nil }
    while let end = ends.popLast() {
      for source in back[end] ?? [] {
        guard let count = left[source] else { continue }
        left[source] = count > 1 ? count - 1 : nil
        if count == 1 { ends.append(source) }
      }
    }
    return edges.compactMapValues { list in
      let kept = list.filter { left[$0] != nil }
      return kept.isEmpty ? nil : kept
    }.filter { left[$0.key] != nil }
  }

  /// The ids on the shortest circle that leaves `start` by the first edge that leads back, `start` first.
  func circle(from start: String) -> [String]? {
    for next in targets[start] ?? [] where next != start {
      var from: [String: String] = [:]
      var frontier = [next]
      var place = 0
      while place < frontier.count {
        let last = frontier[place]
        place += 1
        for target in targets[last] ?? [] {
          if target == start { return [start] + Self.path(to: last, from) }
          if target != next, from[target] == nil {
            from[target] = last
            frontier.append(target)
          }
        }
      }
    }
    return nil
  }

  private static func path(to end: String, _ from: [String: String]) -> [String] {
    var path = [end]
    while let previous = from[path[path.count - 1]] { path.append(previous) }
    return path.reversed()
  }
}
