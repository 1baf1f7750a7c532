import Foundation
import Phrasing
import Rounds
import TestSupport

@testable import Compliance
@testable import Reporting

/// A judge that we did not write: a program that says whether a text is what it claims to be.
enum Judge {
  /// Runs a judge on a text; nil when the judge is not on this machine, which is said.
  /// - Parameter name: of the file that holds the text; its ending matters to some judges.
  static func run(_ command: [String], on text: String, named name: String) throws -> (
    status: Int32, said: String
  )? {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: name)
    try text.write(to: file, atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command + [file.path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus != 127, !said.contains("No module named"), !said.hasPrefix("skipped:")
    else {
      print("skipped: \(command[0]) or a module of it is not on this machine; \(said.prefix(200))")
      return nil
    }
    return (process.terminationStatus, said)
  }

  /// A published schema beside the checkout; nil where there is none, which is said.
  static func schema(_ name: String) -> String? {
    guard let folder = Repository.judges() else {
      print("skipped: the published schemas are not here (KHUNG_JUDGES)")
      return nil
    }
    return folder.appending(path: name).path
  }

  /// Validates JSON against a JSON Schema. OSCAL's patterns use Unicode properties, which need `regex`.
  static func json(_ text: String, schema: String) throws -> (status: Int32, said: String)? {
    try run(["python3", "-c", Self.validateJSON, schema], on: text, named: "report.json")
  }

  static func xml(_ text: String, schema: String) throws -> (status: Int32, said: String)? {
    try run(["xmllint", "--noout", "--schema", schema], on: text, named: "report.xml")
  }

  private static let validateJSON = """
    import json, sys, jsonschema, jsonschema._keywords
    schema = json.load(open(sys.argv[1]))
    if '\\\\p{' in json.dumps(schema):
        import regex
        jsonschema._keywords.re = regex
    document = json.load(open(sys.argv[2]))
    kind = jsonschema.validators.validator_for(schema)
    errors = list(kind(schema, format_checker=kind.FORMAT_CHECKER).iter_errors(document))
    for error in errors[:5]: print(list(error.absolute_path), error.message[:400])
    sys.exit(1 if errors else 0)
    """
}

/// Reports that every format has to cope with.
enum Sample {
  static let refusal = "none.xml: không có tệp này <]]>"

  static func reports() throws -> [GapReport] {
    let check = try Repository.check()
    return try ["binh-lam-draft", "bac-giang", "hue"].map {
      check.report(on: try Repository.plan($0), asOf: AsOf(date: day("2026-11-23"), why: .named))
    } + [hostile()]
  }

  /// A plan whose words try to be markup, formulas, escapes and marks of direction, with 100,000 letters in
  /// its title. XML itself keeps lone surrogates and most control characters out.
  static func hostile() throws -> GapReport {
    let words =
      "&lt;script&gt;alert(1)&lt;/script&gt; ]]&gt; =HYPERLINK(\"http://x\") \u{85}\u{9B}31m \u{202E}x\u{2066} "
      + "\u{200B}\u{FEFF} {{title}} {{{title}}} \\ \" ' , ; | ` * _ # ![a](http://x) &amp;lt; \u{2028}"
      + disguised
    let long = String(repeating: "ă", count: 100_000)
    let plan = try Repository.plan(
      text: """
        <master-plan xmlns="urn:khung:master-plan:1" coverage="complete">
          <identity coverage="complete" kind="scheme" stage="draft"><title>=\(words) \(long)</title></identity>
          <city coverage="complete" level="province"><name>@Bình Lam \(words)</name></city>
          <legal-bases coverage="complete"><legal-basis>\(words) Nghị định 47/2024/NĐ-CP</legal-basis></legal-bases>
          <principles coverage="complete"><statement topic="single-supplier">-\(words)</statement></principles>
          <sandbox coverage="complete"><trial>+\(words)</trial></sandbox>
        </master-plan>
        """, named: "-plan <&\"'> \u{202E}ế.xml")
    return try Repository.check().report(on: plan, asOf: AsOf(date: day("2026-11-23"), why: .named))
  }

  /// Signs joined to a letter before them or a mark after them: to Swift one character, and another.
  static let disguised =
    " \u{D4E}&lt;img src=x onerror=alert(1)> \u{111C2}&lt;/script> \"\u{301} onfocus=alert(2) \u{D4E}\"\u{301},"
    + "\u{301}\u{D4E}` \u{D4E}| \u{D4E}[a](http://x) \u{D4E}&amp;lt; "

  static func phrasing(_ language: Language = .vietnamese) throws -> Phrasing {
    try Phrasing(language, catalogue: Repository.catalogue.get(), vocabulary: Repository.vocabulary.get())
  }

  static func page(_ name: String) throws -> String {
    let template = try Repository.source("Sources/BuiltIn/Pages/\(name).html")
    return String(decoding: template.bytes, as: UTF8.self)
  }

  static func rendered(
    _ reports: [GapReport], as format: ReportFormat, _ language: Language = .vietnamese,
    refusals: [String] = []
  ) throws -> String {
    try Renderer(phrasing(language), width: 100, style: .plain, page: page("gap-report"))
      .render(reports, refusals: refusals, as: format)
  }

  /// A report as it is read again from its JSON.
  static func saved(_ report: GapReport, _ language: Language = .vietnamese) throws -> SavedReport {
    let text = try rendered([report], as: .json, language)
    return try SavedReport.read(.init(name: "saved.json", stored: Array(text.utf8)))[0]
  }
}
