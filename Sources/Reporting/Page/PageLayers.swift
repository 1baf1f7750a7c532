import Compliance
import Phrasing

/// A picture of the reference framework: centres on top, horizontal layers below each other, vertical
/// systems beside them. Each is marked with a sign and its own line, never by colour alone.
struct CoveragePicture {
  private let phrasing: Phrasing
  private let layers: [LayerCoverage]

  init(_ phrasing: Phrasing, _ layers: [LayerCoverage]) {
    self.phrasing = phrasing
    self.layers = layers
  }

  private static let (width, rowHeight, gap) = (560, 40, 4)

  /// Nil where the catalogue has no framework.
  var content: [String: Any]? {
    let centres = layers.filter { $0.layer.kind == .centre }
    let horizontals = layers.filter { $0.layer.kind == .horizontal }
    let verticals = layers.filter { $0.layer.kind == .vertical }
    guard !layers.isEmpty else { return nil }
    let columns = verticals.count * (46 + Self.gap)
    var boxes: [[String: Any]] = []
    for (index, layer) in centres.enumerated() {
      boxes.append(box(layer, x: 0, y: y(index), width: Self.width, height: Self.rowHeight))
    }
    for (index, layer) in horizontals.enumerated() {
      boxes.append(
        box(
          layer, x: 0, y: y(centres.count + index), width: Self.width - columns, height: Self.rowHeight))
    }
    // Room for a name of some forty letters, written upwards.
    let height = max(y(horizontals.count) - Self.gap, 260)
    for (index, layer) in verticals.enumerated() {
      boxes.append(
        column(
          layer, x: Self.width - columns + Self.gap + index * (46 + Self.gap), y: y(centres.count), height))
    }
    let present = layers.count { $0.state == .holds }
    return [
      "width": Self.width, "height": y(centres.count) + height + 2, "boxes": boxes,
      "sum": phrasing.language(.layersPresent(present, of: layers.count)),
    ]
  }

  private func y(_ row: Int) -> Int { 1 + row * (Self.rowHeight + Self.gap) }

  private func box(_ coverage: LayerCoverage, x: Int, y: Int, width: Int, height: Int) -> [String: Any] {
    facts(coverage).merging([
      "x": x + 1, "y": y, "width": width - 2, "height": height,
      "signX": x + 16, "textX": x + 32, "textY": y + height / 2 + 5,
      "label": "\(coverage.layer.id) \(phrasing.language(coverage.layer.name))",
    ]) { $1 }
  }

  private func column(_ coverage: LayerCoverage, x: Int, y: Int, _ height: Int) -> [String: Any] {
    facts(coverage).merging([
      "x": x, "y": y, "width": 46, "height": height, "signX": x + 23, "textX": x + 27, "textY": y + 16,
      "isUpright": true, "bottom": y + height - 8,
      "label": "\(coverage.layer.id) \(phrasing.language(coverage.layer.name))",
    ]) { $1 }
  }

  private func facts(_ coverage: LayerCoverage) -> [String: Any] {
    ["class": LayerMatrix.style(coverage.state), "sign": Signs.of(coverage.state)]
  }
}

/// Layers × outcome.
struct LayerMatrix {
  private let phrasing: Phrasing
  private let layers: [LayerCoverage]

  init(_ phrasing: Phrasing, _ layers: [LayerCoverage]) {
    self.phrasing = phrasing
    self.layers = layers
  }

  private static let rowHeight = 30

  var content: [String: Any]? {
    guard !layers.isEmpty else { return nil }
    return [
      "height": 30 + layers.count * Self.rowHeight, "rows": layers.enumerated().map { row($1, $0) },
    ]
  }

  static func style(_ state: PartState) -> String {
    switch state {
    case .holds: "met"
    case .fails: "gap"
    case .unknown, .notAsked: "unknown"
    }
  }

  private func row(_ coverage: LayerCoverage, _ index: Int) -> [String: Any] {
    let column =
      switch coverage.state {
      case .holds: 470
      case .fails: 580
      case .unknown, .notAsked: 690
      }
    return [
      "id": coverage.layer.id, "name": phrasing.language(coverage.layer.name),
      "class": Self.style(coverage.state), "x": column, "y": 50 + index * Self.rowHeight,
      "cy": 45 + index * Self.rowHeight, "sign": Signs.of(coverage.state),
      "lineY": 60 + index * Self.rowHeight, "state": phrasing.name(of: coverage.state),
      "components": coverage.components == 0 ? "" : String(coverage.components),
      "line": coverage.state == .holds ? phrasing.mark(of: coverage.evidence) : "",
    ]
  }
}
