import MasterPlan

/// The stage whose criteria bind, and whether the caller named it.
package struct StageUsed: Sendable, Hashable {
  package let stage: Stage
  package let isNamed: Bool
}
