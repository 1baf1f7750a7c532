import Catalogue
import MasterPlan
import Source

/// The provinces and centrally-run cities of today as tiles, and which of them each former province is in, since when
/// (`Data/provinces.tsv`). It places plans on a map and decides nothing.
package struct Provinces: Sendable {
  package struct Tile: Sendable {
    package let name: String
    package let column: Int
    package let row: Int
  }

  /// A province that is part of another one now.
  package struct Former: Sendable, Hashable {
    package let name: String
    package let tile: Int
    package let mark: Mark
    /// The day on which its name ended; a plan of an earlier day used the right one.
    package let until: CalendarDate?
    /// The address of the page that says so, where one is kept.
    package let source: String?
  }

  /// Where a plan stands on the map, and by which former name, if by one.
  struct Place {
    let tile: Int
    let former: Former?
  }

  package let tiles: [Tile]
  private let places: [PlaceName: Place]

  package init(_ table: SourceText) {
    var tiles: [Tile] = []
    var places: [PlaceName: Place] = [:]
    for line in String(decoding: table.bytes, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#")
    {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count >= 7, let column = Int(cells[1]), let row = Int(cells[2]) else { continue }
      places[PlaceName(cells[0])] = Place(tile: tiles.count, former: nil)
      let marks = cells[4].split(separator: ";").map { Mark(rawValue: String($0)) ?? .fromMemory }
      let days = cells[5].split(separator: ";").map { CalendarDate($0) }
      for (index, name) in cells[3].split(separator: ";").map(String.init).enumerated() {
        let former = Former(
          name: name, tile: tiles.count, mark: index < marks.count ? marks[index] : .fromMemory,
          until: index < days.count ? days[index] : nil, source: cells[6].isEmpty ? nil : cells[6])
        places[PlaceName(name)] = Place(tile: tiles.count, former: former)
      }
      tiles.append(Tile(name: cells[0], column: column, row: row))
    }
    self.tiles = tiles
    self.places = places
  }

  /// The place of a plan on the map: that of the province it names, or of itself where it is one.
  func place(of plan: PlanSummary) -> Place? { places[PlaceName(plan.province ?? plan.city)] }
}
