/// Examples of one text, of which a rule writes only what it is about.
extension RuleExample {
  /// A standard with its titles.
  static func standard(
    vietnamese: String = "Đèn đường, phần 1", english: String = "Street lamps, part 1", mark: String = ""
  ) -> RuleExample {
    RuleExample(
      """
      <standards>
        <standard id="TCVN-00002-2024" kind="TCVN" number="TCVN 00002:2024" year="2024">
          <title lang="vi">\(vietnamese)</title>
          \(mark)<title lang="en">\(english)</title>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </standard>
      </standards>
      """)
  }

  /// A standard of 2024 with what else it says after its titles.
  static func standard(saying part: String) -> RuleExample {
    RuleExample(
      """
      <standards>
        <standard id="TCVN-00002-2024" kind="TCVN" number="TCVN 00002:2024" year="2024">
          <title lang="vi">Đèn đường</title>
          <title lang="en">Street lamps</title>
          \(part)
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </standard>
      </standards>
      """)
  }

  /// Two decrees of 2025, one after the other.
  /// - Parameters:
  ///   - later: the attributes of the second one that say its days.
  ///   - provision: a provision of the first one.
  static func decrees(
    first: String = "issued=\"2025-02-01\" effective-from=\"2025-02-01\"",
    later: String = "issued=\"2025-03-01\" effective-from=\"2025-07-01\"",
    title: String = "<title lang=\"vi\">Nghị định sau</title>", provision: String = "", alias: String = "",
    otherAlias: String = ""
  ) -> RuleExample {
    let lines = """
      <instruments>
        <instrument id="ND-02-2025" kind="decree" number="02/2025/NĐ-CP" year="2025" issuer="Chính phủ" \(first) binding="binding">
          <title lang="vi">Nghị định trước</title>
          <title lang="en">The earlier decree</title>
          \(alias)
          \(provision)
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </instrument>
        <instrument id="ND-03-2025" kind="decree" number="03/2025/NĐ-CP" year="2025" issuer="Chính phủ" \(later) binding="binding">
          \(title)
          <title lang="en">The later decree</title>
          \(otherAlias)
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/5" read="2026-11-23"/>
        </instrument>
      </instruments>
      """
    // An empty part leaves no line behind.
    return RuleExample(
      lines.split(separator: "\n").filter { $0.utf8.contains { $0 > 0x20 } }.joined(separator: "\n"))
  }
}

extension RuleExample {
  /// A standard of 2024 beside one of another year, which names it as its successor.
  static func standard(saying part: String, before year: Int) -> RuleExample {
    RuleExample(
      """
      <standards>
        <standard id="TCVN-00002-\(year)" kind="TCVN" number="TCVN 00002:\(year)" year="\(year)">
          <title lang="vi">Đèn đường</title>
          <title lang="en">Street lamps</title>
          <replaced-by ref="TCVN-00002-2024"/>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </standard>
        <standard id="TCVN-00002-2024" kind="TCVN" number="TCVN 00002:2024" year="2024">
          <title lang="vi">Đèn đường</title>
          <title lang="en">Street lamps</title>
          \(part)
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </standard>
      </standards>
      """)
  }

  /// A text with a transition to a successor that starts on 2027-01-01.
  static func transition(before day: String) -> RuleExample {
    RuleExample(
      """
      <standards>
        <standard id="QCVN-02-2021-BXD" kind="QCVN" number="QCVN 02:2021/BXD" year="2021" issuer="BXD" effective-from="2021-07-05">
          <title lang="vi">Đèn đường</title>
          <title lang="en">Street lamps</title>
          <replaced-by ref="QCVN-02-2026-BXD"/>
          <transition successor="QCVN-02-2026-BXD" approved-before="\(day)">
            <rule lang="vi">Đề án đã phê duyệt tiếp tục áp dụng quy chuẩn cũ.</rule>
            <rule lang="en">Approved plans keep the earlier regulation.</rule>
          </transition>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </standard>
        <standard id="QCVN-02-2026-BXD" kind="QCVN" number="QCVN 02:2026/BXD" year="2026" issuer="BXD" issued="2026-06-30" effective-from="2027-07-01">
          <title lang="vi">Đèn đường</title>
          <title lang="en">Street lamps</title>
          <replaces ref="QCVN-02-2021-BXD"/>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </standard>
      </standards>
      """)
  }
}
