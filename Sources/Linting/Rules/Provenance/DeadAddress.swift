/// Addresses of a form that leads nowhere.
struct DeadAddress: FileRule {
  let card = RuleCard(
    "K053", "dead-address", .warning, .provenance,
    vi: "Địa chỉ nguồn không mở được: không phải http hay https, thiếu tên miền, có khoảng trắng hoặc dấu "
      + "ba chấm, trang kết quả tìm kiếm, bộ nhớ đệm, mạng nội bộ, hoặc chỉ là địa chỉ số.",
    en: "The address of the source cannot be opened by others: no http or https, no host, white space or an "
      + "ellipsis, a page of search results, a cache, a private network, or a bare number.",
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

  func check(_ contents: FileContents, _ report: inout RuleReport) {
    // Entries of one file have few sources.
    var known: [String: Bool] = [:]
    for element in contents.writing.provenances {
      guard let address = element.attribute("source") else { continue }
      let isAlive = known[address] ?? leadsSomewhere(address)
      known[address] = isAlive
      guard !isAlive,
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
    let bytes = Array(address.utf8)
    guard let host = Host(bytes), host.isPublic else { return false }
    // White space, an ellipsis, and what only a session or a search engine knows.
    return !bytes.contains { $0 <= 0x20 } && !Self.cutOff.contains { bytes.holds($0) }
      && !(host.isSearchEngine && host.path.starts(with: "/search".utf8)
        || host.path.starts(with: "/url?".utf8))
  }

  private static let cutOff = ["…", "...", "jsessionid="].map { Array($0.utf8) }
}

/// The host of an address (RFC 3986, 3.2) as its bytes stand.
private struct Host {
  private let name: [UInt8]
  private let port: [UInt8]
  let path: ArraySlice<UInt8>

  init?(_ address: [UInt8]) {
    let lower = address.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    guard let scheme = ["https://", "http://"].first(where: { lower.starts(with: $0.utf8) }) else {
      return nil
    }
    let rest = lower.dropFirst(scheme.utf8.count)
    let authority = rest.prefix {
      $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#")
    }
    path = rest.dropFirst(authority.count)
    let parts = authority.split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
    name = Array(parts[0])
    port = parts.count > 1 ? Array(parts[1]) : []
  }

  /// Labels of letters, digits and inner hyphens, at least two, the last one no number: neither a
  /// network of one's own nor a name kept for examples (RFC 2606, RFC 1918).
  var isPublic: Bool {
    let labels = name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard labels.count >= 2, labels.allSatisfy(Self.isLabel), let last = labels.last,
      !last.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), port.count <= 5,
      port.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
      (Int(String(decoding: port, as: UTF8.self)) ?? 1) < 65_536
    else { return false }
    let whole = String(decoding: name, as: UTF8.self)
    let kept = ["example.com", "example.org", "example.net", "webcache.googleusercontent.com"]
    return !kept.contains(whole)
      && !["localhost", "local", "test", "invalid", "example"].contains {
        last.elementsEqual($0.utf8)
      }
  }

  var isSearchEngine: Bool {
    let whole = String(decoding: name, as: UTF8.self)
    return ["google.", "bing.", "duckduckgo.", "coccoc."].contains {
      whole.hasPrefix($0) || whole.hasPrefix("www." + $0)
    }
  }

  private static func isLabel(_ label: ArraySlice<UInt8>) -> Bool {
    guard let first = label.first, let last = label.last, first != UInt8(ascii: "-"),
      last != UInt8(ascii: "-")
    else { return false }
    return label.allSatisfy {
      $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 || $0 == UInt8(ascii: "-") || $0 >= 0x80
    }
  }
}

extension [UInt8] {
  fileprivate func holds(_ wanted: [UInt8]) -> Bool {
    guard count >= wanted.count else { return false }
    return indices.dropLast(wanted.count - 1).contains {
      self[$0] == wanted[0] && self[$0...].starts(with: wanted)
    }
  }
}
