import Catalogue
import Compliance
import Phrasing
import Source

/// What a catalogue's examples prove, for its editor: what holds in a line, what does not in full.
package struct ProofText {
  private let phrasing: Phrasing
  private var language: Language { phrasing.language }

  package init(_ phrasing: Phrasing) {
    self.phrasing = phrasing
  }

  /// - Parameter listsAll: every criterion has its line, not only those that are not proved.
  package func text(_ proof: CatalogueProof, listsAll: Bool) -> String {
    let shown = proof.criteria.filter { listsAll || !$0.isComplete }
    let lines = shown.flatMap(lines) + proof.strays.map(stray)
    let provable = proof.criteria.filter(\.isProvable)
    let summary = EditorPhrase.proofSummary(
      criteria: proof.criteria.count, provable: provable.count, proved: provable.count(where: \.isComplete),
      examples: proof.criteria.reduce(0) { $0 + $1.outcomes.count },
      mutations: proof.criteria.reduce(0) { $0 + $1.mutations },
      survivors: proof.criteria.reduce(0) { $0 + $1.survivors.count })
    return (lines + [language(summary)]).joined(separator: "\n") + "\n"
  }

  private func lines(_ proof: CriterionProof) -> [String] {
    guard proof.isProvable else {
      return ["– \(proof.criterion.id)  \(language(EditorPhrase.hasNoRequirement))"]
        + proof.outcomes.compactMap(\.example).map(stray)
    }
    let sign = proof.isComplete ? "✓" : "✗"
    let head = EditorPhrase.proofOfCriterion(
      examples: proof.outcomes.count, mutations: proof.mutations, survivors: proof.survivors.count)
    var lines = ["\(sign) \(proof.criterion.id)  \(language(head))"]
    if !proof.accepts { lines.append("    " + language(EditorPhrase.noAcceptingExample)) }
    if !proof.rejects { lines.append("    " + language(EditorPhrase.noRejectingExample)) }
    lines += proof.outcomes.filter { !$0.holds }.map { "    " + failure($0, of: proof.criterion) }
    lines += proof.survivors.map { "    " + language(EditorPhrase.survives(words($0.kind))) }
    return lines.map(SafeText.harmless)
  }

  private func failure(_ outcome: ExampleOutcome, of criterion: Criterion) -> String {
    if let refusal = outcome.refusal { return language.message(refusal) }
    let place =
      outcome.example.map { "\($0.origin.file):\($0.origin.line)" }
      ?? "\(criterion.origin.file):\(criterion.origin.line)"
    let claim = outcome.example.map { language($0.claim) } ?? language(EditorPhrase.sampleOfRemedy)
    let comes = EditorPhrase.comesTo(
      expected: phrasing.name(of: outcome.expected), found: outcome.found.map(phrasing.name) ?? "–")
    return "\(place): \(language(comes)): \(claim)"
  }

  private func stray(_ example: CriterionExample) -> String {
    "✗ \(SafeText.harmless(example.origin.file)):\(example.origin.line): "
      + language(EditorPhrase.strayExample(example.criterion))
  }

  private func words(_ kind: RequirementMutation.Kind) -> String {
    switch kind {
    case .leftOut(let part): language(EditorPhrase.leftOut(part.notation))
    case .oneIsEnough: language(EditorPhrase.oneIsEnough)
    case .allAreAsked: language(EditorPhrase.allAreAsked)
    case .changed(let part, let other): "\(part.notation) → \(other.notation)"
    case .silenced(let number): language(EditorPhrase.silenced(number))
    }
  }
}
