import Catalogue

/// A citation of the plan, what it is and what that text was on the as-of date.
package struct LocatedCitation: Sendable {
  package let printed: String
  package let citation: Citation
  package let state: LegalState?
  package let isBackground: Bool
  package let evidence: Evidence
}
