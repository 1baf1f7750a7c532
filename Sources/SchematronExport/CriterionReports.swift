import Catalogue

/// What a criterion comes to, as the role of its report. Said here and in `Compliance`, as everything that
/// both know of verdicts.
enum VerdictRole: String {
  case met, partial, gap, unknown
  case notApplicable = "not-applicable"
  case notAssessed = "not-assessed"
  /// It hangs on words that XPath 1.0 cannot read.
  case beyondXPath = "beyond-xpath"
}

/// One criterion in the rule of its group: the states of its parts as variables, and one report for
/// each verdict that it can come to.
struct CriterionReports {
  private let id: String
  private var variables: [(name: String, value: String)] = []
  private var verdicts: [(verdict: VerdictRole, test: XPathTest)] = []

  init(_ criterion: Criterion, law: LawAsXPath, facets: FacetsAsXPath) {
    id = criterion.id
    // Without a basis in force nothing is asked, except by a rule of our own.
    let alive =
      criterion.ownRule != nil
      ? XPathTest.yes
      : .any(
        criterion.bases.map {
          law.isInForce($0.instrument) && LocalBasisAsXPath.binds(law.catalogue.instrument($0.instrument))
        })
    guard criterion.isAssessable else {
      verdicts = [(.notAssessed, alive), (.notApplicable, !alive)]
      return
    }
    let conditions = ConditionsAsXPath(criterion.applicability, asOf: law.asOf, facets)
    let untold = named("beyond-condition", alive && conditions.beyond)
    let applies = alive && named("applies", conditions.applies)
    let isOut = !alive || named("does-not-apply", conditions.doesNotApply)
    let undecided = .all([alive, !conditions.applies, !conditions.doesNotApply]) as XPathTest
    guard criterion.personJudges == nil, let requirement = criterion.requirement else {
      verdicts = [(.notAssessed, applies), (.notApplicable, isOut), (.unknown, undecided)]
      set(aside: untold)
      return
    }
    // What is not asked on the as-of date leaves no trace.
    let asked = facets.parts(of: requirement).filter { $0.asked != .no }
    let parts = asked.enumerated().map { index, part in
      PartAsXPath(
        asked: part.asked, holds: named("holds-\(index + 1)", part.holds),
        fails: named("fails-\(index + 1)", part.fails),
        beyond: named("beyond-\(index + 1)", part.beyond))
    }
    let fails = named("fails", .any(parts.map { $0.asked && $0.fails }))
    let holds = named("holds", .any(parts.map { $0.asked && $0.holds }))
    let open = named("open", .any(parts.map { .all([$0.asked, !$0.holds, !$0.fails]) }))
    let nothingAsked = XPathTest.all(parts.map { !$0.asked })
    let beyond = named(
      "beyond", untold || (applies && .any(parts.map { $0.asked && $0.beyond })))
    verdicts = [
      (.met, .all([applies, holds, !fails, !open])),
      (.partial, .all([applies, fails, holds])),
      (.gap, .all([applies, fails, !holds])),
      (.unknown, undecided || .all([applies, !fails, open])),
      (.notApplicable, isOut || (applies && nothingAsked)),
    ]
    set(aside: beyond)
  }

  /// Reports no verdict where XPath 1.0 cannot tell, and says so.
  private mutating func set(aside beyond: XPathTest) {
    guard beyond != .no else { return }
    verdicts = verdicts.map { (verdict: $0.verdict, test: $0.test && !beyond) }
    verdicts.append((verdict: .beyondXPath, test: beyond))
  }

  /// A variable of the rule, unless the value is known already.
  private mutating func named(_ name: String, _ test: XPathTest) -> XPathTest {
    guard case .expression(let text) = test, !text.hasPrefix("$") || text.contains(" ") else { return test }
    let name = "\(id).\(name)"
    variables.append((name, text))
    return .expression("$\(name)")
  }

  /// One pattern with one rule on the root for a group of criteria. Processors walk the whole plan for
  /// each pattern, so a pattern for each criterion would cost most of the time.
  static func write(_ all: [CriterionReports], group: String, to writer: inout SchemaWriter) {
    writer.open("pattern", [("id", group)])
    writer.open("rule", [("context", "/p:master-plan")])
    for variable in all.flatMap(\.variables) {
      writer.element("let", [("name", variable.name), ("value", variable.value)])
    }
    for criterion in all { criterion.writeReports(to: &writer) }
    writer.close("rule")
    writer.close("pattern")
  }

  private func writeReports(to writer: inout SchemaWriter) {
    for (verdict, test) in verdicts where test != .no {
      let name = "\(id).\(verdict.rawValue)"
      writer.element("report", [("id", name), ("role", verdict.rawValue), ("test", test.text)], name)
    }
  }
}
