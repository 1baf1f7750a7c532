/// A reference architecture (khung tham chiếu): layers and what belongs to them.
package struct Framework: Sendable {
  package let id: String
  package let instrument: String?
  package let title: Label
  package let layers: [Layer]
  package let crosswalks: [Crosswalk]
  package let provenance: Provenance
  package let origin: Origin

  package struct Layer: Sendable {
    package enum Kind: String, Sendable {
      case horizontal, vertical, centre, governance
    }

    package let id: String
    package let kind: Kind
    package let order: Int
    package let name: Label
    package let provenance: Provenance
  }

  package struct Crosswalk: Sendable {
    package let from: String
    package let to: [String]
  }
}
