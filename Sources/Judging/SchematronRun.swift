import Schematron

/// What one schema found in several documents, and the worst of it.
package struct SchematronRun {
  package var results: [ValidationResult] = []
  package var errors: [(document: String, message: String)] = []

  package init() {}

  package var status: RunStatus {
    if !errors.isEmpty { return .refused }
    if !results.allSatisfy(\.isValid) { return .gaps }
    // What checked nothing was not found valid.
    return results.allSatisfy { $0.firedRules > 0 && $0.idle.isEmpty } ? .conforming : .incomplete
  }
}
