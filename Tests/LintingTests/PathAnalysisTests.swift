import TestSupport
import Testing
import XML
import XPath

@testable import Linting

/// What a path can reach in a plan, told from `master-plan.xsd` alone.
@Suite struct PathAnalysisTests {
  private static let namespaces = ["p": "urn:khung:master-plan:1", "q": "urn:other"]

  private func deadSteps(_ expression: String) throws -> [String] {
    let grammar = try PlanGrammar(Repository.source("Schemas/master-plan.xsd"))
    let syntax = try XPathSyntax(expression: expression, namespaces: Self.namespaces)
    return PathAnalysis(syntax, context: [.root], grammar: grammar, namespaces: Self.namespaces)
      .deadSteps.map(\.step.test)
  }

  @Test(arguments: [
    "p:master-plan/p:data/p:spatial-data/@coordinate-system", "//p:statement[@topic = 'x']",
    "/p:master-plan/*",
    "p:master-plan/p:projects/p:project[p:budget/@amount > 1]/@id", "//p:system/../../@coverage",
    "count(//p:layer | //p:field) > key('k', 'v')", "//@by", "//p:task/ancestor::p:phases",
    "p:master-plan/p:security/p:system[1]/following-sibling::p:statement", "//p:name/text()",
    "//*[local-name() = 'nothing']", "/p:master-plan/descendant::p:budget/@source",
  ])
  func `a path that a plan can have reaches something`(expression: String) throws {
    #expect(try deadSteps(expression) == [])
  }

  @Test(arguments: [
    ("p:master-plan/p:dta", "p:dta"), ("master-plan/p:data", "master-plan"), ("//q:data", "q:data"),
    ("//p:data/@coordinate-system", "coordinate-system"),
    ("//p:spatial-data[@cordinate-system]", "cordinate-system"),
    ("p:data", "p:data"), ("//p:layer/p:component", "p:component"), ("//@by/p:name", "p:name"),
    ("//p:data/parent::p:security", "p:security"), ("//p:statement/@q:by", "q:by"),
    ("//p:project[p:owner = 'x']", "p:owner"), ("//p:security/text()", "text()"),
  ])
  func `a step that no plan can have is found, and only the first one`(expression: String, dead: String)
    throws
  {
    #expect(try deadSteps(expression) == [dead])
  }
}
