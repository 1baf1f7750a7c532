/// A national standard (TCVN), technical regulation (QCVN) or international standard.
/// Year, issuer suffix, part and amendment are part of its identity.
package struct Standard: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case national = "TCVN"
    case technicalRegulation = "QCVN"
    case international
  }

  package let id: String
  package let kind: Kind
  /// Full designation as printed, for example `TCVN ISO 37106:2018`.
  package let number: String
  package let year: Int?
  package let title: Label
  package let aliases: [String]
  package let field: String?
  package let adopts: [Adoption]
  /// Instruments that cite it, and whether they make it compulsory. Force is an edge.
  package let citedBy: [CitationEdge]
  package let life: Life
  package let provenance: Provenance
  package let origin: Origin

  package struct Adoption: Sendable {
    package let reference: String
    /// IDT, MOD, BASED-ON or unknown.
    package let degree: String
  }

  package struct CitationEdge: Sendable {
    package let instrument: String
    package let provisions: String?
    package let isCompulsory: Bool
  }
}
