import Catalogue
import Compliance
import Forms
import Foundation
import Intake
import Judging
import MasterPlan
import Recognition
import Source
import TestSupport
import Testing

/// Plans, forms and documents of the repository, judged by the rules inside the program.
struct Drafts {
  let rules: RuleBook
  let intake: Intake
  let form: PlanForm

  private init() throws {
    rules = try RuleBook(
      RuleBookSources(), stage: nil,
      day: RuleBook.DayPolicy(named: nil, today: CalendarDate(year: 2026, month: 11, day: 27)!))
    intake = try Intake(rules.catalogue, vocabulary: rules.contract.vocabulary)
    form = try PlanForm()
  }

  static let shared = Result { try Drafts() }

  static let examples = [
    "bac-giang", "binh-duong", "binh-lam-complete", "binh-lam-draft", "da-lat", "da-nang", "hue", "phu-quoc",
    "phu-tho", "pleiku", "tra-vinh",
  ]

  func plan(_ source: SourceText) throws -> MasterPlan {
    try MasterPlan.read(source, schema: rules.contract.schema)
  }

  func example(_ name: String) throws -> MasterPlan {
    try plan(Repository.source("Examples/\(name).xml"))
  }

  /// The plan file that a document says.
  func file(of document: [UInt8], named name: String = "de-an.docx") throws -> SourceText {
    try intake.plan(of: intake.read(document, named: name))
  }

  func report(on source: SourceText) throws -> GapReport { try Judge(rules).report(on: source) }

  /// Verdicts with their reasons, apart from places.
  func verdicts(_ source: SourceText) throws -> [String: Verdict] {
    Dictionary(
      try report(on: source).findings.map { ($0.criterion.id, $0.verdict) }, uniquingKeysWith: { $1 })
  }

  /// Sections, items and attributes in the order of the sections' names, without places, as lines.
  func said(_ plan: MasterPlan) -> [String] {
    var lines: [String] = []
    for section in plan.sections.sorted(by: { $0.name < $1.name }) {
      var items: [String] = []
      section.forEachItem { item in
        let attributes = item.attributes.filter { $0.key != "at" }.map { $0.key + "=" + Self.plain($0.value) }
          .sorted()
        items.append(
          ([item.element] + attributes + [item.text.split(separator: " ").joined(separator: " ")]).joined(
            separator: " "))
      }
      lines += items
    }
    return lines
  }

  /// A figure without what does not count: `58.40` and `58.4` are one number.
  private static func plain(_ value: String) -> String {
    DecimalNumber(value).map { "\($0)" } ?? value.split(separator: " ").joined(separator: " ")
  }
}

/// LibreOffice, where the machine has it.
enum Office {
  static var isHere: Bool { FileManager.default.isExecutableFile(atPath: "/usr/bin/soffice") }

  /// A document saved by LibreOffice in another format, or in its own again.
  static func saved(_ bytes: [UInt8], named name: String, as format: String) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "khung-office-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let output = folder.appending(path: "out")
    try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
    let file = folder.appending(path: name)
    try Data(bytes).write(to: file)
    let run = try Launch.run([
      "soffice", "--headless", "-env:UserInstallation=file://\(folder.path)/profile", "--convert-to", format,
      "--outdir",
      output.path, file.path,
    ])
    let ending = format.split(separator: ":")[0]
    let stem = name.split(separator: ".").dropLast().joined(separator: ".")
    let result = output.appending(path: stem + "." + ending)
    try #require(FileManager.default.fileExists(atPath: result.path), "\(run.said)")
    return Array(try Data(contentsOf: result))
  }
}
