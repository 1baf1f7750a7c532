import Catalogue

extension Verdict {
  /// As reports list them: what is to be done first, then what is not known, then the rest.
  package static let reportOrder: [Verdict] = [
    .gap, .partial, .unknown, .notAssessed, .met, .notApplicable, .waived,
  ]
}

extension Force {
  /// As reports list them, the strongest first.
  package static let reportOrder: [Force] = [.mandatory, .presumed, .recommended, .drafting]
}
