import Catalogue
import Compliance
import Languages
import Manuscript
import Phrasing
import Recognition
import Source

/// What a gap report has to say in the city's own document, each remark at its place, in the order of the document.
package struct Remarks {
  package private(set) var list: [Remark] = []
  /// What was not written since there were too many.
  package private(set) var further = 0

  private let phrasing: Phrasing
  private let places: RemarkPlaces
  /// What a machine was not sure of, by the topic that it might state.
  private var asked: [String: RecognisedFact] = [:]
  private var usedFacts: Set<String> = []
  /// Criteria that wait for one answer: it is asked once.
  private var hinged: [Hinge: [Finding]] = [:]
  private var language: Language { phrasing.language }

  /// - Parameters:
  ///   - onlyMandatory: whether what no law asks for is left out, and what belongs to no criterion.
  ///   - limit: how many remarks a file takes.
  package init(
    _ report: GapReport, of reading: Reading, spans: [SectionSpan], phrasing: Phrasing,
    onlyMandatory: Bool = false, limit: Int
  ) {
    self.phrasing = phrasing
    places = RemarkPlaces(reading, spans: spans, order: phrasing.vocabulary.sections)
    for fact in reading.asked where fact.element == "statement" {
      for topic in (fact["topic"] ?? "").split(separator: " ") where asked[String(topic)] == nil {
        asked[String(topic)] = fact
      }
    }
    let findings =
      report.gaps + report.findings.filter { $0.verdict == .unknown }.sorted { $0.force > $1.force }
    for finding in findings where !onlyMandatory || finding.force == .mandatory {
      if case .conditionUnknown(let condition) = finding.reason, finding.verdict == .unknown {
        hinged[Hinge(condition), default: []].append(finding)
      } else {
        add(finding)
      }
    }
    for (hinge, findings) in hinged.sorted(by: { $0.key.words(in: phrasing) < $1.key.words(in: phrasing) }) {
      add(hinge, findings)
    }
    if !onlyMandatory {
      for fact in reading.asked where !usedFacts.contains(fact.id) { add(fact) }
    }
    further = max(0, list.count - limit)
    // The most urgent are kept, and of those at one place they come first.
    list = list.prefix(limit).enumerated().sorted {
      ($0.element.place.block, $0.offset) < ($1.element.place.block, $1.offset)
    }.map(\.element)
  }

  // MARK: Findings

  private mutating func add(_ finding: Finding) {
    let kind: Remark.Kind = finding.verdict.isGap ? .gap : .question
    let failing = finding.parts.filter { $0.state == .fails }
    let open = finding.parts.filter { $0.state == .unknown }
    var shown: [ManuscriptPlace] = []
    for place in (kind == .gap ? failing : open).flatMap(\.evidence).compactMap(places.place(of:))
    where !shown.contains(where: { $0.block == place.block }) { shown.append(place) }
    let near = nearest(to: finding)
    if let near { usedFacts.insert(near.id) }
    var lines = head(finding, kind)
    if kind == .question { lines.append(language(Phrase("answers.is-it-said"))) }
    lines += what(failing, open, of: finding)
    if let near {
      lines.append(
        language(Phrase("answers.nearest", ["words": .text(SafeText.of(near.quotation, limit: 200))])))
    }
    var homes = shown.prefix(Self.mostPlaces).map { RemarkPlaces.Home(place: $0, lacking: nil) }
    if homes.isEmpty, let near { homes = [.init(place: places.anchor(of: near.place), lacking: nil)] }
    if homes.isEmpty { homes = [places.home(of: section(of: finding, kind == .gap ? failing : open))] }
    let tail = law(finding) + help(finding)
    for home in homes {
      let lacking = home.lacking.map {
        [language(Phrase("answers.no-such-section", ["section": .text(phrasing.title(of: $0))]))]
      }
      list.append(
        Remark(
          criterion: finding.criterion.id, kind: kind, place: home.place,
          lines: lines + (lacking ?? []) + tail))
    }
  }

  /// One remark at each of the places where the document says something wrong, up to so many.
  private static let mostPlaces = 3

  private func head(_ finding: Finding, _ kind: Remark.Kind) -> [String] {
    let verdict =
      kind == .gap ? phrasing.name(of: finding.verdict) : language(Phrase("answers.question"))
    return [
      language(
        Phrase(
          "answers.head",
          [
            "id": .text(finding.criterion.id), "verdict": .text(verdict),
            "force": .text(phrasing.name(of: finding.force)),
            "title": .text(language(finding.criterion.title)),
          ]))
    ]
  }

  private func what(_ failing: [Part], _ open: [Part], of finding: Finding) -> [String] {
    var lines = failing.map { part in
      let label: Phrase = part.reason == .contradicted ? .toFix : .missing
      return "\(language(label)): \(phrasing.name(of: part.requirement)) – \(phrasing.reason(of: part))"
    }
    let names = open.map { part in
      part.reason.isAboutWords
        ? "\(phrasing.name(of: part.requirement)) – \(phrasing.reason(of: part))"
        : phrasing.name(of: part.requirement)
    }
    if !names.isEmpty {
      lines.append(language(Phrase("answers.not-seen", ["parts": .text(names.joined(separator: "; "))])))
    }
    if failing.isEmpty, names.isEmpty {
      lines.append("\(language(.reason)): \(phrasing.reason(of: finding))")
    }
    return lines
  }

  /// Which article asks for it, with its day.
  private func law(_ finding: Finding) -> [String] {
    if finding.criterion.ownRule != nil { return ["\(language(.basis)): \(language(.ownRule))"] }
    // A remark is no list of all that speaks of a thing.
    let shown = finding.bindingBases.prefix(Self.mostBases)
    var lines = shown.map { "\(language(.basis)): \(phrasing.basis($0))" }
    let inForce = finding.basesInForce.count
    if shown.count < inForce {
      lines.append(language(Phrase("answers.more-bases", ["count": .number(inForce - shown.count)])))
    }
    return lines
  }

  private static let mostBases = 3

  private func help(_ finding: Finding) -> [String] {
    var lines: [String] = []
    if let remedy = finding.criterion.remedy {
      lines.append("\(language(.toWrite)): \(language(remedy.advice))")
    }
    if let day = finding.criterion.phase.deadline {
      lines.append(language(Phrase("answers.deadline", ["day": .date(day)])))
    }
    return lines
  }

  /// The section that should say it.
  private func section(of finding: Finding, _ parts: [Part]) -> String? {
    if let section = parts.sectionThatLacks { return section }
    if let evidence = finding.evidence.first(where: { $0.role == .belongsHere }) { return evidence.section }
    if case .conditionUnknown(.presence(let sections, _)) = finding.reason { return sections.first }
    return finding.evidence.first?.section
  }

  /// One question for all criteria that hang on its answer.
  private mutating func add(_ hinge: Hinge, _ findings: [Finding]) {
    let ids = findings.map { "\($0.criterion.id) (\(phrasing.name(of: $0.force)))" }
    list.append(
      Remark(
        criterion: findings.count == 1 ? findings.first?.criterion.id : nil, kind: .question,
        place: places.home(of: hinge.section).place,
        lines: [
          hinge.words(in: phrasing),
          language(
            Phrase(
              "answers.hinges",
              ["count": .number(findings.count), "ids": .text(ids.joined(separator: ", "))])),
        ]))
  }

  // MARK: What a machine was not sure of

  /// The passage that comes nearest to what a criterion asks for.
  private func nearest(to finding: Finding) -> RecognisedFact? {
    for leaf in finding.criterion.requirement?.leaves ?? [] {
      guard case .facet(let facet) = leaf, let topic = (facet as? States)?.topic else { continue }
      if let fact = asked[topic] { return fact }
    }
    return nil
  }

  private mutating func add(_ fact: RecognisedFact) {
    let details = fact.attributes.flatMap { detail in
      detail.value.split(separator: " ").map { phrasing.term(String($0), Self.list(of: detail.name, fact)) }
    }
    list.append(
      Remark(
        criterion: nil, kind: .question, place: places.anchor(of: fact.place),
        lines: [
          language(Phrase("answers.unsure")),
          language(
            Phrase(
              "answers.is-it",
              [
                "what": .text(
                  phrasing.title(of: fact.element)
                    + (details.isEmpty ? "" : " (\(details.joined(separator: ", ")))")),
                "words": .text(SafeText.of(fact.quotation, limit: 200)),
              ])),
        ]))
  }

  /// The list of terms that an attribute's value belongs to.
  private static func list(of attribute: String, _ fact: RecognisedFact) -> String {
    attribute == "type" ? fact.element + "-type" : attribute
  }
}
