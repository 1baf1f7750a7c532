import XML

/// The name of a place without the word for its kind, so that "thành phố Đà Nẵng" and "Đà Nẵng" are one. A province
/// and a city in it may share a name: who must tell them apart says which of the two is meant.
package struct PlaceName: Hashable, Sendable {
  package let bare: String
  /// Whether a province is meant; false where it does not matter.
  package let isProvince: Bool
  /// The word for its kind in full; nil where the print has none. No part of what makes two prints one place.
  private let kind: String?

  private static let kinds = [
    "thành phố trực thuộc trung ương ", "thành phố ", "tỉnh ", "tp. ", "tp.", "tp ", "đặc khu ", "thị xã ",
  ]
  /// The one place whose name is mostly printed short.
  private static let short = ["hcm": "hồ chí minh", "tphcm": "hồ chí minh"]
  /// The tone of these pairs of vowels is written on either: Thanh Hoá, Thanh Hóa; Thuỷ Nguyên, Thủy Nguyên.
  private static let tones: [(old: String, new: String)] =
    zip("òóỏõọ", "àáảãạ").map { ("\($0)a", "o\($1)") } + zip("òóỏõọ", "èéẻẽẹ").map { ("\($0)e", "o\($1)") }
    + zip("ùúủũụ", "ỳýỷỹỵ").map { ("\($0)y", "u\($1)") }

  package init(_ printed: String, isProvince: Bool = false) {
    self.isProvince = isProvince
    var name = Self.seen(printed).collapsingWhitespace().lowercased()
    for dash in ["–", "—", "‑", "‐"] { name = name.replacing(dash, with: "-") }
    name = name.replacing(" - ", with: "-")
    let kind = Self.kinds.first { name.hasPrefix($0) }
    if let kind { name.removeFirst(kind.count) }
    self.kind = kind.map {
      $0.hasPrefix("tp") || $0.hasPrefix("thành phố") ? "thành phố" : String($0.dropLast())
    }
    for tone in Self.tones { name = name.replacing(tone.new, with: tone.old) }
    bare = Self.short[name] ?? name
  }

  /// Whether both prints can mean one place: a province and a city of one name are two, where both say what they are.
  package func fits(_ other: PlaceName) -> Bool {
    bare == other.bare && (kind == nil || other.kind == nil || kind == other.kind)
  }

  package static func == (left: PlaceName, right: PlaceName) -> Bool {
    left.bare == right.bare && left.isProvince == right.isProvince
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(bare)
    hasher.combine(isProvince)
  }

  /// The place for which a body speaks: "UBND tỉnh Nghệ An".
  package init(issuer: String) {
    let name = Self.seen(issuer).collapsingWhitespace().lowercased()
    let body = Self.bodies.first { name.hasPrefix($0) }
    self.init(body.map { String(name.dropFirst($0.count)) } ?? name)
  }

  private static let bodies = [
    "ubnd ", "ủy ban nhân dân ", "uỷ ban nhân dân ", "hđnd ", "hội đồng nhân dân ",
  ]

  /// What of a name can be seen: any blank is one, and signs without a width are none. Letters of one canonical form
  /// are equal as they are.
  private static func seen(_ printed: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in printed.unicodeScalars {
      if scalar.properties.isWhitespace {
        scalars.append(" ")
      } else if !scalar.properties.isDefaultIgnorableCodePoint,
        scalar.properties.generalCategory != .format
      {
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
