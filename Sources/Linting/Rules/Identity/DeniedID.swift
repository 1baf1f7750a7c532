import Catalogue
import XML

/// Ids that say another article, number or year than their entry.
struct DeniedID: CatalogueRule {
  let card = RuleCard(
    "K110", "denied-id", .error, .identity,
    vi:
      "Mã nêu một điều, khoản, điểm, số hiệu hoặc năm khác với thuộc tính của chính mục đó: một trong hai nơi "
      + "gõ nhầm.",
    en:
      "The id says another article, clause, point, number or year than the attributes of its own entry: one "
      + "of the two was mistyped.",
    accepts: .decrees(provision: Self.provision("article=\"21\" clause=\"3\"")),
    rejects: .decrees(provision: Self.provision("article=\"‸12\" clause=\"3\"")))

  private static func provision(_ attributes: String) -> String {
    """
    <provision id="ND-02-2025.D21.K3" \(attributes)>
          <subject lang="vi">Phạm vi</subject>
          <subject lang="en">Scope</subject>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/6" read="2026-11-23"/>
        </provision>
    """
  }

  func check(_ source: CatalogueSource, _ report: inout RuleReport) {
    // An id of another form, and one that stands twice, is told by a rule of its own.
    var ids: Set<String> = []
    for (entry, instrument) in source.instruments where ids.insert(entry.id).inserted {
      check(entry, number: instrument.number, year: instrument.year, isWhole: false, &report)
      for (element, provision) in zip(entry.element.children("provision"), instrument.provisions) {
        check(element, provision, of: instrument.id, &report)
      }
    }
    for (entry, standard) in source.standards
    where ids.insert(entry.id).inserted
      && entry.id.utf8.prefix(4).elementsEqual(standard.number.utf8.prefix(4))
    {
      check(entry, number: standard.number, year: standard.year, isWhole: true, &report)
    }
    check(parts: source, &report)
  }

  /// The id of a framework or an indicator holds a number of the text that it is part of.
  private func check(parts source: CatalogueSource, _ report: inout RuleReport) {
    for entry in source.entries where entry.kind == .framework || entry.kind == .indicator {
      guard let owner = entry.element.attribute("instrument"), let text = source.catalogue.instrument(owner)
      else { continue }
      let named = entry.id.utf8.split(separator: UInt8(ascii: "-")).dropFirst().flatMap { Self.serial($0) }
      guard let first = named.first else { continue }
      let known = Set(Self.runs(text.number ?? "") + Self.runs(owner))
      guard !known.isEmpty, !known.contains(first) else { continue }
      report.add(
        .value(entry.element, "instrument", scalar: 0),
        vi: "mã \(entry.id) nêu số \(first), \(owner) thì không",
        en: "the id \(entry.id) has the number \(first), and \(owner) has not")
    }
  }

  /// The number of a token that is a number, or a few letters and a number: `950`, `TT03`.
  private static func serial(_ token: Substring.UTF8View) -> [Int] {
    let letters = token.prefix { !(0x30...0x39).contains($0) }
    return letters.count <= 2 ? whole(token.dropFirst(letters.count)) : []
  }

  /// - Parameter isWhole: the id holds every number of the printed one, as the ids of standards do.
  private func check(
    _ entry: Entry, number: String?, year: Int?, isWhole: Bool, _ report: inout RuleReport
  ) {
    let printed = Self.runs(number ?? "")
    let named = entry.id.utf8.split(separator: UInt8(ascii: "-"))
      .flatMap { token in isWhole ? Self.runs(Substring(token)) : Self.whole(token) }
    guard !named.isEmpty else { return }
    if isWhole {
      guard !printed.isEmpty, named != printed else { return }
    } else {
      let allowed = Set(printed + (year.map { [$0] } ?? []))
      let others = named.filter { $0 != year }
      // Without a number, or for a text that is known by its name, the id says what it likes.
      guard number != nil, !others.isEmpty, let first = printed.first else { return }
      guard !named.contains(first) || named.contains(where: { !allowed.contains($0) }) else { return }
    }
    report.add(
      .value(entry.element, "id", scalar: 0), vi: "mã \(entry.id) không khớp với số hiệu “\(number ?? "")”",
      en: "the id \(entry.id) does not fit the number “\(number ?? "")”")
  }

  private func check(_ element: Element, _ provision: Provision, of owner: String, _ report: inout RuleReport)
  {
    let parts = provision.id.utf8.dropFirst(owner.utf8.count).split(separator: UInt8(ascii: "."))
    guard let first = parts.first, let article = Self.number(first, after: "D") else { return }
    if Self.leading(provision.article) != article {
      return add(element, "article", provision, &report)
    }
    let clause = parts.dropFirst().first.flatMap { Self.number($0, after: "K") }
    if Self.leading(provision.clause) != clause, parts.count > 1 || provision.clause != nil {
      return add(element, "clause", provision, &report)
    }
    guard parts.count > 2, clause != nil else { return }
    if Self.point(parts[parts.startIndex + 2]) != Array((provision.point ?? "").lowercased().utf8) {
      add(element, "point", provision, &report)
    }
  }

  private func add(
    _ element: Element, _ attribute: String, _ provision: Provision, _ report: inout RuleReport
  ) {
    let place: RuleTarget =
      element.attribute(attribute) == nil ? .element(element) : .value(element, attribute, scalar: 0)
    let value = element.attribute(attribute) ?? "–"
    report.add(
      place, vi: "mã \(provision.id) nói khác: \(attribute)=\"\(value)\"",
      en: "the id \(provision.id) says otherwise: \(attribute)=\"\(value)\"")
  }

  private static func number(_ part: Substring.UTF8View, after letter: Unicode.Scalar) -> Int? {
    guard part.first == UInt8(ascii: letter) else { return nil }
    return Int(String(Substring(part.dropFirst())))
  }

  /// `7–11` begins with 7.
  private static func leading(_ value: String?) -> Int? {
    value.flatMap { Int(String(decoding: $0.utf8.prefix { (0x30...0x39).contains($0) }, as: UTF8.self)) }
  }

  /// `C2` is the second part of point c; `DD` is point đ.
  private static func point(_ part: Substring.UTF8View) -> [UInt8] {
    let letters = part.prefix { !(0x30...0x39).contains($0) }.map { $0 | 0x20 }
    return letters == Array("dd".utf8) ? Array("đ".utf8) : letters
  }

  private static func runs(_ text: some StringProtocol) -> [Int] {
    text.utf8.split { !(0x30...0x39).contains($0) }.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
  }

  private static func whole(_ token: Substring.UTF8View) -> [Int] {
    !token.isEmpty && token.allSatisfy { (0x30...0x39).contains($0) } ? runs(Substring(token)) : []
  }
}
