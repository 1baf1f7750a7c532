import Catalogue
import MasterPlan
import XML

/// What a target of the national scheme counts: its unit, over how many regions, which cities must be among
/// them, which region it names. Read from the catalogue's own files.
public struct ProgrammeTerms: Sendable {
  public struct Terms: Sendable {
    public let unit: String?
    public let regions: Int?
    public let cores: [String]
  }

  private let terms: [String: Terms]

  /// - Throws: `Refusal` when a file is not well-formed.
  public init(_ files: [Catalogue.File]) throws(Refusal) {
    var terms: [String: Terms] = [:]
    for file in files where file.name.hasSuffix(".xml") {
      for target in try Document(file.text).root.child("programme")?.children("target") ?? [] {
        guard let id = target.attribute("id") else { continue }
        terms[id] = Terms(
          unit: target.attribute("unit"), regions: target.attribute("regions").flatMap { Int($0) },
          cores: target.attribute("cores")?.split(separator: ",").map { String($0).collapsingWhitespace() }
            ?? [])
      }
    }
    self.terms = terms
  }

  public subscript(id: String) -> Terms { terms[id] ?? Terms(unit: nil, regions: nil, cores: []) }
}

extension ProgrammeTerms.Terms {
  /// Whether the unit is a city (đô thị, đô thị loại II trở lên …), which is what a plan file speaks of.
  var countsCities: Bool { unit?.lowercased().hasPrefix("đô thị") ?? false }
}

/// The name of a place without the word for its kind, so that "thành phố Đà Nẵng" and "Đà Nẵng" are one.
struct PlaceName: Hashable {
  let bare: String

  private static let kinds = [
    "thành phố trực thuộc trung ương ", "thành phố ", "tỉnh ", "tp. ", "tp.", "tp ", "đặc khu ", "thị xã ",
  ]

  init(_ printed: String) {
    var name = printed.collapsingWhitespace().lowercased()
    if let kind = Self.kinds.first(where: { name.hasPrefix($0) }) { name.removeFirst(kind.count) }
    // The tone stands on either vowel: Thanh Hoá, Thanh Hóa.
    for (new, old) in zip("àáảãạ", "òóỏõọ") { name = name.replacing("o\(new)", with: "\(old)a") }
    bare = name
  }
}
