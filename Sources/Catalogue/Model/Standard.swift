import XML

/// A national standard (TCVN), technical regulation (QCVN) or international standard.
/// Year, issuer suffix, part and amendment are part of its identity.
public struct Standard: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case national = "TCVN"
    case technicalRegulation = "QCVN"
    case international
  }

  public let id: String
  public let kind: Kind
  /// Full designation as printed, for example `TCVN ISO 37106:2018`.
  public let number: String
  public let year: Int?
  public let title: Label
  public let aliases: [String]
  public let field: String?
  public let adopts: [Adoption]
  /// Instruments that cite it, and whether they make it compulsory. Force is an edge.
  public let citedBy: [CitationEdge]
  public let life: Life
  public let provenance: Provenance
  public let origin: Origin

  public struct Adoption: Sendable {
    public let reference: String
    /// IDT, MOD, BASED-ON or unknown.
    public let degree: String
  }

  public struct CitationEdge: Sendable {
    public let instrument: String
    public let provisions: String?
    public let isCompulsory: Bool
  }
}
