import Catalogue
import Compliance
import Languages
import Phrasing
import Source
import Writing

/// The whole set as one page that needs nothing else (`Pages/review.html`); this file only fills it.
struct Dashboard {
  private let phrasing: Phrasing
  private let template: PageTemplate
  private let provinces: Provinces
  private let layers: [Framework.Layer]
  private let reportEnding: String?
  private var statistics: SetStatistics
  private var counts = SetCounts()
  private var language: Language { phrasing.language }

  /// - Parameter reportEnding: the ending of the files to which rows link, if there are any.
  /// - Throws: when the template is malformed; the tests of a build prove that it is not.
  init(
    _ phrasing: Phrasing, template: String, provinces: Provinces, layers: [Framework.Layer],
    reportEnding: String?
  ) throws {
    self.phrasing = phrasing
    self.template = try PageTemplate(template)
    self.provinces = provinces
    self.layers = layers
    self.reportEnding = reportEnding
    statistics = SetStatistics(phrasing.catalogue, layers: layers.count, provinces: provinces)
  }

  mutating func add(_ plan: PlanSummary) {
    statistics.add(plan)
    counts.add(plan)
  }

  /// The page up to the rows of its matrix, and from there on.
  func text(_ rollUp: RollUp) -> (before: String, after: String) {
    let page = template.filled(with: content(rollUp))
    // Texts of plans hold no control characters by now, so the mark is ours.
    guard let mark = page.firstRange(of: Self.rowsMark) else { return (page, "") }
    return (String(page[..<mark.lowerBound]), String(page[mark.upperBound...]))
  }

  /// One row of the matrix for the script of the page; nil for what was refused.
  func row(_ plan: PlanSummary) -> String? {
    guard !plan.isRefused else { return nil }
    let link = plan.reportName.flatMap { name in
      reportEnding.map { "\(ReportFiles.folderName)/\(name).\($0)" }
    }
    return Self.embedded(
      .array([
        .string(SafeText.harmless(plan.name)), .string(SafeText.harmless(plan.city)),
        .string(SafeText.harmless(plan.title)), .string(plan.region ?? ""), .string(plan.outcome.name),
        .string(plan.verdicts.text), .integer(plan.mandatoryGaps), .optional(link),
        .string(SafeText.harmless(plan.province ?? "")), .string(plan.urbanClass ?? ""),
      ]))
  }

  private func content(_ rollUp: RollUp) -> [String: Any] {
    let edition = phrasing.catalogue.edition
    return [
      "language": language.rawValue, "version": Program.version, "title": word(.title),
      "edition": language(.edition(number: edition.number, date: language(edition.date))),
      "digest": phrasing.catalogue.digest, "words": words, "counts": countTiles, "commonest": commonest,
      "coverage": coverage, "tiles": tiles, "formerProvinces": formerProvinces,
      "otherPlaces": statistics.tiles[nil]?.plans ?? 0,
      "asOf": word(.asOf(language(rollUp.asOf))), "targets": targets(rollUp),
      "refusedFiles": statistics.refused.map { ["name": SafeText.harmless($0.name), "reason": $0.reason] },
      "hasRefused": !statistics.refused.isEmpty, "regions": choices("region"),
      "classes": choices("urban-class"), "data": data,
    ]
  }

  private func word(_ phrase: ReviewPhrase) -> String { language(phrase) }

