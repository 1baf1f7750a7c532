import XML

/// Criteria that do not stand in the order of their ids.
struct OutOfOrder: FileRule {
  let card = RuleCard(
    "K080", "out-of-order", .note, .form, fixable: true,
    vi: "Tiêu chí trong một tệp đứng theo thứ tự mã, để người soạn tìm thấy và để so sánh hai bản chỉ thấy "
      + "điều đã đổi.",
    en: "The criteria of a file stand in the order of their ids, so that people find them and a comparison "
      + "of two versions shows only what changed.",
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
            <states section="data"/>
          </requirement>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/1" read="2026-11-23"/>
        </criterion>
        <criterion id="C-EX-02" force="mandatory" group="example">
          <title lang="vi">Nêu thêm</title>
          <title lang="en">States more</title>
          <basis instrument="L-01-2025-QH15" provision="L-01-2025-QH15.D5" force="mandatory"/>
          <duty-subject>plan</duty-subject>
          <plan-statement lang="vi">Đề án nêu dữ liệu mở.</plan-statement>
          <plan-statement lang="en">The plan states open data.</plan-statement>
          <phase/>
          <requirement>
            <states section="data"/>
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
        <criterion id="C-EX-02" force="mandatory" group="example">
          <title lang="vi">Nêu thêm</title>
          <title lang="en">States more</title>
          <basis instrument="L-01-2025-QH15" provision="L-01-2025-QH15.D5" force="mandatory"/>
          <duty-subject>plan</duty-subject>
          <plan-statement lang="vi">Đề án nêu dữ liệu.</plan-statement>
          <plan-statement lang="en">The plan states its data.</plan-statement>
          <phase/>
          <requirement>
            <states section="data"/>
          </requirement>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/1" read="2026-11-23"/>
        </criterion>
        ‸<criterion id="C-EX-01" force="mandatory" group="example">
          <title lang="vi">Nêu dữ liệu</title>
          <title lang="en">States its data</title>
          <basis instrument="L-01-2025-QH15" provision="L-01-2025-QH15.D5" force="mandatory"/>
          <duty-subject>plan</duty-subject>
          <plan-statement lang="vi">Đề án nêu dữ liệu mở.</plan-statement>
          <plan-statement lang="en">The plan states open data.</plan-statement>
          <phase/>
          <requirement>
            <states section="data"/>
          </requirement>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/1" read="2026-11-23"/>
        </criterion>
      </criteria>
      """)

  func check(_ contents: FileContents, _ report: inout RuleReport) {
    let file = contents.file
    for part in file.root?.children("criteria") ?? [] {
      let criteria = part.children("criterion")
      let keys = criteria.map(Self.key)
      guard let place = keys.indices.dropFirst().first(where: { keys[$0] < keys[$0 - 1] }) else { continue }
      let first = criteria[place]
      let ordered = zip(keys, criteria).sorted { $0.0 < $1.0 }.map(\.1)
      let id = first.attribute("id") ?? ""
      report.add(
        .element(first), vi: "\(id) phải đứng trước; thứ tự theo mã",
        en: "\(id) stands too late; ids give the order",
        fix: Fix.reorder(criteria, as: ordered, in: file))
    }
  }

  /// Numbers within ids count as numbers: P25-2 stands before P25-10.
  private static func key(_ criterion: Element) -> String {
    var result = ""
    var digits = ""
    for character in (criterion.attribute("id") ?? "") + " " {
      if character.isNumber {
        digits.append(character)
        continue
      }
      result += digits.isEmpty ? "" : String(repeating: "0", count: max(0, 9 - digits.count)) + digits
      digits = ""
      result.append(character)
    }
    return result
  }
}
