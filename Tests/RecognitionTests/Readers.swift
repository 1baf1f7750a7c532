import BuiltIn
import Catalogue
import Compliance
import Intake
import Judging
import Recognition
import Source

/// Reads and judges by the rules inside the program.
struct Readers {
  let rules: RuleBook
  let intake: Intake

  init() throws {
    rules = try RuleBook(
      RuleBookSources(), stage: nil,
      day: RuleBook.DayPolicy(named: nil, today: CalendarDate(year: 2026, month: 11, day: 27)!))
    intake = try Intake(rules.catalogue, vocabulary: rules.contract.vocabulary)
  }

  static let shared = Result { try Readers() }

  static func reading(_ bytes: [UInt8]) throws -> Reading {
    try shared.get().intake.read(bytes, named: "thử")
  }

  static func report(_ bytes: [UInt8]) throws -> GapReport {
    let readers = try shared.get()
    return try Judge(readers.rules).report(
      on: readers.intake.plan(of: readers.intake.read(bytes, named: "thử")))
  }
}

extension Reading {
  func words(_ section: String, _ element: String) -> [String] {
    inPlan.filter { $0.section == section && $0.element == element }.map(\.words)
  }

  /// What was found, without its place.
  var said: [String] {
    facts.map { fact in
      let details = fact.attributes.map { $0.name + "=" + $0.value }
      let parts = fact.parts.map {
        $0.element + $0.words + $0.attributes.map { $0.name + "=" + $0.value }.joined()
      }
      return ([fact.section, fact.element, fact.words] + details + parts + [fact.certainty.rawValue])
        .joined(separator: " ")
    }
  }
}
