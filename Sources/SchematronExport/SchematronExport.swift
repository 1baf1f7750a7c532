import Catalogue
import MasterPlan
import Source

/// The whole compiled catalogue, as of a day, as plain ISO Schematron (ISO/IEC 19757-3, query binding
/// `xslt`, XPath 1.0), so that processors which we did not write judge the same plans.
/// `Documentation/schematron-export.md` describes the encoding and its limits.
package struct SchematronExport: Sendable {
  private let catalogue: Catalogue
  private let profile: String?
  private let asOf: CalendarDate
  private let sections: [String]

  /// - Parameters:
  ///   - profile: a province's rules, to be applied to the catalogue.
  ///   - asOf: the day whose law counts. States of texts are resolved for it, so the schema is right
  ///     for plans checked as of this day only.
  ///   - vocabulary: the words of `master-plan.xsd`.
  /// - Throws: `Refusal` when a criterion asks for something that no plan can hold.
  package init(
    _ catalogue: Catalogue, profile: Profile? = nil, vocabulary: PlanVocabulary, asOf: CalendarDate
  ) throws(Refusal) {
    self.catalogue = if let profile { try catalogue.applying(profile) } else { catalogue }
    self.profile = profile?.id
    try RequirementCheck(isKnown: vocabulary.holds).check(self.catalogue)
    self.asOf = asOf
    sections = vocabulary.sections
  }

  /// The schema as XML. The same catalogue and day give the same bytes.
  package func text() -> String {
    var writer = SchemaWriter()
    writer.comment(explanation)
    writer.open("schema", [("xmlns", SchemaWriter.namespace), ("queryBinding", "xslt")])
    writer.element("title", [], "Khung \(catalogue.edition.number), \(asOf)")
    writer.element("ns", [("prefix", "p"), ("uri", MasterPlan.namespace)])
    let law = LawAsXPath(catalogue: catalogue, asOf: asOf)
    let words = SpokenWords(catalogue)
    let facets = FacetsAsXPath(catalogue: catalogue, law: law, words: words)
    // The words that criteria ask for are known once all are written.
    let groups = catalogue.groups.map { group in
      let criteria = catalogue.criteria.filter { $0.group == group.id }
        .map { CriterionReports($0, law: law, facets: facets) }
      return (id: group.id, criteria: criteria)
    }
    for variable in planVariables + PrintDefinitions(catalogue).variables + words.variables {
      writer.element("let", [("name", variable.name), ("value", variable.value)])
    }
    for group in groups where !group.criteria.isEmpty {
      CriterionReports.write(group.criteria, group: group.id, to: &writer)
    }
    writer.close("schema")
    return writer.text
  }

  /// What rules read of the plan as a whole.
  private var planVariables: [(name: String, value: String)] {
    let identity = XPath.section("identity")
    let coverage = "normalize-space(/p:master-plan/@coverage)='complete'"
    let sections = sections.map { name in
      let path = XPath.section(name)
      let value =
        "boolean(\(path)[normalize-space(@coverage)='complete']) or (not(\(path)) and \(coverage))"
      return (name: "complete-\(name)", value: value)
    }
    func text(_ path: String) -> String { "normalize-space(\(path))" }
    let from = text(identity + "/p:period[1]/@from")
    let to = text(identity + "/p:period[1]/@to")
    let dated = "substring(\(text(identity + "/p:date[1]")),1,4)"
    let ownDate = "translate(substring(\(text(identity + "/p:date[1]")),1,10),'-','')"
    let printed = [
      "/p:master-plan/p:legal-bases/p:legal-basis", "/p:master-plan/p:standards-applied/p:standard",
      "/p:master-plan/p:architecture/p:component[\(XPath.filledIn)]/p:standard",
      "/p:master-plan/p:architecture/p:ict-architecture/p:based-on",
    ].map { "\($0)[normalize-space(.)!='']" }
    return [
      ("from", XPath.quoted(PrintFolding.from)),
      ("to", XPath.quoted(PrintFolding.to)),
      ("to-with-slash", XPath.quoted(PrintFolding.toWithSlash)),
      ("letters", XPath.quoted(PrintFolding.letters)),
      ("classes", XPath.quoted(PrintFolding.classes)),
      ("blanks", XPath.quoted(PrintFolding.blanks)),
      ("approved", XPath.day(identity + "[normalize-space(@stage)='approved']/p:date[1]")),
      (
        "own-date",
        "number(concat(\(ownDate),substring('\(asOf.number)',1,8*number(not(\(identity)/p:date)))))"
      ),
      ("first-year", "number(\(Self.first([from, dated])))"),
      ("last-year", "number(\(to))"),
      ("printed", printed.joined(separator: "|")),
    ] + sections
  }

  /// The first of these texts that is not empty; years have four digits.
  private static func first(_ texts: [String]) -> String {
    var parts: [String] = []
    for (index, text) in texts.enumerated() {
      let earlier = texts[..<index].map { "\($0)=''" }.joined(separator: " and ")
      parts.append(earlier.isEmpty ? text : "substring(\(text),1,4*number(\(earlier)))")
    }
    return "concat(\(parts.joined(separator: ",")))"
  }

  private var explanation: String {
    """
    The criteria of Khung as ISO Schematron. Written by "khung export schematron"; do not edit.
    Catalogue: edition \(catalogue.edition.number), SHA-256 \(catalogue.digest). As of: \(asOf). Profile: \(profile ?? "none").

    One pattern for each group of criteria, with one rule on the root. For a plan that is valid against
    master-plan.xsd exactly one report of each criterion fires: its role is the verdict (met, partial,
    gap, unknown, not-applicable, not-assessed, or beyond-xpath where it hangs on words that XPath 1.0 cannot read), its id the criterion and the verdict. Schematron knows only true and false; here
    every verdict is a test of its own, so that unknown is said and never implied. There are no
    waivers in this export, so no report has the role waived.

    The law of the as-of date is resolved: a text that was replaced by then is not asked for in this
    schema, another day needs another export. Transition rules look at $approved, the decision date of
    an approved plan. $complete-X: section X was transcribed in full. $is-ID, $may-ID: the prints that
    cite an entry of the catalogue, and those that leave open whether they do. The limits of reading
    prints in XPath 1.0 stand in Documentation/schematron-export.md.
    """
  }
}
