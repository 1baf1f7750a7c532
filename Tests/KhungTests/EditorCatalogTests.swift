import Foundation
import TestSupport
import Testing
import XML

/// `catalog.xml` tells editors which schema belongs to which namespace.
@Suite struct EditorCatalogTests {
  @Test func `every schema of the repository is in the catalog of editors, under its namespace`() throws {
    let root = try Document(Repository.source("catalog.xml")).root
    let entries = root.children("uri").map { ($0.attribute("name") ?? "", $0.attribute("uri") ?? "") }
    let schemas = Repository.files(below: "Schemas", withExtension: "xsd")
    #expect(Set(entries.map(\.1)) == Set(schemas))
    for (name, file) in entries {
      #expect(try Document(Repository.source(file)).root.attribute("targetNamespace") == name)
    }
  }
}
