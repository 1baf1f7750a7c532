import Compliance
import Source

// The look at a file before it is judged, in words.
extension Phrasing {
  /// Remarks of one kind in one sentence: what is odd, and where. A head has room for a few of many.
  package func words(_ kind: Transcription.Kind, _ remarks: [Transcription.Remark]) -> String {
    let shown = remarks.prefix(5).map { words($0) }.joined(separator: "; ")
    return "\(words(kind)): \(shown)" + (remarks.count > 5 ? "; … (\(remarks.count))" : "")
  }

  /// What one remark found, and where.
  package func words(_ remark: Transcription.Remark) -> String {
    let found =
      switch remark.kind {
      case .sectionAbsent, .sectionFromTemplate: sectionName(remark.found)
      default: SafeText.of(remark.found, limit: 160)
      }
    guard let evidence = remark.evidence else { return found }
    return evidence.placeInDocument == nil
      ? language(.transcribedAt(found, line: evidence.position.line)) : "\(found) (\(mark(of: evidence)))"
  }

  package func words(_ kind: Transcription.Kind) -> String {
    let phrase: Phrase =
      switch kind {
      case .sectionAbsent: .sectionAbsent
      case .sectionFromTemplate: .sectionFromTemplate
      case .reversed: .reversedInterval
      case .impossibleYear: .impossibleYear
      case .beforePlan: .beforePlan
      case .dueBeforePlan: .dueBeforePlan
      case .existingInFuture: .existingInFuture
      case .wordsAgainstDates: .wordsAgainstDates
      case .outsidePeriod: .outsidePeriod
      case .longTrial: .longTrial
      case .thousandsAsDecimals: .thousandsAsDecimals
      case .threeDecimals: .threeDecimals
      case .amountsByUnit: .amountsByUnit
      case .scaleOfTotals: .scaleOfTotals
      case .amountsOfNothing: .amountsOfNothing
      case .moreLabelsThanClauses: .moreLabelsThanClauses
      case .sameIdentifier: .sameIdentifier
      }
    return language(phrase)
  }
}
