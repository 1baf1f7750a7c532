import Foundation
import Source
import TestSupport
import Testing
import XML

/// The program as its users start it: exit statuses, streams, and care with bad input.
@Suite struct CommandLineTests {
  static let folder: URL = {
    let folder = FileManager.default.temporaryDirectory.appending(path: "khung-\(UUID().uuidString)")
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }()

  private func khung(
    _ arguments: [String], input: Data? = nil, environment: [String: String] = [:]
  ) throws -> Launch.Run {
    try Launch.khung(arguments, input: input, environment: environment)
  }

  private func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let url = Self.folder.appending(path: name)
    try Data(bytes).write(to: url)
    return url.path
  }

  @Test func `the complete plan exits 0, the draft with mistakes 1, a plan read in part 3`() throws {
    #expect(try khung(["check", "Examples/binh-lam-complete.xml"]).status == 0)
    #expect(try khung(["check", "Examples/binh-lam-draft.xml"]).status == 1)
    #expect(try khung(["check", "Examples/tra-vinh.xml"]).status == 3)
  }

  @Test func `the version names the program and the edition of the catalogue inside it`() throws {
    let edition = try Repository.catalogue.get().edition
    let run = try khung(["--version"])
    #expect(run.status == 0 && run.complaint.isEmpty)
    #expect(run.text == "khung \(Program.version)\ncatalogue \(edition.number) (\(edition.date))\n")
  }

  @Test func `words of a foreign catalogue and of the caller are data in every output`() throws {
    // A folder of its own: other tests name theirs as a catalogue.
    let place = FileManager.default.temporaryDirectory.appending(path: "khung-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    let folder = place.appending(path: "foreign")
    try FileManager.default.copyItem(at: Repository.root.appending(path: "Standards"), to: folder)
    let words =
      "\u{D4E}&lt;img src=x onerror=alert(1)>\u{301} [null] -->&lt;evil/> \u{9B}31m\u{9D}0;x\u{9C} \u{202E}"
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) where name.hasSuffix(".xml")
    {
      let file = folder.appending(path: name)
      let text = try String(contentsOf: file, encoding: .utf8)
        .replacing("<title lang=\"vi\">", with: "<title lang=\"vi\">\(words)")
        .replacing("<edition number=\"", with: "<edition number=\"\(words.replacing("\u{D4E}", with: ""))")
      try Data(text.utf8).write(to: file)
    }
    let catalogue = ["--catalogue", folder.path]
    let documentation = place.appending(path: "docs").path
    let export = ["export", "docs", "--output", documentation]
    #expect(try khung(export + catalogue).status == 0)
    var outputs: [(name: String, text: String)] = []
    for command in [
      ["explain", "C-ARC-02"], ["catalogue", "show", "ND-269-2025"], ["catalogue", "list"],
      ["export", "schematron"],
    ]
      + ["text", "markdown", "html", "json", "xml", "csv", "sarif", "junit", "svrl"].map({ format in
        ["check", "Examples/binh-lam-draft.xml", "--format", format]
      })
    {
      let run = try khung(command + catalogue)
      #expect(run.status < 4 && run.complaint.isEmpty, "\(command) \(run.complaint)")
      outputs.append((command.joined(separator: " "), run.text))
    }
    for file in try FileManager.default.subpathsOfDirectory(atPath: documentation) where file.hasSuffix(".md")
    {
      outputs.append((file, try String(contentsOfFile: "\(documentation)/\(file)", encoding: .utf8)))
    }
    #expect(outputs.contains { $0.text.utf8.count > 1_000 && $0.name.hasSuffix("criteria.md") })
    for (name, text) in outputs {
      let steering = text.unicodeScalars.filter { scalar in
        switch scalar.properties.generalCategory {
        case .control: scalar != "\n" && scalar != "\r"
        case .format: scalar != "\u{FEFF}"
        case .lineSeparator, .paragraphSeparator: true
        default: false
        }
      }
      #expect(steering.isEmpty, "\(name)")
      if ["html", "markdown", "xml", "junit", "svrl", ".md"].contains(where: name.hasSuffix) {
        // Markdown escapes the bracket with a backslash before it.
        let bytes = Array(text.utf8)
        let tags = Data(bytes).ranges(of: Data("<img".utf8)).map(\.lowerBound)
        #expect(!tags.contains { $0 == 0 || bytes[$0 - 1] != UInt8(ascii: "\\") }, "\(name)")
      }
      if name.hasSuffix("schematron") {
        let document = try Document(SourceText(name: name, stored: Array(text.utf8)))
        #expect(document.root.name == "schema")
      }
    }
    let complaint = try khung(["check", "Examples/hue.xml", "--x\u{1B}[31m\u{1B}]0;x\u{7}"])
    #expect(complaint.status == 64 && !complaint.complaint.unicodeScalars.contains("\u{1B}"))
    #expect(complaint.complaint.contains("--x") && complaint.complaint.contains("khung check --help"))
  }

  @Test func `of several inputs the worst status wins and none stops the others`() throws {
    let run = try khung(["check", "Examples/tra-vinh.xml", "none.xml", "Examples/binh-lam-complete.xml"])
    #expect(run.status == 2)
    #expect(run.text.contains("Trà Vinh") && run.text.contains("Bình Lam"))
    #expect(run.complaint.contains("none.xml"))
  }

  @Test func `--fail-on decides which gaps count`() throws {
    #expect(try khung(["check", "Examples/binh-lam-draft.xml", "--fail-on", "none"]).status == 0)
    #expect(try khung(["check", "Examples/binh-lam-complete.xml", "--fail-on", "any"]).status == 0)
  }

  @Test func `- reads standard input`() throws {
    let plan = try Data(contentsOf: Repository.root.appending(path: "Examples/binh-lam-complete.xml"))
    let run = try khung(["check", "-", "--format", "json"], input: plan)
    #expect(run.status == 0)
    #expect(run.text.contains("\"file\": \"<stdin>\""))
  }

  @Test func `a call that checks nothing never exits 0`() throws {
    #expect(try khung(["check"]).status == 64)
    #expect(try khung(["check", Self.folder.path]).status == 2)
    #expect(try khung(["check", "Examples/*.nothing"]).status == 2)
    #expect(try khung(["check", "Examples/tra-vinh.xml", "--catalogue", Self.folder.path]).status == 2)
  }

  @Test func `a wrong option is a usage error`() throws {
    #expect(try khung(["check", "Examples/tra-vinh.xml", "--as-of", "2026-02-30"]).status == 64)
    #expect(try khung(["check", "Examples/tra-vinh.xml", "--format", "pdf"]).status == 64)
  }

  @Test func `bad input is refused with one line and nothing on standard output`() throws {
    let plan = Array(try Data(contentsOf: Repository.root.appending(path: "Examples/tra-vinh.xml")))
    let inputs: [(String, [UInt8])] = [
      ("empty.xml", []), ("text.xml", Array("không phải XML".utf8)), ("cut.xml", Array(plan.prefix(700))),
      ("root.xml", Array("<plan/>".utf8)), ("nul.xml", plan + [0]),
      ("laughs.xml", Array("<!DOCTYPE a [<!ENTITY b \"&b;\">]><a>&b;</a>".utf8)),
      (
        "latin.xml",
        Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?><a>\u{F4}".unicodeScalars.map { UInt8($0.value) })
      ),
      ("deep.xml", Array(String(repeating: "<a>", count: 100_000).utf8)),
      ("wide.xml", Array(("<a " + (0..<100_000).map { "b\($0)=\"\"" }.joined(separator: " ") + "/>").utf8)),
      ("long.xml", Array("<a>".utf8) + Array(repeating: UInt8(ascii: "x"), count: 100 << 20)),
    ]
    for (name, bytes) in inputs {
      let run = try khung(["check", file(name, bytes)])
      #expect(run.status == 2, "\(name)")
      #expect(run.text.isEmpty, "\(name)")
      #expect(run.complaint.split(separator: "\n").count == 1, "\(name): \(run.complaint)")
      #expect(run.complaint.contains(name), "\(run.complaint)")
    }
  }

  @Test func `messages come in the language asked for`() throws {
    #expect(try khung(["check", "none.xml"]).complaint.contains("không có tệp này"))
    #expect(try khung(["check", "none.xml", "--lang", "en"]).complaint.contains("there is no such file"))
  }

  @Test func `a folder of catalogue files gives what the built-in edition gives`() throws {
    let builtIn = try khung([
      "check", "Examples/binh-lam-draft.xml", "--format", "json", "--as-of", "2026-11-23",
    ])
    let folder = try khung(
      [
        "check", "Examples/binh-lam-draft.xml", "--format", "json", "--as-of", "2026-11-23", "--catalogue",
        "Standards",
      ])
    let environment = try khung(
      ["check", "Examples/binh-lam-draft.xml", "--format", "json", "--as-of", "2026-11-23"],
      environment: ["KHUNG_CATALOGUE": "Standards"])
    #expect(builtIn.text == folder.text && folder.text == environment.text)
  }

  @Test func `a broken catalogue is refused, naming the entry`() throws {
    let broken = Self.folder.appending(path: "broken")
    try? FileManager.default.removeItem(at: broken)
    try FileManager.default.copyItem(at: Repository.root.appending(path: "Standards"), to: broken)
    let decrees = broken.appending(path: "instruments/decrees.xml")
    let text = try String(contentsOf: decrees, encoding: .utf8)
    try text.replacing("id=\"ND-269-2025\"", with: "id=\"ND-296-2025\"").write(
      to: decrees, atomically: true, encoding: .utf8)
    let run = try khung(["check", "Examples/tra-vinh.xml", "--catalogue", broken.path, "--lang", "en"])
    #expect(run.status == 2)
    #expect(run.complaint.contains("points at ND-269-2025"), "\(run.complaint)")
  }

  @Test func `a report goes to its file whole or not at all`() throws {
    let report = Self.folder.appending(path: "report.json").path
    let run = try khung(["check", "Examples/tra-vinh.xml", "--format", "json", "--output", report])
    #expect(run.status == 3 && run.text.isEmpty)
    #expect(try String(contentsOfFile: report, encoding: .utf8).hasSuffix("}\n"))
    let failed = try khung(["check", "Examples/tra-vinh.xml", "--output", "/nowhere/report.txt"])
    #expect(failed.status == 70)
    #expect(failed.complaint.contains("/nowhere/report.txt"))
  }

  @Test func `a file name that looks like options is not taken for a call for help`() throws {
    #expect(try khung(["check", "-hue.xml"]).status == 64)
  }

  @Test func `a report never overwrites the plan and never stays behind from yesterday`() throws {
    let plan = try file(
      "own.xml", Array(Data(contentsOf: Repository.root.appending(path: "Examples/tra-vinh.xml"))))
    #expect(try khung(["check", plan, "--output", plan]).status == 64)
    let report = try file("stale.txt", Array("PHÙ HỢP".utf8))
    #expect(try khung(["check", file("bad.xml", Array("<a/>".utf8)), "--output", report]).status == 2)
    let refused = try khung([
      "check", file("bad.xml", Array("<a/>".utf8)), "--format", "json", "--output", "-",
    ])
    #expect(refused.status == 2 && refused.text.isEmpty)
    #expect(try khung(["check", plan, "--format", "json,html", "--output", "-"]).status == 64)
    #expect(try !String(contentsOfFile: report, encoding: .utf8).contains("PHÙ HỢP"))
  }

  @Test func `rules beside the catalogue join the report and never pass when they checked nothing`() throws {
    let complete = try khung([
      "check", "Examples/binh-lam-complete.xml", "--rules", "Examples/rules/phases.sch",
    ])
    #expect(complete.status == 0 && complete.text.contains("QUY TẮC SCHEMATRON KÈM THEO (0)"))
    let head = "<schema xmlns='http://purl.oclc.org/dsdl/schematron' queryBinding='xslt'><pattern>"
    let failing = try file(
      "fail.sch",
      Array(
        "\(head)<rule context='/*'><assert test='false()' role='error'>không</assert></rule></pattern></schema>"
          .utf8))
    #expect(try khung(["check", "Examples/binh-lam-complete.xml", "--rules", failing]).status == 1)
    let idle = try file(
      "idle.sch",
      Array("\(head)<rule context='nothing'><assert test='true()'>x</assert></rule></pattern></schema>".utf8))
    #expect(try khung(["check", "Examples/binh-lam-complete.xml", "--rules", idle]).status == 3)
    let broken = try file(
      "broken.sch",
      Array("\(head)<rule context='/*'><assert test='count('>x</assert></rule></pattern></schema>".utf8))
    let refused = try khung(["check", "Examples/binh-lam-complete.xml", "--rules", broken])
    #expect(refused.status == 2 && refused.text.isEmpty && refused.complaint.contains("broken.sch:1:"))
  }

  @Test func `rejudge gives the same bytes as a full run under the new rules`() throws {
    let saved = Self.folder.appending(path: "saved.json").path
    _ = try khung([
      "check", "Examples/binh-lam-draft.xml", "--format", "json", "--as-of", "2026-11-23", "--output", saved,
    ])
    let rules = [
      "--waivers", "Examples/waivers/binh-lam.xml", "--profile", "Examples/profiles/nghe-an.xml", "--stage",
      "submitted",
    ]
    let again = try khung(["rejudge", saved, "--format", "json"] + rules)
    let full = try khung(
      ["check", "Examples/binh-lam-draft.xml", "--format", "json", "--as-of", "2026-11-23"] + rules)
    #expect(again.text == full.text && !full.text.isEmpty)
    #expect(try khung(["rejudge", "README.md"]).status == 2)
  }

  @Test func `catalogue show prints a text's state on a day`() throws {
    let before = try khung(["catalogue", "show", "QCVN-01-2021-BXD", "--as-of", "2026-12-31", "--lang", "en"])
    #expect(before.text.contains("in force since 5 July 2021"))
    let after = try khung(["catalogue", "show", "QCVN 01:2021/BXD", "--as-of", "2027-01-01", "--lang", "en"])
    #expect(after.text.contains("replaced by QCVN 01:2026/BXD from 1 January 2027"))
    #expect(try khung(["catalogue", "show", "Nghị định 1/1990/NĐ-CP"]).status == 2)
  }

  // MARK: Language

  /// Lines with English words that no Vietnamese sentence has. Options, tokens and names are no words.
  private func englishLines(_ text: String) -> [Substring] {
    text.replacing(/<[^>]*>|[\w-]*-[\w-]+|[(]unknown[)]/, with: "").split(separator: "\n").filter {
      $0.contains(
        /(?i)\b(the|of|and|is|was|are|not|with|which|from|missing|because|than|only|every|this|for|unknown|value)\b/
      )
    }
  }

  @Test(arguments: [
    "", "check", "review", "rejudge", "diff", "lint", "schematron", "explain", "catalogue", "catalogue list",
    "catalogue show", "catalogue stats", "catalogue graph", "catalogue test", "catalogue diff",
    "catalogue record", "catalogue calendar", "catalogue new", "catalogue rebase", "export",
    "export schematron", "export oscal", "export docs",
  ])
  func `help speaks Vietnamese or English, by --help and by -h`(command: String) throws {
    let words = command.split(separator: " ").map(String.init)
    let vietnamese = try khung(words + ["--help"])
    let lines = englishLines(vietnamese.text)
    #expect(vietnamese.status == 0 && lines.isEmpty, "\(lines)")
    #expect(vietnamese.text.contains("CÁCH GỌI: khung"), "\(vietnamese.text)")
    let english = try khung(words + ["-h"], environment: ["LANG": "en_US.UTF-8"])
    #expect(english.status == 0 && english.text.contains("USAGE: khung"), "\(english.text)")
    #expect(english.text.contains("  -h, --help              Show help information."))
  }

  @Test func `the language is that of --lang, then of KHUNG_LANG, then of the locale`() throws {
    let (vietnamese, english) = ("không có tệp này", "there is no such file")
    for (arguments, environment, wanted) in [
      ([], [:], vietnamese), ([], ["LANG": "C.UTF-8"], vietnamese), ([], ["LANG": "en_US.UTF-8"], english),
      ([], ["LANG": "en_US.UTF-8", "LC_ALL": "vi_VN"], vietnamese), ([], ["LC_MESSAGES": "en"], english),
      ([], ["KHUNG_LANG": "vi", "LC_ALL": "en_US"], vietnamese),
      (["--lang", "en"], ["KHUNG_LANG": "vi"], english), (["--lang=vi"], ["KHUNG_LANG": "en"], vietnamese),
    ] as [([String], [String: String], String)] {
      let run = try khung(["check", "none.xml"] + arguments, environment: environment)
      #expect(run.complaint.contains(wanted), "\(arguments) \(environment): \(run.complaint)")
    }
    // No locale changes a report; the variable that is ours does.
    let report = ["check", "Examples/hue.xml", "--as-of", "2026-11-23"]
    let plain = try khung(report).text
    #expect(try khung(report, environment: ["LANG": "en_US.UTF-8"]).text == plain)
    #expect(try khung(report, environment: ["KHUNG_LANG": "en"]).text.contains("GAP REPORT"))
  }

  @Test(arguments: [
    ["check"], ["check", "x", "--formt", "text"], ["check", "x", "--lang", "fr"], ["chek"], ["x", "y", "z"],
    ["check", "x", "--as-of", "2026"], ["check", "x", "-o"], ["check", "x", "-zo"],
    ["check", "x", "--format"],
    ["check", "x", "--format", "pdf"], ["review", "x", "--jobs", "many"], ["review", "x", "--jobs", "0"],
    ["review", "x", "--resume"], ["review", "-", "-"], ["lint", "--select", "K999"], ["lint", "--fix=yes"],
    ["lint", "--explain", "K9999"], ["check", "x", "--format", "text,json"], ["catalogue", "graph", "ND-1"],
    ["catalogue", "list", "--state", "x"], ["catalogue", "list", "--layer", "x"],
    ["check", "x", "--fail-on", "x"],
    ["check", "x", "--jobs", "2"], ["diff", "x"], ["--generate-completion-script", "nosuch"],
  ])
  func `a complaint about the command line is a sentence of the language`(arguments: [String]) throws {
    let vietnamese = try khung(arguments)
    let lines = englishLines(vietnamese.complaint)
    #expect(vietnamese.status == 64 && vietnamese.complaint.hasPrefix("Lỗi: "), "\(vietnamese.complaint)")
    #expect(lines.isEmpty && !vietnamese.complaint.contains("không đọc được"), "\(vietnamese.complaint)")
    let english = try khung(arguments, environment: ["KHUNG_LANG": "en"])
    #expect(english.status == 64 && english.complaint.hasPrefix("Error: "), "\(english.complaint)")
    #expect(!english.complaint.contains("cannot be read"), "\(english.complaint)")
  }

  @Test func `a mistyped subcommand, option or id is answered with what is near to it`() throws {
    for (arguments, near) in [
      (["chek", "x"], "check"), (["catalogue", "shw"], "show"),
      (["check", "x", "--formt", "text"], "--format"),
      (["explain", "c-arc-2"], "C-ARC-02"), (["catalogue", "show", "ND-269-2052"], "ND-269-2025"),
      (["catalogue", "graph", "C-ARC-0"], "C-ARC-01"),
      (["lint", "--explain", "no-such-dat"], "no-such-date"),
    ] {
      let run = try khung(arguments)
      #expect(run.complaint.contains("Có phải '\(near)'?"), "\(arguments): \(run.complaint)")
    }
  }
}
