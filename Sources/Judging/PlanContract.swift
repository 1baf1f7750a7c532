import BuiltIn
import MasterPlan
import Source
import Workers
import XML

/// What `master-plan.xsd` says: what a plan may hold, and what it is called.
package struct PlanContract: Sendable {
  package let schema: TableSchema
  package let vocabulary: PlanVocabulary

  private init(_ source: SourceText) throws(Refusal) {
    let document = try Document(source)
    schema = try TableSchema(document, root: "master-plan", namespace: MasterPlan.namespace)
    vocabulary = PlanVocabulary(document)
  }

  private static let shared = FirstUse<Result<PlanContract, any Error>> {
    Result { try PlanContract(BuiltIn.schema("master-plan")) }
  }

  /// The contract that travels inside the program; made once.
  /// - Throws: `Refusal` when the schema is none, which the tests of a build rule out.
  package static func builtIn() throws -> PlanContract { try shared.value.get() }

  /// Begins to make it beside other work.
  package static func begin() { shared.begin() }

  /// Waits until it is made. libxml2 cleans up when the process ends: nothing may be at work with it then.
  package static func end() { _ = shared.value }
}
