import Catalogue

/// Printed numbers that contradict the entry around them.
struct NumberOfAnotherKind: FileRule {
  let card = RuleCard(
    "K012", "number-of-another-kind", .error, .identity,
    vi:
      "Số hiệu in trên văn bản không khớp với loại, năm hoặc cơ quan ban hành ghi ở mục. Viện dẫn trong đề án "
      + "được nhận ra qua số hiệu, nên sai một chỗ là nhận nhầm văn bản.",
    en: "The printed number does not fit the kind, year or issuer of its entry. Citations in plans are "
      + "recognised by the number; one wrong part and another text is meant.",
    accepts: """
      <instruments>
        <instrument id="ND-02-2025" kind="decree" number="02/2025/NĐ-CP" year="2025" issued="2025-02-01" binding="binding">
          <title lang="vi">Nghị định ví dụ</title>
          <title lang="en">Decree of the examples</title>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </instrument>
      </instruments>
      """,
    rejects: """
      <instruments>
        <instrument id="ND-02-2025" kind="decree" number="‸02/2025/TT-BXD" year="2025" issued="2025-02-01" binding="binding">
          <title lang="vi">Nghị định ví dụ</title>
          <title lang="en">Decree of the examples</title>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </instrument>
      </instruments>
      """)

  /// Symbols with which the numbers of a kind are printed.
  private static let symbols: [Instrument.Kind: [String]] = [
    .law: ["QH"], .resolution: ["NQ", "QH", "UBTVQH"], .decree: ["NĐ"], .decision: ["QĐ"], .circular: ["TT"],
    .directive: ["CT"], .conclusion: ["KL"], .announcement: ["TB"], .plan: ["KH"],
  ]

  func check(_ contents: FileContents, _ report: inout RuleReport) {
    for (entry, instrument) in contents.instruments {
      guard let number = instrument.number else { continue }
      let symbol = number.drop { $0.isNumber || $0 == "/" || $0 == "-" }
      let parts = symbol.split { $0 == "/" || $0 == "-" }
      let printed = number.split(separator: "/").dropFirst().first.flatMap { Int($0) }
      if !symbol.isEmpty, let allowed = Self.symbols[instrument.kind],
        !parts.contains(where: { part in allowed.contains { Self.isSymbol(part, $0) } })
      {
        add(entry, "kind", instrument.kind.rawValue, &report)
      } else if instrument.kind == .dispatch, parts.contains(where: isSymbolOfAnotherKind) {
        add(entry, "kind", instrument.kind.rawValue, &report)
      } else if let printed, (1900...2100).contains(printed), let year = instrument.year, year != printed {
        add(entry, "year", "\(year)", &report)
      } else if let year = instrument.year, let issued = instrument.life.issued, year != issued.year {
        add(entry, "issued", "\(issued)", &report)
      } else if let issuer = instrument.issuer, let part = issuing(parts, of: instrument.kind),
        !Self.isIssuer(issuer, part)
      {
        add(entry, "issuer", issuer, &report)
      }
    }
    for (entry, standard) in contents.standards {
      let prefix = standard.kind == .international ? nil : standard.kind.rawValue + " "
      let number = standard.number.split(separator: "/", omittingEmptySubsequences: false)
      let colon = standard.number.split(separator: ":").dropFirst().last
      let isNational = standard.number.hasPrefix("TCVN") || standard.number.hasPrefix("QCVN")
      if prefix.map({ !standard.number.hasPrefix($0) }) ?? isNational {
        add(entry, "kind", standard.kind.rawValue, &report)
      } else if standard.kind == .technicalRegulation, number.count < 2 {
        add(entry, "issuer", entry.element.attribute("issuer") ?? "–", &report)
      } else if standard.kind == .technicalRegulation, let issuer = entry.element.attribute("issuer"),
        !number.dropFirst().contains(Substring(issuer))
      {
        add(entry, "issuer", issuer, &report)
      } else if let year = standard.year, let printed = colon.flatMap({ Int($0.prefix(4)) }), printed != year
      {
        add(entry, "year", "\(year)", &report)
      } else if let year = standard.year, let issued = standard.life.issued, issued.year != year {
        add(entry, "issued", "\(issued)", &report)
      }
    }
  }

  /// `QH15` has the symbol QH; `TTg` is not TT.
  /// The part of a number that names its issuer: the last, but in a dispatch the unit that wrote it follows
  /// (3098/BTTTT-KHCN).
  private func issuing(_ parts: [Substring], of kind: Instrument.Kind) -> Substring? {
    kind == .dispatch && parts.first?.hasPrefix("B") == true ? parts.first : parts.last
  }

  private static func isSymbol(_ part: Substring, _ symbol: String) -> Bool {
    part.hasPrefix(symbol) && part.dropFirst(symbol.count).allSatisfy(\.isNumber)
  }

  /// Whether the issuer can stand behind the last part of a symbol. A ministry is its initials; of other
  /// parts only the common ones are known, and an unknown one contradicts nobody.
  private static func isIssuer(_ issuer: String, _ part: Substring) -> Bool {
    let heads = [
      "TTg": "Thủ tướng", "CP": "Chính phủ", "UBND": "UBND", "TW": "Trung ương", "VPCP": "Văn phòng",
    ]
    // The number of the term follows: QH15.
    let unit = part.prefix { !$0.isNumber }
    if let body = ["QH": "Quốc hội", "UBTVQH": "Ủy ban Thường vụ Quốc hội"][String(unit)] {
      return issuer == body
    }
    if let head = heads[String(part)] { return issuer.hasPrefix(head) || issuer.hasPrefix("Ủy ban nhân dân") }
    guard part.hasPrefix("B"), part.allSatisfy(\.isUppercase),
      issuer.hasPrefix("Bộ ") || issuer.hasPrefix("UBND")
    else { return true }
    let initials = issuer.split(separator: " ").filter { $0 != "và" }.compactMap(\.first).map {
      $0.uppercased()
    }
    return initials.joined() == part
  }

  private func isSymbolOfAnotherKind(_ part: Substring) -> Bool {
    ["QĐ", "NĐ", "TT", "NQ", "CT"].contains { part == $0 }
  }

  private func add(_ entry: Entry, _ attribute: String, _ value: String, _ report: inout RuleReport) {
    let number = entry.element.attribute("number") ?? ""
    report.add(
      .value(entry.element, "number", scalar: 0),
      vi: "số hiệu “\(number)” không khớp với \(attribute)=\"\(value)\"",
      en: "the number “\(number)” does not fit \(attribute)=\"\(value)\"")
  }
}
