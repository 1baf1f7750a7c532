/// What the parts of a requirement come to together.
enum VerdictLogic {
  /// What parts come to, and why.
  static func verdict(of parts: [Part]) -> (Verdict, Finding.Reason) {
    switch verdict(of: parts.map(\.state)) {
    case .partial: (.partial, .somePartsFail)
    case .gap: (.gap, .noPartHolds)
    case .met: (.met, .allPartsHold)
    case .notApplicable: (.notApplicable, .nothingAsked)
    case .unknown, .notAssessed, .waived: (.unknown, .notTranscribed)
    }
  }

  /// Kleene's strong logic over the parts, with `partial` where some hold and some fail.
  static func verdict(of parts: [PartState]) -> Verdict {
    var (asked, holding, failing) = (0, 0, 0)
    for part in parts {
      if part != .notAsked { asked += 1 }
      if part == .holds { holding += 1 }
      if part == .fails { failing += 1 }
    }
    if asked == 0 { return .notApplicable }
    if failing > 0 { return holding > 0 ? .partial : .gap }
    return holding == asked ? .met : .unknown
  }
}
