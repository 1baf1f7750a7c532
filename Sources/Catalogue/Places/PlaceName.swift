/// The name of a place without the word for its kind, so that "thành phố Đà Nẵng" and "Đà Nẵng" are one. A province
/// and a city in it may share a name: who must tell them apart says which of the two is meant.
package struct PlaceName: Hashable, Sendable {
  /// Folded: no print, and no name to show.
  package let bare: String
  /// Whether a province is meant; false where it does not matter.
  package let isProvince: Bool
  /// The word for its kind in full; nil where the print has none. No part of what makes two prints one place.
  private let kind: Kind?

  private enum Kind { case city, province, specialZone, town }

  /// Words for kinds, the longest first.
  private static let kinds: [(words: [Unicode.Scalar], kind: Kind)] = {
    let words: [(String, Kind)] = [
      ("thành phố trực thuộc trung ương ", .city), ("thành phố ", .city), ("tỉnh ", .province),
      ("tp. ", .city), ("tp.", .city), ("tp ", .city), ("đặc khu ", .specialZone), ("thị xã ", .town),
    ]
    return words.map { (beginning($0.0), $0.1) }
  }()

  /// The one place whose name is mostly printed short.
  private static let short = Dictionary(
    uniqueKeysWithValues: ["hcm", "tphcm"].map { (folded($0), folded("hồ chí minh")) })

  package init(_ printed: String, isProvince: Bool = false) {
    self.init(folded: Self.folded(printed), isProvince: isProvince)
  }

  /// The place for which a body speaks: "UBND tỉnh Nghệ An".
  package init(issuer: String) {
    let name = Self.folded(issuer)
    let body = Self.bodies.first { name.starts(with: $0) }
    self.init(folded: Array(name.dropFirst(body?.count ?? 0)), isProvince: false)
  }

  private init(folded name: [Unicode.Scalar], isProvince: Bool) {
    self.isProvince = isProvince
    let first = Self.kinds.first { name.starts(with: $0.words) }
    kind = first?.kind
    let rest = Array(name.dropFirst(first?.words.count ?? 0))
    bare = (Self.short[rest] ?? rest).text
  }

  private static let bodies = ["ubnd ", "ủy ban nhân dân ", "hđnd ", "hội đồng nhân dân "].map(beginning)

  /// Any blank is one, signs without a width are none, and the tone of a word stands at its end, whichever vowel
  /// carries it: Thanh Hoá, Thanh Hóa.
  private static func folded(_ printed: String) -> [Unicode.Scalar] { FoldedText(printed).letters }

  /// What a name may begin with; a blank at its end counts.
  private static func beginning(_ words: String) -> [Unicode.Scalar] {
    folded(words) + (words.utf8.last == 0x20 ? [" "] : [])
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
}
