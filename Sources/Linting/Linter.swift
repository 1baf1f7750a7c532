import Catalogue
import Dispatch
import Source
import Workers
import XML

/// Runs the rules over a catalogue.
package struct Linter: Sendable {
  private let contracts: Contracts
  private let rules: [any Rule]

  package init(_ contracts: Contracts, rules: [any Rule] = Rules.all) {
    self.contracts = contracts
    self.rules = rules
  }

  /// The findings of all rules, in the order of files and places.
  /// - Parameters:
  ///   - unreadable: files of the catalogue that are no text at all.
  ///   - stability: the list of ids of an earlier edition.
  ///   - asOf: the day whose law counts; that of the edition unless given.
  package func lint(
    _ files: [Catalogue.File], unreadable: [Refusal] = [], stability: StabilityList? = nil,
    asOf: CalendarDate? = nil
  ) -> LintResult {
    let (result, leftovers) = looked(
      at: files, unreadable: unreadable, stability: stability, asOf: asOf)
    leftovers.takeDown()
    return result
  }

  private func looked(
    at files: [Catalogue.File], unreadable: [Refusal], stability: StabilityList?, asOf: CalendarDate?
  ) -> (LintResult, Leftovers) {
    let looks = looks(at: files.sorted { $0.name < $1.name })
    let source = CatalogueSource(
      looks.map(\.contents), isWhole: unreadable.isEmpty, stability: stability, asOf: asOf,
      contracts: contracts)
    var located = looks.flatMap(\.found) + found(in: source)
    located += violations(in: source, besides: located)
    located = withoutConsequences(located)
    let (kept, silenced) = Suppression.apply(looks.flatMap(\.suppressions), to: located)
    let result = LintResult(
      findings: unreadable.map { LintFinding($0, NotWellFormed().card) }
        + kept.sorted(by: Located.inOrder).map(\.finding),
      suppressed: silenced.sorted(by: Located.inOrder).map(\.finding), files: source.files.map(\.file),
      entries: source.entries.count { $0.kind != .group })
    return (result, Leftovers(source, looks, located))
  }

  /// What a run needed and nobody needs any more.
  ///
  /// `@unchecked Sendable` holds because nobody touches the contents after they are put in, but the one task
  /// that lets go of them.
  private final class Leftovers: @unchecked Sendable {
    private var contents: (CatalogueSource, [Look], [Located])?

    init(_ source: CatalogueSource, _ looks: [Look], _ found: [Located]) {
      contents = (source, looks, found)
    }

    /// Lets go beside what comes next: freeing a large catalogue takes as long as reading it.
    func takeDown() {
      DispatchQueue.global().async { self.contents = nil }
    }
  }

  /// A file, and what is wrong with it whatever the others say.
  private struct Look {
    let contents: FileContents
    let found: [Located]
    let suppressions: [Suppression]
  }

  /// Reads the files and runs the rules that need one file only, the largest first. Each file is worked on
  /// while its document is warm, and by one processor, which waits for nobody.
  private func looks(at files: [Catalogue.File]) -> [Look] {
    let rules = self.rules.compactMap { $0 as? any FileRule }
    let bySize = files.indices.sorted { files[$0].text.bytes.count > files[$1].text.bytes.count }
    let looks = SideBySide.results(files.count) { number in
      let contents = FileContents(files[bySize[number]], contracts: contracts)
      let found = rules.flatMap { rule in
        located(by: rule) {
          rule.check(contents, &$0)
        } file: { _ in
          contents.file
        }
      }
      return Look(contents: contents, found: found, suppressions: Suppression.all(in: contents.file))
    }
    return zip(bySize, looks).sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// Criteria that one worker takes at a time.
  private static let share = 64

  /// What the rules find that need the whole catalogue.
  private func found(in source: CatalogueSource) -> [Located] {
    let catalogueRules = rules.compactMap { $0 as? any CatalogueRule }
    let criterionRules = rules.compactMap { $0 as? any CriterionRule }
    // Rules only read the catalogue, in which nothing is made on demand but the maps of files, and those
    // have a lock. Each rule has a report of its own.
    nonisolated(unsafe) let source = source
    let shares = (source.criteria.count + Self.share - 1) / Self.share
    return SideBySide.results(catalogueRules.count + shares) { number -> [Located] in
      if number < catalogueRules.count {
        let rule = catalogueRules[number]
        return located(by: rule) {
          rule.check(source, &$0)
        } file: {
          source.file(of: $0)
        }
      }
      let first = (number - catalogueRules.count) * Self.share
      let criteria = source.criteria[first..<min(first + Self.share, source.criteria.count)]
      var reports = criterionRules.map { _ in RuleReport() }
      for (entry, criterion) in criteria {
        for index in criterionRules.indices {
          criterionRules[index].check(criterion, entry, source, &reports[index])
        }
      }
      return zip(criterionRules, reports).flatMap { rule, report in
        located(report, by: rule) { source.file(of: $0) }
      }
    }.flatMap { $0 }
  }

  private func located(
    by rule: any Rule, _ check: (inout RuleReport) -> Void, file: (Element) -> SourceFile?
  ) -> [Located] {
    var report = RuleReport()
    check(&report)
    return located(report, by: rule, file: file)
  }

  private func located(
    _ report: RuleReport, by rule: any Rule, file: (Element) -> SourceFile?
  ) -> [Located] {
    guard !report.findings.isEmpty else { return [] }
    let card = rule.card
    return report.findings.compactMap { Located($0, card, file: file) }
  }

  /// What the schema says, unless a rule says it better: one defect, one message.
  private func violations(in source: CatalogueSource, besides found: [Located]) -> [Located] {
    let known = Set(found.filter { $0.finding.severity == .error }.map { Spot($0) })
    var seen: Set<Spot> = []
    var report = RuleReport()
    for file in source.files {
      for violation in file.violations {
        report.add(Self.place(of: violation) ?? .byte(0, file), violation.cause)
      }
    }
    return report.findings.compactMap { Located($0, NotValid().card, file: source.file(of:)) }
      .filter { !known.contains(Spot($0)) && seen.insert(Spot($0)).inserted }
  }

  /// The attribute at fault where there is one, else the element.
  private static func place(of violation: (element: Element?, cause: any RefusalCause)) -> RuleTarget? {
    guard let element = violation.element else { return nil }
    guard let wrong = violation.cause as? SchemaViolation, let name = wrong.attribute,
      element.attribute(name) != nil
    else { return .element(element) }
    return .attribute(element, name)
  }

  /// A remedy cannot close what its criterion asks for in error: the error says it.
  private func withoutConsequences(_ found: [Located]) -> [Located] {
    let consequence = RemedyDoesNotClose().card.id
    let causes: Set<Category> = [.references, .requirements, .form]
    let faulty = Set(
      found.filter {
        $0.finding.rule != consequence && $0.finding.severity == .error && causes.contains($0.category)
      }.map(\.finding.entry))
    return found.filter { $0.finding.rule != consequence || !faulty.contains($0.finding.entry) }
  }

  private struct Spot: Hashable {
    let file: String
    let element: Int?
    let attribute: String?

    init(_ located: Located) {
      file = located.file.name
      element = located.element
      attribute = located.attribute
    }
  }
}