  private var words: [String: String] {
    let phrases: [String: ReviewPhrase] = [
      "plans": .plans, "matrix": .matrix, "matrixHelp": .matrixHelp, "commonest": .commonest,
      "commonestHelp": .commonestHelp, "coverage": .coverage, "coverageHelp": .coverageHelp, "map": .map,
      "mapHelp": .mapHelp, "programme": .programme, "programmeHelp": .programmeHelp, "method": .method,
      "refusedFiles": .refusedFiles, "noRefused": .noRefused, "criterion": .criterion, "met": .shareMet,
      "assessed": .shareAssessed, "filter": .filter, "allOutcomes": .allOutcomes, "allRegions": .allRegions,
      "allClasses": .allClasses,
      "sortBy": .sortBy, "sortName": .sortName, "sortGaps": .sortGaps, "sortCity": .sortCity,
      "sortOrder": .sortOrder, "onlyCommon": .onlyCommon, "page": .page("#", "##"), "previous": .previous,
      "next": .next, "needsScript": .needsScript, "reason": .reason, "report": .report, "target": .target,
      "state": .state, "byPlans": .byPlans, "undecidedPlans": .undecidedPlans,
      "mandatoryGaps": .mandatoryGaps, "otherPlaces": .otherPlaces, "mapEvidence": .mapEvidence,
      "formerProvince": .formerProvince, "newProvince": .newProvince, "evidence": .evidence,
    ]
    return phrases.mapValues(word).merging([
      "conforming": language(.conforming), "nonConforming": language(.nonConforming),
      "incomplete": language(.incomplete), "gap": language(.gap), "catalogue": language(.catalogue),
      "force": language(.force), "place": language(.place), "file": language(.file),
    ]) { $1 }
  }

  private var countTiles: [[String: Any]] {
    [
      ("all", counts.plans, word(.plans)), ("met", counts.conforming, language(.conforming)),
      ("gap", counts.nonConforming, language(.nonConforming)),
      ("partial", counts.incomplete, language(.incomplete)), ("none", counts.refused, word(.refused)),
    ].map { ["class": $0.0, "number": $0.1, "name": $0.2] }
  }

  private var commonest: [[String: Any]] {
    zip(phrasing.catalogue.criteria, statistics.criteria).filter { $1.assessed > $1.met }
      .sorted { ($1.1.assessed - $1.1.met, $0.0.id) < ($0.1.assessed - $0.1.met, $1.0.id) }.prefix(25)
      .map { criterion, share in
        [
          "id": criterion.id, "title": language(criterion.title), "force": phrasing.name(of: criterion.force),
          "gaps": share.assessed - share.met, "assessed": share.assessed,
          "percent": percent(share.assessed - share.met, share.assessed),
        ]
      }
  }

  /// Rounded, but 0 and 100 are said only where they are exact: the last plan is not lost in a percentage.
  private func percent(_ part: Int, _ whole: Int) -> Int {
    guard whole > 0 else { return 0 }
    let rounded = (part * 100 + whole / 2) / whole
    return part == 0 || part == whole ? rounded : min(99, max(1, rounded))
  }

  private var coverage: [[String: Any]] {
    func table(_ heading: ReviewPhrase, _ rows: [(String, SetStatistics.Share)]) -> [String: Any] {
      [
        "heading": word(heading),
        "rows": rows.filter { $0.1.assessed > 0 }.map { name, share in
          [
            "name": name, "met": share.met, "assessed": share.assessed,
            "percent": percent(share.met, share.assessed),
          ] as [String: Any]
        },
      ]
    }
    func named(_ shares: [String?: SetStatistics.Share], _ list: String) -> [(String, SetStatistics.Share)] {
      shares.sorted { ($0.key ?? "~") < ($1.key ?? "~") }.map { key, share in
        (
          key.map { phrasing.vocabulary.term($0, in: list).map { language($0) } ?? $0 } ?? word(.notGiven),
          share
        )
      }
    }
    return [
      table(.layers, zip(layers, statistics.layers).map { ("\($0.id) \(language($0.name))", $1) }),
      table(.regions, named(statistics.regions, "region")),
      table(.urbanClasses, named(statistics.urbanClasses, "urban-class")),
      table(
        .phases,
        statistics.phases.sorted { $0.key < $1.key }.map { (language(.phaseUntil($0.key)), $0.value) }),
    ].filter { ($0["rows"] as? [Any])?.isEmpty == false }
  }

