import Catalogue
import Compliance
import MasterPlan

/// What tells one plan from another in two rounds. Files are renamed, titles get a new number of the draft,
/// and a number comes only with the decision: so several marks are tried, the surest first.
package struct PlanMarks: Sendable {
  private let city: PlaceName
  /// Of a province or a centrally-run city, or of a place in one: the two may share a name.
  private let isUpper: Bool
  private let number: String?
  private let title: String
  /// The last part of the file's name.
  let file: String

  package init(_ report: SavedReport) {
    self.init(
      city: report.city, level: report.level, number: report.number, title: report.title, file: report.file)
  }

  package init(_ report: GapReport) {
    let identity = report.plan.identity
    self.init(
      city: report.plan.city.name, level: report.plan.city.level, number: identity.number,
      title: identity.title,
      file: report.plan.source.name)
  }

  /// - Parameter level: of the place; nil is taken for one of the upper level.
  package init(city: String, level: String? = nil, number: String?, title: String, file: String) {
    func folded(_ text: String) -> String {
      text.lowercased().split { $0.isWhitespace }.joined(separator: " ")
    }
    self.city = PlaceName(city)
    isUpper = level.map { ["province", "centrally-run-city"].contains($0) } ?? true
    self.number = number.map(folded)
    self.title = folded(title)
    self.file = file.split(separator: "/").last.map(String.init) ?? file
  }

  func isOfSameCity(as other: PlanMarks) -> Bool { place == other.place }

  private var place: String { (isUpper ? "1 " : "2 ") + city.bare }

  /// Pairs of places in the two lists that speak of one plan, in the order of `new`. A mark counts only
  /// where it is alone among those left on its side: two candidates are none.
  package static func pairs(_ old: [PlanMarks], _ new: [PlanMarks]) -> [(old: Int, new: Int)] {
    let marks: [(PlanMarks) -> [String]?] = [
      { plan in plan.number.map { [plan.place, $0] } }, { [$0.place, $0.title] },
      { [$0.place, $0.file] }, { [$0.place] },
    ]
    var (left, right) = (Set(old.indices), Set(new.indices))
    var pairs: [(old: Int, new: Int)] = []
    for mark in marks {
      let before = Dictionary(grouping: left) { mark(old[$0]) }
      let after = Dictionary(grouping: right) { mark(new[$0]) }
      for (value, indices) in after where value != nil && indices.count == 1 {
        guard let match = before[value], match.count == 1 else { continue }
        pairs.append((match[0], indices[0]))
        left.remove(match[0])
        right.remove(indices[0])
      }
    }
    return pairs.sorted { $0.new < $1.new }
  }
}
