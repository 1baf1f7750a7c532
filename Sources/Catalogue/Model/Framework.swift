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

extension Catalogue {
  /// The layers, systems and centres of the reference framework that every report speaks of, in its order.
  package var reportedLayers: [Framework.Layer] {
    let framework = frameworks.first { $0.layers.contains { $0.kind == .vertical } }
    return (framework?.layers ?? []).filter { $0.kind != .governance }.sorted { $0.order < $1.order }
  }
}