  private var tiles: [[String: Any]] {
    provinces.tiles.enumerated().map { index, tile in
      let count = statistics.tiles[index] ?? SetStatistics.Tile()
      // What could not be concluded is neither good nor bad.
      let style =
        count.nonConforming > 0
        ? "gap" : count.plans == 0 ? "empty" : count.conforming == count.plans ? "met" : "open"
      return [
        "name": tile.name, "x": tile.column * 118, "y": tile.row * 46, "textX": tile.column * 118 + 55,
        "nameY": tile.row * 46 + 17, "countY": tile.row * 46 + 34, "class": style,
        "count": count.plans == 0 ? "–" : "\(count.conforming) ✓ / \(count.plans)",
      ]
    }
  }

  /// One table, or none.
  private var formerProvinces: [[String: Any]] {
    guard !statistics.formerProvinces.isEmpty else { return [] }
    let rows = statistics.formerProvinces.sorted {
      ($0.key.tile, $0.key.name) < ($1.key.tile, $1.key.name)
    }
    let table: [String: Any] = [
      "rows": rows.map { former, count in
        let mark: ReviewPhrase =
          switch former.mark {
          case .verified: .markVerified
          case .inferred: .markInferred
          case .fromMemory: .markFromMemory
          }
        return [
          "name": former.name, "now": now(former), "plans": count, "mark": word(mark),
        ] as [String: Any]
      }
    ]
    return [table]
  }

  /// The place of today, and since when.
  private func now(_ former: Provinces.Former) -> String {
    let name = provinces.tiles[former.tile].name
    return former.until.map { word(.placeSince(name, language($0))) } ?? name
  }

  private func targets(_ rollUp: RollUp) -> [[String: Any]] {
    let report = ProgrammeReport(rollUp, phrasing)
    return rollUp.standings.map { target in
      let (style, sign, name): (String, String, ReviewPhrase) =
        switch target.state {
        case .reached: ("met", "✓", .reached)
        case .notReached: ("gap", "✗", .notReached)
        case .unknown: ("unknown", "?", .undecided)
        }
      return [
        "id": target.target.id, "title": language(target.target.title), "class": style, "sign": sign,
        "state": word(name), "reason": report.reason(target), "reading": report.reading(target),
        "plans": Self.list(target.counted),
        "undecided": Self.list(target.undecided), "hasPlans": !target.counted.isEmpty,
        "hasUndecided": !target.undecided.isEmpty,
      ]
    }
  }

  private static func list(_ voters: [Voter]) -> String {
    let names = voters.prefix(6).map { voter in
      SafeText.harmless("\(voter.city) (\(voter.name.split(separator: "/").last ?? ""))")
    }
    return names.joined(separator: "; ") + (voters.count > 6 ? " … +\(voters.count - 6)" : "")
  }

  private func choices(_ list: String) -> [[String: String]] {
    phrasing.vocabulary.values(of: list).sorted().map { value in
      ["value": value, "name": phrasing.vocabulary.term(value, in: list).map { language($0) } ?? value]
    }
  }

  /// What the script of the page works on, with a mark in the place of the rows.
  private var data: String {
    let json = JSON.object([
      (
        "criteria",
        .array(
          phrasing.catalogue.criteria.map {
            .array([.string($0.id), .string(language($0.title)), .string(phrasing.name(of: $0.force))])
          })
      ),
      (
        "verdicts",
        .object(
          Verdict.allCases.map { (String(UnicodeScalar($0.letter)), .string(phrasing.name(of: $0))) })
      ),
      (
        "outcomes",
        .object([
          ("conforming", .string(language(.conforming))),
          ("non-conforming", .string(language(.nonConforming))),
          ("incomplete", .string(language(.incomplete))),
        ])
      ),
    ])
    return Self.embedded(json).dropLast() + ",\"plans\":[\(Self.rowsMark)]}"
  }

  private static let rowsMark = "\u{1}"

  /// JSON inside a page: `<` is escaped, so that no text can end the script element.
  private static func embedded(_ json: JSON) -> String {
    String(decoding: json.line(), as: UTF8.self).escapingSign("<", as: "\\u003c")
  }
}
