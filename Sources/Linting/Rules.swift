/// Every rule, in the order of the ids.
package enum Rules {
  package static let all: [any Rule] = [
    NotWellFormed(), NotValid(),
    DuplicateID(), MalformedID(), NumberOfAnotherKind(), RepeatedDocument(), MissingTitle(), ChangedID(),
    VanishedEntry(), ChangedMeaning(), LostBasis(), RepeatedName(),
    DanglingReference(), ReferenceToAnotherKind(), SelfReference(), ReplacementCycle(),
    OneSidedReplacement(), CrosswalkToMissingLayer(), SourceOfAnotherProvision(), AdoptsLaterText(),
    SuccessorOlderThanText(), DecisionSaysOtherwise(),
    InvertedInterval(), OverlappingIntervals(), InForceBeforeIssue(), GapBeforeSuccessor(), BasisHasEnded(),
    ReplacedStandardRequired(), NoSuchDate(), IntervalEndsSoon(), ReadInFuture(), IssuedAfterEdition(),
    MandatoryWithoutProvision(), VoluntaryStandardRequired(), CriterionOnDraftText(),
    ForceDiffersFromBases(), LoweredForce(), MandatoryBeforeItsLaw(), BindingDeniedByKind(),
    IncompleteProvenance(), VerifiedWithoutSource(), AssessedOnInferredEvidence(), DeadAddress(),
    FromMemoryAsBasis(),
    UnmatchedPath(), BrokenExpression(), ConstantTest(), SearchesWholePlan(), UnknownToken(),
    UnreachableCriterion(), ContradictingCriteria(), RemedyDoesNotClose(), ImpossibleRequirement(),
    ApplicabilityWithoutProof(),
    NotComposed(), MixedTonePlacement(), LookAlikeLetter(), DoubleSpace(), MissingTranslation(),
    CopiedTranslation(), DifferingNumbers(), DifferingNegation(), ImpossibleSyllable(), DifferingPlaces(),
    OutOfOrder(), Indentation(), UnusedNamespace(), WrongFolder(), SuppressionWithoutReason(),
    UnusedSuppression(), LeftToDecide(),
    UnknownWordingToken(), RepeatedPhrase(), DistantRejections(), WordingMatchesNothing(), SwallowedWording(),
    WordingDeniedByExample(), RepeatedExample(), RepeatedEdge(),
    DeniedID(), RepeatedWords(), UnknownPlace(), ChangedEntry(), LayersOutOfPlace(), CrosswalkLeavesOut(),
    IssuedOutOfTurn(), TargetOutsideItsDecision(), PhaseOfAnotherPeriod(), TransitionBeyondSuccessor(),
    StartsFarFromIssue(),
    ShareAboveHundred(), TargetDeniedByIndicator(), WordsDenyRequirement(),
    IndicatorDeniedByName(), TargetOfTwoCriteria(), IdlePart(),
  ]

  /// Ids and names, for who mistypes one.
  package static var names: [String] { all.flatMap { [$0.card.id, $0.card.name] } }

  /// The rule with this id or name.
  package static func named(_ name: String) -> (any Rule)? {
    byName[name.uppercased()] ?? byName[name.lowercased()]
  }

  private static let byName = Dictionary(
    all.flatMap { [($0.card.id, $0), ($0.card.name, $0)] }
  ) { first, _ in first }
}
