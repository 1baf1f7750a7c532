import Foundation
import Source
import TestSupport
import Testing
import XML

@testable import Catalogue

/// What the national catalogue of `Standards/` holds.
@Suite struct NationalCatalogueTests {
  let catalogue: Catalogue

  init() throws {
    catalogue = try Repository.catalogue.get()
  }

  @Test func `the 97 criteria of the state of knowledge are there with their force and mark`() {
    let groups = [
      "LEG", "DOC", "GOV", "PRI", "ARC", "INT", "DAT", "SEC", "IOC", "BLD", "APP", "SBX", "RES", "KPI", "TGT",
    ]
    let criteria = catalogue.criteria.filter { criterion in
      groups.contains { criterion.id.hasPrefix("C-\($0)-") }
    }
    #expect(criteria.count == 97)
    #expect(criteria.count { $0.provenance.mark == .verified } == 91)
    #expect(criteria.count { $0.provenance.mark == .inferred } == 5)
    #expect(criteria.count { $0.provenance.mark == .fromMemory } == 1)
    #expect(criteria.count { $0.force == .mandatory } == 58)
    #expect(criteria.count { $0.force == .presumed } == 3)
    #expect(criteria.count { $0.force == .recommended } == 33)
    #expect(criteria.count { $0.force == .drafting } == 3)
  }

  @Test func `every verified national standard and technical regulation is there`() {
    #expect(catalogue.standards.count == 79)
    #expect(catalogue.standards.count { $0.kind == .national } == 52)
    #expect(catalogue.standards.count { $0.kind == .technicalRegulation } == 27)
    #expect(catalogue.standards.allSatisfy { $0.provenance.mark == .verified })
  }

  @Test func `the framework of 2019 has six layers, five vertical systems and one centre`() throws {
    let framework = try #require(catalogue.framework("F-829"))
    #expect(framework.layers.count { $0.kind == .horizontal } == 6)
    #expect(framework.layers.count { $0.kind == .vertical } == 5)
    #expect(framework.layers.count { $0.kind == .centre } == 1)
    #expect(catalogue.framework("F-3090")?.layers.count == 4)
  }

  @Test func `every plan-scoped target of the national scheme has its criterion`() {
    let planScoped = catalogue.programme.filter { $0.scopes.contains("plan") }
    for target in planScoped {
      #expect(catalogue.criterion("C-950-\(target.id)") != nil, "no criterion for \(target.id)")
    }
  }

  @Test func `only verified criteria and rules of our own can be judged`() {
    for criterion in catalogue.criteria where !criterion.isAssessable {
      #expect(criterion.requirement == nil, "\(criterion.id) would judge on unverified evidence")
    }
    for criterion in catalogue.criteria where criterion.isAssessable {
      #expect(criterion.requirement != nil || criterion.personJudges != nil, "\(criterion.id) checks nothing")
      #expect(criterion.remedy != nil, "\(criterion.id) does not say what closes its gap")
    }
  }

  @Test func `every mandatory force comes from a binding instrument`() throws {
    for criterion in catalogue.criteria {
      for basis in criterion.bases where basis.force == .mandatory {
        let instrument = try #require(catalogue.instrument(basis.instrument))
        #expect(instrument.binding == "binding", "\(criterion.id) is mandatory by \(instrument.id)")
      }
    }
  }

  @Test func `replacements are written on both sides`() {
    let lives = catalogue.instruments.map { ($0.id, $0.life) } + catalogue.standards.map { ($0.id, $0.life) }
    for (id, life) in lives {
      for edge in life.replaces {
        #expect(
          catalogue.life(of: edge.id)?.replacedBy.contains { $0.id == id } == true, "\(id) → \(edge.id)")
      }
      for edge in life.replacedBy {
        #expect(catalogue.life(of: edge.id)?.replaces.contains { $0.id == id } == true, "\(edge.id) → \(id)")
      }
    }
  }

  /// Facts move over, nothing is invented: where the sources are at hand, every number, date and Vietnamese title of
  /// an instrument or standard stands in them.
  @Test func `every document number, date and title stands in the sources`() throws {
    guard let folder = Repository.judges()?.deletingLastPathComponent().appending(path: "domain"),
      let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    else {
      print("skipped: the folder of the domain's sources is not here")
      return
    }
    #expect(names.contains("regulation-2026.md"), "the second reading of the law is not among the sources")
    let text = try names.map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }.joined()
    let plain = Self.plain(text)
    for path in Repository.files(below: "Standards/instruments", withExtension: "xml")
      + Repository.files(below: "Standards/standards", withExtension: "xml")
    {
      let entries = try String(contentsOf: Repository.root.appending(path: path), encoding: .utf8)
      // A title of ours says where it comes from by an attribute.
      for title in entries.matches(of: /<title lang="vi">([^<]+)</).map({ String($0.1) }) {
        let stands = plain.contains(Self.plain(title))
        #expect(stands, "\(path): \(title)")
      }
    }
    let short = Self.shortNumbers(text)
    for instrument in catalogue.instruments {
      if let number = instrument.number {
        // 4260/QĐ-UBND stands only in the address of a page.
        let inAddress = number.replacing("/", with: "-").replacing("Đ", with: "D")
        let isShort = short.contains(number.split(separator: "/").prefix(2).joined(separator: "/"))
        let stands = isShort || text.contains(number) || text.contains(inAddress)
        #expect(stands, "\(instrument.id): \(number)")
      }
      for date in [instrument.life.issued, instrument.life.effectiveFrom, instrument.life.effectiveTo]
        .compactMap({ $0 })
      {
        let isThere = stands(date, in: text)
        #expect(isThere, "\(instrument.id): \(date)")
      }
    }
    for standard in catalogue.standards {
      let isNamed = text.contains(standard.number)
      #expect(isNamed, "\(standard.id): \(standard.number)")
      for date in [standard.life.issued, standard.life.effectiveFrom, standard.life.effectiveTo].compactMap({
        $0
      }) {
        let isThere = stands(date, in: text)
        #expect(isThere, "\(standard.id): \(date)")
      }
    }
  }

  /// Numbers of decrees and circulars that a source prints without symbol, alone or in lists: "NĐ 356/2025",
  /// "NĐ 327, 328, 329/2026". The Government alone issues decrees, so the symbol adds nothing to what was read.
  private static func shortNumbers(_ text: String) -> Set<String> {
    let printed = /(?:NĐ|TT) ([0-9]+(?:, [0-9]+)*\/[0-9]{4}(?: and [0-9]+(?:, [0-9]+)*\/[0-9]{4})?)/
    var numbers: Set<String> = []
    for list in text.matches(of: printed).flatMap({ $0.1.split(separator: " and ") }) {
      let halves = list.split(separator: "/")
      for serial in halves[0].split(separator: ", ") { numbers.insert("\(serial)/\(halves[1])") }
    }
    return numbers
  }

  /// One space between words, one form of each letter.
  private static func plain(_ text: String) -> String {
    text.precomposedStringWithCanonicalMapping.lowercased().split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  private func stands(_ date: CalendarDate, in text: String) -> Bool {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November", "December",
    ]
    let (day, month, year) = (date.day, date.month, date.year)
    let days = ["\(day)", day < 10 ? "0\(day)" : "\(day)"]
    let monthNumbers = ["\(month)", month < 10 ? "0\(month)" : "\(month)"]
    var forms = [
      date.description, "\(day) \(months[month - 1]) \(year)", "\(months[month - 1]) \(day), \(year)",
    ]
    for day in days {
      for month in monthNumbers { forms.append("\(day)/\(month)/\(year)") }
    }
    return forms.contains { text.contains($0) }
  }
}
