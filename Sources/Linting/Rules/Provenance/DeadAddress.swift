import XML

/// Addresses of a form that leads nowhere.
struct DeadAddress: Rule {
  let card = RuleCard(
    "K053", "dead-address", .warning, .provenance,
    vi: "Địa chỉ nguồn không mở được: không phải http hay https, thiếu tên miền, có khoảng trắng hoặc dấu "
      + "ba chấm, trang kết quả tìm kiếm, bộ nhớ đệm, hoặc mạng nội bộ.",
    en: "The address of the source cannot be opened by others: no http or https, no host, white space or an "
      + "ellipsis, a page of search results, a cache, or a private network.",
    accepts: """
      <standards>
        <standard id="TCVN-00002-2024" kind="TCVN" number="TCVN 00002:2024" year="2024">
          <title lang="vi">Đèn đường</title>
          <title lang="en">Street lamps</title>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/?docid=4" read="2026-11-23"/>
        </standard>
      </standards>
      """,
    rejects: """
      <standards>
        <standard id="TCVN-00002-2024" kind="TCVN" number="TCVN 00002:2024" year="2024">
          <title lang="vi">Đèn đường</title>
          <title lang="en">Street lamps</title>
          <provenance mark="verified" tier="A" source="‸vanban.chinhphu.vn/4" read="2026-11-23"/>
        </standard>
      </standards>
      """)

  private static let temporary = [
    "webcache.googleusercontent.com", "google.com/search", "google.com/url", "bing.com/search", "localhost",
    "127.0.0.1", "192.168.", "://10.", "jsessionid=", "file:", "example.com", "example.org",
  ]

  func check(_ source: CatalogueSource, _ report: inout RuleReport) {
    for element in source.provenances {
      guard let address = element.attribute("source"), !leadsSomewhere(address),
        !isRepository(address, tier: element.attribute("tier"))
      else { continue }
      report.add(
        .value(element, "source", scalar: 0), vi: "địa chỉ “\(address)” không dẫn tới đâu",
        en: "the address “\(address)” leads nowhere")
    }
  }

  /// A public repository, named by its number where no address may be printed: tier C only.
  private func isRepository(_ address: String, tier: String?) -> Bool {
    let number = address.dropFirst("unofficial:".count)
    return tier == "C" && address.hasPrefix("unofficial:") && !number.isEmpty
      && number.allSatisfy { $0.isASCII && $0.isNumber }
  }

  private func leadsSomewhere(_ address: String) -> Bool {
    let lower = address.lowercased()
    guard lower.hasPrefix("http://") || lower.hasPrefix("https://"),
      !address.contains(where: { $0.isWhitespace || $0 == "…" }), !address.contains("..."),
      !Self.temporary.contains(where: { lower.contains($0) })
    else { return false }
    let host = lower.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first ?? ""
    return host.contains(".") && host.first != "." && host.last != "."
  }
}
