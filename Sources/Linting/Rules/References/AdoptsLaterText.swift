import Catalogue

/// Standards that adopt a text which is younger than they are, or another one than their number says.
struct AdoptsLaterText: FileRule {
  let card = RuleCard(
    "K027", "adopts-later-text", .error, .references,
    vi:
      "Tiêu chuẩn quốc gia không thể chấp nhận một tiêu chuẩn quốc tế ban hành sau nó, và TCVN ISO 1 chấp nhận "
      + "ISO 1 chứ không phải số khác; phần 3 chấp nhận phần 3.",
    en:
      "A national standard cannot adopt an international one that came after it, and TCVN ISO 1 adopts ISO 1, "
      + "no other number; part 3 adopts part 3.",
    accepts: .standard(saying: "<adopts reference=\"ISO 1:2023\" degree=\"IDT\"/>"),
    rejects: .standard(saying: "<adopts reference=\"‸ISO 1:2033\" degree=\"IDT\"/>"))

  func check(_ contents: FileContents, _ report: inout RuleReport) {
    for (entry, standard) in contents.standards {
      for (element, adoption) in zip(entry.element.children("adopts"), standard.adopts) {
        let parts = adoption.reference.utf8.split(
          separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        let year = parts.dropFirst().first.flatMap { Int(String(decoding: $0.prefix(4), as: UTF8.self)) }
        if let year, let own = standard.year, year > own {
          report.add(
            .value(element, "reference", scalar: 0),
            vi: "\(standard.number) không thể chấp nhận bản năm \(year)",
            en: "\(standard.number) cannot adopt a text of \(year)")
        } else if let expected = Self.adopted(by: standard.number), let name = parts.first,
          expected != Array(name)
        {
          report.add(
            .value(element, "reference", scalar: 0),
            vi:
              "\(standard.number) chấp nhận \(String(decoding: expected, as: UTF8.self)) theo chính số hiệu của nó",
            en: "\(standard.number) adopts \(String(decoding: expected, as: UTF8.self)) by its own number")
        } else if let own = Self.part(of: standard.number), let other = Self.part(of: adoption.reference),
          own != other
        {
          report.add(
            .value(element, "reference", scalar: 0),
            vi: "\(standard.number) là phần \(own), không phải phần \(other)",
            en: "\(standard.number) is part \(own), not part \(other)")
        }
      }
    }
  }

  /// `30-2` of `TCVN 10176-30-2:2025`; nothing where a text has no parts.
  private static func part(of number: String) -> String? {
    let name = number.utf8.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "(") }
    guard let dash = name.firstIndex(of: UInt8(ascii: "-")) else { return nil }
    let part = name[name.index(after: dash)...].prefix {
      (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
    }
    return part.isEmpty ? nil : String(decoding: part, as: UTF8.self)
  }

  /// `ISO 37106` of `TCVN ISO 37106:2018`; nothing for national numbers of their own.
  private static func adopted(by number: String) -> [UInt8]? {
    let prefix = Array("TCVN ISO".utf8)
    guard number.utf8.starts(with: prefix) else { return nil }
    return Array(number.utf8.dropFirst(5).prefix { $0 != UInt8(ascii: ":") })
  }
}
