import MasterPlan
import Source

/// A look at the file before it is judged: whether who typed it in can have meant what stands there. It asks nothing of
/// the plan, only whether the file agrees with itself and with the calendar.
package struct Transcription: Sendable {
  /// One thing that cannot be, or is hardly meant.
  package struct Remark: Sendable, Hashable {
    package let kind: Kind
    package let evidence: Evidence?
    /// What stands there, as the file has it.
    package let found: String

    init(_ kind: Kind, _ evidence: Evidence?, _ found: String) {
      self.kind = kind
      self.evidence = evidence
      self.found = found
    }
  }

  /// The raw values are keys of words and names for programs.
  package enum Kind: String, Sendable, CaseIterable {
    case sectionAbsent = "section-absent"
    case sectionFromTemplate = "section-from-template"
    case reversed
    case impossibleYear = "impossible-year"
    case beforePlan = "before-plan"
    case dueBeforePlan = "due-before-plan"
    case existingInFuture = "existing-in-future"
    case outsidePeriod = "outside-period"
    case wordsAgainstDates = "words-against-dates"
    case longTrial = "long-trial"
    case thousandsAsDecimals = "thousands-as-decimals"
    case threeDecimals = "three-decimals"
    case amountsByUnit = "amounts-by-unit"
    case scaleOfTotals = "scale-of-totals"
    case amountsOfNothing = "amounts-of-nothing"
    case moreLabelsThanClauses = "more-labels-than-clauses"
    case sameIdentifier = "same-identifier"

    /// Where the file contradicts itself nothing that rests on it can be conforming.
    package var weight: Notice.Weight {
      switch self {
      case .reversed, .impossibleYear, .beforePlan, .thousandsAsDecimals, .scaleOfTotals, .sameIdentifier,
        .sectionFromTemplate:
        .error
      case .amountsByUnit: .note
      case .sectionAbsent, .dueBeforePlan, .existingInFuture, .outsidePeriod, .wordsAgainstDates, .longTrial,
        .threeDecimals,
        .amountsOfNothing, .moreLabelsThanClauses:
        .warning
      }
    }
  }

  /// In the order of kinds, and of the file within a kind.
  package let remarks: [Remark]

  /// - Parameter sections: names of all sections that a plan can have.
  package init(_ plan: MasterPlan, sections: [String]) {
    var look = TranscriptionLook(plan)
    plan.forEachItem { look.see($0) }
    let found =
      TranscribedSections.remarks(plan, sections: sections) + TranscribedDays.ofPeriod(plan) + look.remarks
      + TranscribedMoney.remarks(plan)
    // A stable sort: kinds have few remarks each.
    remarks = Kind.allCases.flatMap { kind in found.filter { $0.kind == kind } }
  }

  /// The remarks of each kind together: what a report's head has room for.
  package var byKind: [(kind: Kind, remarks: [Remark])] {
    Kind.allCases.compactMap { kind in
      let members = remarks.filter { $0.kind == kind }
      return members.isEmpty ? nil : (kind, members)
    }
  }
}

/// One walk over all items: each is asked for its days, its figures, its labels and its identifier.
struct TranscriptionLook {
  private let days: TranscribedDays
  /// Labels that a machine sets say what it found in a sentence; a sentence may say much.
  private let looksAtLabels: Bool
  private var identifiers: [String: Int] = [:]
  private(set) var remarks: [Transcription.Remark] = []

  init(_ plan: MasterPlan) {
    days = TranscribedDays(plan)
    looksAtLabels = !plan.isReading
  }

  mutating func see(_ item: Item) {
    var values = ItemValues()
    let attributes = item.attributes
    for position in attributes.indices {
      let key = attributes.key(at: position)
      switch key {
      case "id":
        let value = attributes.value(at: position)
        if let earlier = identifiers[value], earlier != item.row { add(.sameIdentifier, item, value) }
        identifiers[value] = item.row
      case "year": values.hasTimetable = item.element == "task"
      case "by", "from", "to": values.days.append((key, attributes.value(at: position)))
      case "status": values.status = attributes.value(at: position)
      case "value", "total", "amount": values.figures.append(attributes.value(at: position))
      case "topic":
        values.labels = attributes.value(at: position).utf8.count { $0 == UInt8(ascii: " ") } + 1
      default: break
      }
    }
    if !values.days.isEmpty {
      for (kind, found) in days.faults(of: item, values) { add(kind, item, found) }
      values.hasTimetable = true
    }
    if values.hasTimetable, let against = Contradiction.ofTimetable(item) {
      add(.wordsAgainstDates, item, "\(against.value): “\(against.words)”")
    }
    for figure in values.figures {
      if let kind = TranscribedScale.fault(of: figure, in: item) { add(kind, item, figure) }
    }
    if looksAtLabels, values.labels > 1, TranscribedLabels.clauses(of: item.text) < values.labels {
      add(.moreLabelsThanClauses, item, item.attribute("topic") ?? "")
    }
  }

  private mutating func add(_ kind: Transcription.Kind, _ item: Item, _ found: String) {
    remarks.append(Transcription.Remark(kind, Evidence(item), found))
  }
}

/// What one item's attributes say that can be held against each other.
struct ItemValues {
  var days: [(key: String, value: String)] = []
  var status: String?
  /// Whether it says when it is to be done.
  var hasTimetable = false
  var figures: [String] = []
  var labels = 0
}
