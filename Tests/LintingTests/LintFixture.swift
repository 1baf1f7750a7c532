import Catalogue
import Foundation
import Linting
import Source
import TestSupport
import XML

/// What tests of the linter share: the contracts, catalogues made of text, the national catalogue.
enum LintFixture {
  static let contracts = Result {
    try Contracts(
      catalogue: Repository.source("Schemas/catalogue.xsd"),
      plan: Repository.source("Schemas/master-plan.xsd"),
      places: Repository.source("Sources/BuiltIn/Data/provinces.tsv"))
  }

  static func linter() throws -> Linter { try Linter(contracts.get()) }

  static func file(_ name: String, _ text: String) throws -> Catalogue.File {
    Catalogue.File(name: name, text: try SourceText(name: name, stored: Array(text.utf8)))
  }

  static func stability() throws -> StabilityList {
    try StabilityList(String(decoding: Repository.source("Standards/stability.tsv").bytes, as: UTF8.self))
  }

  /// A catalogue with one standard after another, each with these attributes and children.
  static func standards(_ standards: [String]) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <catalogue xmlns="urn:khung:catalogue:1">
      <standards>
    \(standards.map { "    \($0)" }.joined(separator: "\n"))
      </standards>
    </catalogue>

    """
  }

  static let provenance =
    "<provenance mark=\"verified\" tier=\"A\" source=\"https://vanban.chinhphu.vn/4\" read=\"2026-11-23\"/>"
}
