import XML

/// The provinces and centrally-run cities of 2025 as tiles, and which former province each former name is in
/// (`Data/provinces.tsv`).
public struct Provinces: Sendable {
  public struct Tile: Sendable {
    public let name: String
    public let column: Int
    public let row: Int
  }

  public let tiles: [Tile]
  private let tileOfName: [PlaceName: Int]

  public init(_ table: SourceText) {
    var tiles: [Tile] = []
    var tileOfName: [PlaceName: Int] = [:]
    for line in String(decoding: table.bytes, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#")
    {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 4, let column = Int(cells[1]), let row = Int(cells[2]) else { continue }
      for name in [cells[0]] + cells[3].split(separator: ";").map(String.init) {
        tileOfName[PlaceName(name)] = tiles.count
      }
      tiles.append(Tile(name: cells[0], column: column, row: row))
    }
    self.tiles = tiles
    self.tileOfName = tileOfName
  }

  /// The tile of a plan: that of the province it names, or of itself where it is one.
  func tile(of plan: PlanSummary) -> Int? {
    let name = plan.province ?? plan.city
    return tileOfName[PlaceName(name)]
  }
}
