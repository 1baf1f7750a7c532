import Foundation
import TestSupport
import Testing
import XML

@testable import Catalogue
@testable import Linting

/// A facet is declared once. What else is written about it by hand says the same.
@Suite struct FacetDeclarationTests {
  /// The parameters of one facet in a form that schema and pages can be put into.
  private struct Parameter: Hashable, CustomStringConvertible {
    let name: String
    let isRequired: Bool
    var type = ""

    var description: String { "\(name)\(isRequired ? "" : "?")\(type.isEmpty ? "" : ": \(type)")" }
  }

  private static func schemaType(_ value: FacetAttribute.Value) -> String {
    switch value {
    case .token: "xs:NMTOKEN"
    case .tokens, .details: "tokens"
    case .id: "entry-id"
    case .ids: "entry-ids"
    case .count: "xs:positiveInteger"
    case .share: "xs:decimal"
    case .day: "day"
    case .year: "year"
    case .flag: "xs:boolean"
    case .text: "text"
    case .layerKind: "layer-kind"
    }
  }

  @Test func `the schema of catalogues knows the same facets with the same parameters`() throws {
    let schema = try Document(Repository.source("Schemas/catalogue.xsd")).root
    let group = try #require(schema.children.first { $0.name == "group" && $0.attribute("name") == "facet" })
    let elements = group.child("choice").map { Array($0.children("element")) } ?? []
    let names = elements.compactMap { $0.attribute("name") }.filter { !["all", "any"].contains($0) }
    #expect(Set(names) == Set(Facets.types.map { $0.name }) && names.count == Facets.types.count)
    for facet in Facets.types {
      let type = try #require(
        schema.children("complexType").first { $0.attribute("name") == facet.name }, "\(facet.name)")
      let written = type.children("attribute").map {
        Parameter(
          name: $0.attribute("name") ?? "", isRequired: $0.attribute("use") == "required",
          type: $0.attribute("type") ?? "")
      }
      let declared = facet.attributes.map {
        Parameter(name: $0.name, isRequired: $0.isRequired, type: Self.schemaType($0.value))
      }
      #expect(Array(written) == declared, "\(facet.name)")
    }
  }

  @Test func `every list of words that a facet names is one of the schema of plans`() throws {
    let vocabulary = try Repository.vocabulary.get()
    for attribute in Facets.types.flatMap({ $0.attributes }) {
      guard let list = attribute.list, list != FacetAttribute.sections, list != FacetAttribute.items else {
        continue
      }
      #expect(!vocabulary.values(of: list).isEmpty, "\(list)")
    }
  }

  @Test func `the page of a facet has its parameters, and the overview has the facet`() throws {
    let overview = String(
      decoding: try Repository.source("Documentation/facets/README.md").bytes, as: UTF8.self)
    for facet in Facets.types {
      let page = String(
        decoding: try Repository.source("Documentation/facets/\(facet.name).md").bytes, as: UTF8.self)
      let rows = page.matches(of: /(?m)^\| `([^`]+)` \| (yes|no) \|/).map {
        Parameter(name: String($0.1), isRequired: $0.2 == "yes")
      }
      #expect(
        rows == facet.attributes.map { Parameter(name: $0.name, isRequired: $0.isRequired) }, "\(facet.name)")
      #expect(overview.contains("| [`\(facet.name)`](\(facet.name).md) |"), "\(facet.name)")
    }
  }

  @Test func `the examples of a facet show every parameter, and no other`() throws {
    for facet in Facets.types {
      var shown: Set<String> = []
      for path in Repository.files(below: "Examples/facets/\(facet.name)", withExtension: "xml") {
        let requirement = try #require(Document(Repository.source(path)).root.child("requirement"))
        for element in requirement.facets where element.name == facet.name {
          shown.formUnion(element.attributes.map(\.name))
        }
      }
      #expect(shown == Set(facet.attributes.map(\.name)), "\(facet.name)")
    }
  }

  @Test func `a requirement reads its own notation`() throws {
    for path in Repository.files(below: "Examples/facets", withExtension: "xml") {
      let element = try #require(
        Document(Repository.source(path)).root.child("requirement")?.children.first { _ in true })
      let requirement = try #require(Requirement(element))
      for leaf in requirement.leaves {
        guard case .facet = leaf else { continue }
        let again = try Document(.init(name: "notation", stored: Array(leaf.notation.utf8))).root
        // A decision is a part beside its body, so that it is read as both.
        #expect(Requirement(again)?.leaves.contains(leaf) ?? false, "\(leaf.notation)")
      }
    }
  }

  /// One criterion for each word and each id that a facet names, with another in its place.
  @Test func `the linter knows every word and every id that a facet names`() throws {
    var criteria: [(id: String, rule: String, text: String)] = []
    for facet in Facets.types {
      for broken in facet.attributes {
        let rule: String
        switch broken.value {
        case .token, .tokens, .details: rule = "K064"
        case .id, .ids: rule = "K020"
        default: continue
        }
        let attributes = try facet.attributes.map { attribute in
          " \(attribute.name)=\"\(attribute == broken ? "X-NOTHING" : try value(of: attribute))\""
        }
        let id = "C-EX-\(criteria.count + 10)"
        criteria.append((id, rule, criterion(id, "<\(facet.name)\(attributes.joined())/>")))
      }
    }
    #expect(criteria.count >= 20)
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <catalogue xmlns="urn:khung:catalogue:1">
        <criteria>
      \(criteria.map(\.text).joined())  </criteria>
      </catalogue>

      """
    let result = try LintFixture.linter().lint(
      Repository.catalogueFiles() + [LintFixture.file("criteria/zz-example.xml", text)])
    for (id, rule, text) in criteria {
      #expect(result.findings.contains { $0.entry == id && $0.rule == rule }, "\(rule) \(text)")
    }
  }

  private func criterion(_ id: String, _ requirement: String) -> String {
    """
        <criterion id="\(id)" force="drafting" group="architecture">
          <title lang="vi">Ví dụ \(id)</title>
          <title lang="en">Example \(id)</title>
          <duty-subject>plan</duty-subject>
          <plan-statement lang="vi">Đề án nêu dữ liệu \(id).</plan-statement>
          <plan-statement lang="en">The plan states its data \(id).</plan-statement>
          <phase/>
          <requirement>\(requirement)</requirement>
          \(LintFixture.provenance)
        </criterion>

    """
  }

  /// A value that the attribute may have.
  private func value(of attribute: FacetAttribute) throws -> String {
    let (catalogue, vocabulary) = try (Repository.catalogue.get(), Repository.vocabulary.get())
    switch attribute.value {
    case .token(FacetAttribute.sections), .tokens(FacetAttribute.sections): return "data"
    case .token(FacetAttribute.items), .tokens(FacetAttribute.items): return "indicator"
    case .token(let list), .tokens(let list): return try #require(vocabulary.values(of: list).min())
    case .details: return try #require(vocabulary.details(of: "indicator").min())
    case .id(.instrument), .ids(.instrument): return catalogue.instruments[0].id
    case .id(.standard), .ids(.standard): return catalogue.standards[0].id
    case .id(.framework), .ids(.framework): return catalogue.frameworks[0].id
    case .id(.layer), .ids(.layer): return catalogue.frameworks[0].layers[0].id
    case .count: return "1"
    case .share: return "50"
    case .day: return "2030-12-31"
    case .year: return "2027"
    case .flag: return "true"
    case .text: return "VN-2000"
    case .layerKind: return "horizontal"
    }
  }
}
