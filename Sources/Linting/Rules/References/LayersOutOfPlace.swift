import Catalogue
import XML

/// Layers of a framework whose order or kind their neighbours deny.
struct LayersOutOfPlace: FileRule {
  let card = RuleCard(
    "K120", "layers-out-of-place", .error, .references,
    vi:
      "Các lớp của một khung đánh số 1, 2, 3 … theo thứ tự đứng; các lớp có mã cùng chữ đầu thuộc cùng một loại, và "
      + "mỗi loại chỉ có một chữ đầu. Lớp này thì khác.",
    en:
      "The layers of a framework are numbered 1, 2, 3 … as they stand; layers whose ids begin with the same letter "
      + "are of one kind, and each kind begins with one letter. This layer differs.",
    accepts: .layers(second: "order=\"2\""),
    rejects: .layers(second: "order=\"‸3\""))

  func check(_ contents: FileContents, _ report: inout RuleReport) {
    for (entry, framework) in contents.frameworks {
      let layers = Array(zip(entry.element.children("layer"), framework.layers))
      for (number, (element, layer)) in layers.enumerated() where layer.order != number + 1 {
        report.add(
          .value(element, "order", scalar: 0),
          vi: "\(layer.id) là lớp thứ \(number + 1), không phải \(layer.order)",
          en: "\(layer.id) is layer \(number + 1), not \(layer.order)")
        // One wrong number is one mistake, not all that follow.
        break
      }
      for (element, layer) in layers {
        let alike = layers.map(\.1).filter { Self.letter($0.id) == Self.letter(layer.id) }
        let usual = alike.filter { $0.kind != layer.kind }
        let others = layers.map(\.1).filter {
          $0.kind == layer.kind && Self.letter($0.id) != Self.letter(layer.id)
        }
        // Of two that differ the rarer one is wrong; of one alone, the one that took the kind of several.
        let isRarer = usual.count > alike.count - usual.count
        guard isRarer || alike.count == 1 && !others.isEmpty else { continue }
        report.add(
          .value(element, "kind", scalar: 0),
          vi: "loại \(layer.kind.rawValue) không khớp với các lớp bên cạnh",
          en: "the kind \(layer.kind.rawValue) does not fit the layers beside it")
      }
    }
  }

  private static func letter(_ id: String) -> UInt8? { id.utf8.first }
}

extension RuleExample {
  /// A framework of two layers.
  fileprivate static func layers(second: String) -> RuleExample {
    RuleExample(
      """
      <frameworks>
        <framework id="F-02">
          <title lang="vi">Khung sau</title>
          <title lang="en">The later framework</title>
          <layer id="B1-NET" kind="horizontal" order="1">
            <name lang="vi">Lớp mạng</name>
            <name lang="en">Network</name>
            <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/3" read="2026-11-23"/>
          </layer>
          <layer id="B2-DATA" kind="horizontal" \(second)>
            <name lang="vi">Lớp dữ liệu</name>
            <name lang="en">Data</name>
            <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/3" read="2026-11-23"/>
          </layer>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/3" read="2026-11-23"/>
        </framework>
      </frameworks>
      """)
  }
}
