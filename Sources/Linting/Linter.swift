import Catalogue
import Dispatch
import XML

/// Runs the rules over a catalogue.
public struct Linter: Sendable {
  private let contracts: Contracts
  private let rules: [any Rule]

  public init(_ contracts: Contracts, rules: [any Rule] = Rules.all) {
    self.contracts = contracts
    self.rules = rules
  }

  /// The findings of all rules, in the order of files and places.
  /// - Parameters:
  ///   - unreadable: files of the catalogue that are no text at all.
  ///   - stability: the list of ids of an earlier edition.
  ///   - asOf: the day whose law counts; that of the edition unless given.
  public func lint(
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
  private static func place(of violation: (element: Element?, cause: Refusal.Cause)) -> Place? {
    guard let element = violation.element else { return nil }
    guard case .invalid(let wrong) = violation.cause, let name = wrong.attribute,
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

/// What one run of the linter found.
public struct LintResult: Sendable {
  public let findings: [LintFinding]
  /// Findings that a suppression in the file covers.
  public let suppressed: [LintFinding]
  public let files: [Catalogue.File]
  public let entries: Int

  public func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }

  /// The findings of two catalogues together.
  public func joined(with other: LintResult) -> LintResult {
    LintResult(
      findings: findings + other.findings, suppressed: suppressed + other.suppressed,
      files: files + other.files, entries: entries + other.entries)
  }

  /// The same with other findings: what a baseline or a choice of files leaves.
  public func keeping(_ isKept: (LintFinding) -> Bool) -> LintResult {
    LintResult(
      findings: findings.filter(isKept), suppressed: suppressed, files: files, entries: entries)
  }
}

/// A finding with the place that was worked out for it.
struct Located {
  let finding: LintFinding
  let category: Category
  let file: SourceFile
  let element: Int?
  /// The attribute that the finding is about, if it is about one.
  let attribute: String?

  /// - Parameter file: the file of an element; nil leaves the finding out.
  init?(_ raw: RuleReport.Raw, _ card: RuleCard, file fileOf: (Element) -> SourceFile?) {
    guard let (file, offset, number) = Self.spot(of: raw.place, fileOf) else { return nil }
    self.file = file
    category = card.category
    element = number
    attribute =
      switch raw.place {
      case .attribute(_, let name), .value(_, let name, _), .token(_, let name, _): name
      case .element, .byte, .instruction: nil
      }
    let position = file.map.position(at: offset)
    let elements = number.flatMap { file.document?.element(number: $0) }.map(Self.ancestry) ?? []
    finding = LintFinding(
      rule: card.id, severity: card.severity, source: file.file.text.name, position: position,
      offset: offset, entry: elements.dropFirst(2).first?.identity ?? "",
      path: elements.dropFirst().map(\.step).joined(separator: "/"), message: raw.message,
      line: file.map.line(position.line), fix: raw.fix)
  }

  static func inOrder(_ left: Located, _ right: Located) -> Bool {
    (left.file.name, left.finding.offset, left.finding.rule)
      < (right.file.name, right.finding.offset, right.finding.rule)
  }

  private static func spot(
    of place: Place, _ fileOf: (Element) -> SourceFile?
  ) -> (SourceFile, Int, Int?)? {
    switch place {
    case .byte(let offset, let file):
      return (file, offset, file.document == nil ? nil : file.map.element(at: offset))
    case .instruction(let offset, let covered, let file): return (file, offset, covered)
    case .element(let element), .attribute(let element, _), .value(let element, _, _),
      .token(let element, _, _):
      guard let file = fileOf(element), let number = Node(element).elementNumber,
        let start = file.map.offset(ofElement: number)
      else { return nil }
      let offset: Int? =
        switch place {
        case .attribute(_, let name): file.map.nameRange(ofAttribute: name, inElement: number)?.lowerBound
        case .value(_, let name, let scalar):
          file.map.offset(ofScalar: scalar, inAttribute: name, ofElement: number)
        case .token(_, let name, let token):
          file.map.offset(ofToken: token, inAttribute: name, ofElement: number)
        case .element, .byte, .instruction: start
        }
      return (file, offset ?? start, number)
    }
  }

  private static func ancestry(of element: Element) -> [Element] {
    var result = [element]
    while let parent = Node(result[0]).parent?.element { result.insert(parent, at: 0) }
    return result
  }
}

extension Element {
  /// What tells it from its siblings, whatever their order: an id, a language, what it refers to.
  fileprivate var identity: String? {
    ["id", "ref", "instrument", "criterion", "number", "lang"].lazy.compactMap { attribute($0) }.first
  }

  fileprivate var step: String { identity.map { "\(name)[\($0)]" } ?? name }
}
