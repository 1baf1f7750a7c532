import XML

/// A legal instrument (văn bản): law, decree, decision, circular, resolution, dispatch.
public struct Instrument: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case law, resolution, decree, decision, circular, dispatch, directive, conclusion, announcement, plan
  }

  public let id: String
  public let kind: Kind
  /// Number and symbol as printed, for example `269/2025/NĐ-CP`; nil when not seen.
  public let number: String?
  public let year: Int?
  public let issuer: String?
  public let title: Label
  /// Other printed names that mean this instrument and no other.
  public let aliases: [String]
  public let binding: String
  public let provisions: [Provision]
  public let life: Life
  public let provenance: Provenance
  public let origin: Origin
}

/// An article, clause or point of an instrument.
public struct Provision: Sendable {
  public let id: String
  public let article: String?
  public let clause: String?
  public let point: String?
  public let subject: Label
  public let provenance: Provenance
}

/// Where an entry stands in the catalogue's files.
public struct Origin: Sendable, Hashable {
  public let file: String
  public let line: Int

  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }
}
