import Catalogue
import Compliance
import Languages
import Phrasing
import Source

/// What the examples of one criterion come to, part by part, for who writes them.
package struct ExampleReport {
  private let phrasing: Phrasing
  private var language: Language { phrasing.language }

  package init(_ phrasing: Phrasing) {
    self.phrasing = phrasing
  }

  package func text(_ proof: CriterionProof) -> String {
    let head = ["\(proof.criterion.id)  \(language(proof.criterion.title))", ""]
    return (head + proof.outcomes.flatMap { lines($0, of: proof.criterion) }).map {
      SafeText.harmless($0) + "\n"
    }
    .joined()
  }

  private func lines(_ outcome: ExampleOutcome, of criterion: Criterion) -> [String] {
    let place =
      outcome.example.map { "\($0.origin.file):\($0.origin.line)" }
      ?? "\(criterion.origin.file):\(criterion.origin.line)"
    let claim = outcome.example.map { language($0.claim) } ?? language(EditorPhrase.sampleOfRemedy)
    let sign = outcome.holds ? "✓" : "✗"
    let head = "\(sign) \(place): \(claim)"
    if let refusal = outcome.refusal { return [head, "    " + language.message(refusal), ""] }
    let verdict = EditorPhrase.comesTo(
      expected: phrasing.name(of: outcome.expected), found: outcome.found.map(phrasing.name) ?? "–")
    let found = outcome.holds ? phrasing.name(of: outcome.expected) : language(verdict)
    return [head, "    " + found]
      + outcome.parts.map { part in
        "    \(Signs.of(part.state)) \(phrasing.name(of: part.requirement)) – \(phrasing.reason(of: part))"
      } + [""]
  }
}
