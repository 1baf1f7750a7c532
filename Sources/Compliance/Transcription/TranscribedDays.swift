import MasterPlan
import Source

/// Days and years that cannot be, or hardly: intervals that end before they begin, years of no plan, a thing still to be
/// done that was due long before the plan.
struct TranscribedDays {
  private let decided: CalendarDate?
  private let first: Int?
  private let last: Int?

  /// The years that a plan of a city can speak of. Facts and texts of before are no days of things to do.
  private static let years = 1990...2100
  /// Days of a trial or a pilot after which nobody would call it bounded in time: ten years.
  private static let longest = 3653

  init(_ plan: MasterPlan) {
    decided = plan.identity.date
    first = plan.identity.from ?? plan.identity.date?.year
    last = plan.identity.vision ?? plan.identity.to
  }

  /// The plan's own day and years, as far as no single item holds them.
  static func ofPeriod(_ plan: MasterPlan) -> [Transcription.Remark] {
    let identity = plan.identity
    let evidence = plan.section("identity").map { Evidence($0, role: .shows) }
    var remarks: [Transcription.Remark] = []
    func add(_ kind: Transcription.Kind, _ found: String) {
      remarks.append(Transcription.Remark(kind, evidence, found))
    }
    if let to = identity.to, let vision = identity.vision, to > vision { add(.reversed, "\(to) – \(vision)") }
    if let vision = identity.vision, !years.contains(vision) { add(.impossibleYear, String(vision)) }
    if let date = identity.date {
      if !years.contains(date.year) { add(.impossibleYear, date.description) }
      if let to = identity.to, date.year > to { add(.outsidePeriod, "\(date), \(to)") }
    }
    return remarks
  }

  func faults(of item: Item, _ values: ItemValues) -> [(Transcription.Kind, String)] {
    var faults: [(Transcription.Kind, String)] = []
    var (from, to): (CalendarDate?, CalendarDate?)
    for (key, value) in values.days {
      guard let day = Self.day(value, isEnd: key != "from") else { continue }
      if !Self.years.contains(day.year) { faults.append((.impossibleYear, value)) }
      switch key {
      case "from": from = day
      case "to": to = day
      case "by": faults += due(day, values.status, value)
      default: break
      }
    }
    if let from, let to {
      let found = "\(item.attribute("from") ?? "") – \(item.attribute("to") ?? "")"
      if from > to {
        faults.append((.reversed, found))
      } else if item.element == "trial" || item.element == "pilot", from.days(to: to) > Self.longest {
        faults.append((.longTrial, found))
      }
    }
    if item.element == "project" || item.element == "phase", let first, let last {
      let years = [from?.year, to?.year].compactMap { $0 }
      if years.contains(where: { $0 < first || $0 > last }) {
        faults.append((.outsidePeriod, years.map { String($0) }.joined(separator: " – ")))
      }
    }
    return faults
  }

  /// What a day says by which something is done.
  private func due(_ day: CalendarDate, _ status: String?, _ printed: String) -> [(
    Transcription.Kind, String
  )] {
    if status == "existing" {
      return decided.map { day > $0 } ?? false ? [(.existingInFuture, printed)] : []
    }
    if let first, day.year < first { return [(.beforePlan, printed)] }
    if let decided, day < decided { return [(.dueBeforePlan, printed)] }
    return []
  }

  /// A day, or the first or last one of a year.
  private static func day(_ text: String, isEnd: Bool) -> CalendarDate? {
    if let day = CalendarDate(text) { return day }
    return Int(text).flatMap {
      isEnd
        ? CalendarDate(year: $0, month: 12, day: 31) : CalendarDate(year: $0, month: 1, day: 1)
    }
  }
}
