import Compliance
import Foundation
import Source
import TestSupport
import Testing
import XML

@testable import MasterPlan

/// What a plan says by its table is what a tree of the same document says.
@Suite struct PlanTableTests {
  private static let plans = Repository.files(below: "Examples", withExtension: "xml").filter {
    $0.split(separator: "/").count == 2
  }

  /// What is compared of an item, with what is below it.
  private struct Facts: Equatable {
    let path: String
    let text: String
    let attributes: [String]
    let line: Int
    let section: String
    let children: [Facts]
  }

  private func facts(_ item: Item) -> Facts {
    Facts(
      path: item.place.path, text: item.text.collapsingWhitespace(),
      attributes: item.attributes.map { "\($0.key)=\($0.value.collapsingWhitespace())" },
      line: item.position.line, section: item.section, children: item.children.map(facts))
  }

  private func facts(_ element: Element, at path: String, in section: String) -> Facts {
    let children = Array(element.children)
    let name = element.child("name")
    let isSection = path.split(separator: "/").count == 2
    var seen: [String: Int] = [:]
    return Facts(
      path: path,
      text: isSection ? "" : (children.isEmpty ? element.text : name?.text ?? "").collapsingWhitespace(),
      attributes: element.attributes.map { "\($0.name)=\($0.value.collapsingWhitespace())" },
      line: element.line, section: section,
      children: children.map { child in
        seen[child.name, default: 0] += 1
        return facts(child, at: "\(path)/\(child.name)[\(seen[child.name] ?? 0)]", in: section)
      })
  }

  @Test(arguments: plans)
  func `every section, item, attribute and text of an example stands in the table as in the tree`(
    path: String
  ) throws {
    let source = try Repository.source(path)
    let plan = try MasterPlan.read(source, schema: Repository.planSchema.get())
    let root = try Document(source).root
    #expect(plan.sections.map(\.name) == root.children.map(\.name))
    for (section, element) in zip(plan.sections, root.children) {
      let expected = facts(element, at: "/master-plan/\(element.name)", in: element.name)
      #expect(facts(section.asItem) == expected)
    }
    #expect(plan.digest == ContentDigest.sha256(source.stored))
  }

  @Test func `listed values are found wherever they stand, in the order of the document`() throws {
    let plan = try Repository.plan("binh-lam-complete")
    let found = plan.items(with: "sustainable-city", of: "topic").map(\.place.number)
    func all(_ item: Item) -> [Item] { [item] + item.children.flatMap(all) }
    let expected = plan.sections.flatMap { all($0.asItem) }.filter { $0.topics.contains("sustainable-city") }
    #expect(!found.isEmpty && found == expected.map(\.place.number))
  }
}
