/// A reference architecture (khung tham chiếu): layers and what belongs to them.
public struct Framework: Sendable {
  public let id: String
  public let instrument: String?
  public let title: Label
  public let layers: [Layer]
  public let crosswalks: [Crosswalk]
  public let provenance: Provenance
  public let origin: Origin

  public struct Layer: Sendable {
    public enum Kind: String, Sendable {
      case horizontal, vertical, centre, governance
    }

    public let id: String
    public let kind: Kind
    public let order: Int
    public let name: Label
    public let provenance: Provenance
  }

  public struct Crosswalk: Sendable {
    public let from: String
    public let to: [String]
  }
}
