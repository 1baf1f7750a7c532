import XML

/// Ids that do not have the form of their kind.
struct MalformedID: FileRule {
  let card = RuleCard(
    "K011", "malformed-id", .error, .identity,
    vi: "Mã không đúng dạng của loại mục: tiêu chí là C-…, tiêu chuẩn bắt đầu bằng loại của nó, điều khoản "
      + "bắt đầu bằng mã văn bản và dấu chấm. Người đọc và chương trình dựa vào dạng đó.",
    en: "The id does not have the form of its kind: a criterion is C-…, a standard begins with its kind, a "
      + "provision with the id of its instrument and a dot. People and programs rely on the form.",
    accepts: """
      <standards>
        <standard id="QCVN-00002-2024-BXD" kind="QCVN" number="QCVN 00002:2024/BXD" year="2024" issuer="BXD">
          <title lang="vi">Đèn đường</title>
          <title lang="en">Street lamps</title>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </standard>
      </standards>
      """,
    rejects: """
      <standards>
        <standard id="‸Lamps.2024" kind="QCVN" number="QCVN 00002:2024/BXD" year="2024" issuer="BXD">
          <title lang="vi">Đèn đường</title>
          <title lang="en">Street lamps</title>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </standard>
      </standards>
      """)

  func check(_ contents: FileContents, _ report: inout RuleReport) {
    for entry in contents.entries {
      guard let expected = expected(entry) else { continue }
      add(entry.element, entry.id, expected, &report)
    }
    for (entry, _) in contents.instruments {
      for provision in entry.element.children("provision") {
        let id = provision.attribute("id") ?? ""
        if !id.hasPrefix(entry.id + ".") { add(provision, id, "\(entry.id).…", &report) }
      }
    }
  }

  private func expected(_ entry: Entry) -> String? {
    switch entry.kind {
    case .criterion: entry.id.hasPrefix("C-") ? nil : "C-…"
    case .standard:
      switch entry.element.attribute("kind") {
      case let kind? where kind != "international": entry.id.hasPrefix(kind + "-") ? nil : "\(kind)-…"
      default: isWritten(entry.id) ? nil : "ISO-37106-2018"
      }
    case .instrument, .framework, .indicator, .target: isWritten(entry.id) ? nil : "QD-950-2018-TTG"
    case .edition, .group, .example: nil
    }
  }

  /// Capitals, digits, hyphens and dots: what a person can read out.
  private static func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

  private func isWritten(_ id: String) -> Bool {
    id.utf8.first.map(Self.isCapital) == true
      && id.utf8.allSatisfy {
        Self.isCapital($0) || $0 >= 0x30 && $0 <= 0x39 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
      }
  }

  private func add(_ element: Element, _ id: String, _ form: String, _ report: inout RuleReport) {
    report.add(
      .value(element, "id", scalar: 0), vi: "mã “\(id)” không có dạng \(form)",
      en: "the id “\(id)” does not have the form \(form)")
  }
}
