/// Two entries for one document.
struct RepeatedDocument: CatalogueRule {
  let card = RuleCard(
    "K013", "repeated-document", .error, .identity,
    vi:
      "Hai mục có cùng số hiệu (và cùng năm, cùng cơ quan ban hành). Viện dẫn số hiệu đó trở nên mơ hồ với mọi "
      + "đề án; hãy gộp hai mục.",
    en:
      "Two entries have one number (and year and issuer). A citation of it is ambiguous in every plan; make "
      + "the two entries one.",
    accepts: """
      <standards>
        <standard id="TCVN-00001-2020" kind="TCVN" number="TCVN 00001:2020" year="2020">
          <title lang="vi">Tiêu chuẩn ví dụ, bản cũ</title>
          <title lang="en">Standard of the examples, earlier edition</title>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </standard>
      </standards>
      """,
    rejects: """
      <standards>
        <standard id="TCVN-1-2024" kind="TCVN" ‸number="TCVN 00001:2024" year="2024">
          <title lang="vi">Tiêu chuẩn ví dụ</title>
          <title lang="en">Standard of the examples</title>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </standard>
      </standards>
      """)

  func check(_ source: CatalogueSource, _ report: inout RuleReport) {
    var seen: [String: [Entry]] = [:]
    let numbered =
      source.instruments.map { ($0.entry, $0.model.number, $0.model.year) }
      + source.standards.map { ($0.entry, Optional($0.model.number), $0.model.year) }
    for (entry, number, year) in numbered {
      guard let number else { continue }
      let key = "\(Self.bare(number)) \(year.map(String.init) ?? "")"
      // Every province has a decision 634: another issuer is another document, an unknown one is none.
      let issuer = entry.element.attribute("issuer")
      let first = seen[key]?.first { other in
        let second = other.element.attribute("issuer")
        return other.id != entry.id && (issuer == nil || second == nil || issuer == second)
      }
      if let first {
        report.add(
          .attribute(entry.element, "number"),
          vi: "“\(number)” đã là \(first.id) ở \(first.file.name)",
          en: "“\(number)” is \(first.id) in \(first.file.name) already")
      }
      seen[key, default: []].append(entry)
    }
  }

  /// A number without what printing changes: the case of letters, spaces, dashes and points.
  private static func bare(_ number: String) -> String {
    // Nearly all numbers consist of ASCII and Đ, whose case changes by one bit.
    var bytes: [UInt8] = []
    var previous: UInt8 = 0
    for byte in number.utf8 {
      switch byte {
      case 0x41...0x5A: bytes.append(byte | 0x20)
      case 0x30...0x3A, 0x61...0x7A, UInt8(ascii: "/"), 0xC4: bytes.append(byte)
      case 0x90, 0x91: if previous == 0xC4 { bytes.append(0x91) } else { return slowly(number) }
      case 0..<0x80: break
      default: return slowly(number)
      }
      if previous == 0xC4, byte != 0x90, byte != 0x91 { return slowly(number) }
      previous = byte
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func slowly(_ number: String) -> String {
    number.lowercased().filter { $0.isLetter || $0.isNumber || $0 == ":" || $0 == "/" }
  }
}
