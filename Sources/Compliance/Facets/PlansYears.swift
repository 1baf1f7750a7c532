import Catalogue
import MasterPlan
import Wordings

extension PlansYears: JudgedFacet {
  func part(in facts: Facts, of requirement: Requirement) -> Part {
    let tasks = facts.items("phase", in: "phases").flatMap { $0.children("task") }
      .filter { $0.integer("year") == year && facts.words.isSaid($0) }
    let contradicted = tasks.map { ($0, contradiction(of: $0)) }
    if let task = contradicted.first(where: { $0.1 == nil })?.0 {
      return Part(requirement, .holds, .stated, [Evidence(task)])
    }
    if let (task, contradiction) = contradicted.first, let contradiction {
      return Part(requirement, .unknown, .wordsContradict(contradiction), [Evidence(task)])
    }
    return facts.absence(of: requirement, in: ["phases"])
  }

  /// `year` beside words that name other years alone.
  private func contradiction(of task: Item) -> Contradiction? {
    guard let span = TimesInWords(task.text).span, !span.contains(year) else { return nil }
    return Contradiction(attribute: "year", value: String(year), words: task.text)
  }
}
