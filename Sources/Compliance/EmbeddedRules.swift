import Catalogue
import MasterPlan
import Schematron
import Source
import XML

/// The Schematron schemas that stand inside criteria, compiled once and shared.
struct EmbeddedRules: Sendable {
  static let none = EmbeddedRules(schemas: [:])

  private let schemas: [String: SchematronSchema]

  private init(schemas: [String: SchematronSchema]) {
    self.schemas = schemas
  }

  /// Compiles the rules of every criterion.
  /// - Throws: `Refusal` for rules that break ISO/IEC 19757-3 or XPath, named after their criterion.
  init(_ catalogue: Catalogue) throws(Refusal) {
    var schemas: [String: SchematronSchema] = [:]
    for criterion in catalogue.criteria {
      for rules in criterion.requirement.map(Self.rules) ?? [] {
        schemas[rules] = try Self.compile(rules, named: "\(criterion.origin.file)#\(criterion.id)")
      }
    }
    self.schemas = schemas
  }

  /// The rules of one requirement alone.
  init(_ requirement: Requirement) throws(Refusal) {
    var schemas: [String: SchematronSchema] = [:]
    for rules in Self.rules(in: requirement) { schemas[rules] = try Self.compile(rules, named: "rules") }
    self.schemas = schemas
  }

  /// Runs rules on a plan. What goes wrong on the way is a refusal, never a result.
  func run(_ rules: String, on plan: MasterPlan) throws(Refusal) -> ValidationResult? {
    guard let schema = schemas[rules] else { return nil }
    return try Validator(schema).validate(Document(plan.source))
  }

  private static func compile(_ rules: String, named name: String) throws(Refusal) -> SchematronSchema {
    try SchematronSchema(SourceText(name: name, stored: Array(rules.utf8)), path: nil)
  }

  private static func rules(in requirement: Requirement) -> [String] {
    requirement.leaves.compactMap { if case .schematron(let rules, _) = $0 { rules } else { nil } }
  }
}

extension Facts {
  func schematron(_ rules: String, _ sections: [String], _ requirement: Requirement) -> Part {
    let result: ValidationResult?
    do throws(Refusal) {
      result = try self.rules.run(rules, on: plan)
    } catch {
      // An engine error is never a finding: the part stays open, and says so.
      return Part(requirement, .unknown, .rulesBroke)
    }
    guard let result, result.firedRules > 0 else { return absence(of: requirement, in: sections) }
    let held = sections.compactMap { plan.section($0) }.map { Evidence($0, role: .shows) }
    guard !result.isValid else { return Part(requirement, .holds, .stated, held) }
    return Part(requirement, .fails, .rulesComplain(result.findings.map(\.words)), held)
  }
}
