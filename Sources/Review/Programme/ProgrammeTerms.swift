import Catalogue
import Source
import XML

/// What a target of the national scheme counts: its unit, over how many regions, which cities must be among
/// them, which region it names, which kind of plan it asks for. Read from the catalogue's own files.
package struct ProgrammeTerms: Sendable {
  package struct Terms: Sendable {
    package let unit: String?
    package let regions: Int?
    package let cores: [String]
    /// The one region that the target speaks of.
    package let region: String?
    /// The kind of plan that a city must have to be counted, whatever else its plans say.
    package let planKind: String?
  }

  private let terms: [String: Terms]

  /// - Throws: `Refusal` when a file is not well-formed.
  package init(_ files: [Catalogue.File]) throws(Refusal) {
    var terms: [String: Terms] = [:]
    for file in files where file.name.hasSuffix(".xml") {
      for target in try Document(file.text).root.child("programme")?.children("target") ?? [] {
        guard let id = target.attribute("id") else { continue }
        terms[id] = Terms(
          unit: target.attribute("unit"), regions: target.attribute("regions").flatMap { Int($0) },
          cores: target.attribute("cores")?.split(separator: ",").map { String($0).collapsingWhitespace() }
            ?? [],
          region: target.attribute("region"), planKind: target.attribute("plan-kind"))
      }
    }
    self.terms = terms
  }

  package subscript(id: String) -> Terms {
    terms[id] ?? Terms(unit: nil, regions: nil, cores: [], region: nil, planKind: nil)
  }
}

extension ProgrammeTerms.Terms {
  /// Whether the unit is a city (đô thị, đô thị loại II trở lên …), which is what a plan file speaks of.
  var countsCities: Bool { unit?.lowercased().hasPrefix("đô thị") ?? false }
}
