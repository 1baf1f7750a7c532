import Foundation
import Source
import TestSupport
import Testing

/// The commands of a standards editor, as they are started.
@Suite struct EditorCommandTests {
  private func khung(_ arguments: String...) throws -> Launch.Run { try khung(arguments) }

  private func khung(_ arguments: [String]) throws -> Launch.Run { try Launch.khung(arguments) }

  /// A copy of the national catalogue to work on, with an edit in one of its files.
  private func copy(_ file: String = "edition.xml", _ edit: (String) -> String = { $0 }) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "khung-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: Repository.root.appending(path: "Standards"), to: folder)
    let path = folder.appending(path: file)
    let before = try String(contentsOf: path, encoding: .utf8)
    try edit(before).write(to: path, atomically: true, encoding: .utf8)
    return folder
  }

  @Test func `lint ends with 0 on the national catalogue and with 1 on an error`() throws {
    #expect(try khung("lint", "Standards", "--as-of", "2026-11-23").status == 0)
    let broken = try copy("instruments/decrees.xml") { $0.replacing("2025-10-14", with: "2025-10-34") }
    let run = try khung("lint", broken.path, "--lang", "en")
    #expect(run.status == 1)
    #expect(run.text.contains("error K036 no-such-date: there is no day “2025-10-34”"))
  }

  @Test func `lint of one file looks at it within its catalogue`() throws {
    let folder = try copy()
    let run = try khung("lint", folder.path + "/criteria/data.xml", "--lang", "en", "--as-of", "2026-11-23")
    #expect(run.status == 0)
    #expect(!run.text.contains("K020"))
    let province = try khung("lint", "Examples/profiles/nghe-an/criteria.xml", "--lang", "en")
    #expect(province.status == 0, "\(province.text)")
  }

  @Test func `show tells which wordings name a text`() throws {
    let run = try khung("catalogue", "show", "ND-278-2025", "--lang", "en")
    #expect(run.text.contains("wordings that name it: "), "\(run.said)")
    #expect(run.text.contains("topic/"))
  }

  @Test func `lint refuses a folder without a catalogue, and nothing at all`() throws {
    let empty = FileManager.default.temporaryDirectory.appending(path: "khung-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
    #expect(try khung("lint", empty.path).status == 2)
    #expect(try khung("lint", "/no/such/folder").status == 2)
    #expect(try khung("lint", "--explain", "K999").status == 64)
  }

  @Test func `lint --fix repairs a copy, a second run changes nothing`() throws {
    let folder = try copy("standards/security.xml") {
      $0.replacing("Information security", with: "Information  security")
    }
    let before = try khung("lint", folder.path, "--format", "json", "--as-of", "2026-11-23")
    let fixed = try khung("lint", folder.path, "--fix", "--format", "json", "--as-of", "2026-11-23")
    #expect(before.text.contains("\"K073\"") == fixed.complaint.contains("security.xml"))
    #expect(!fixed.text.contains("\"K073\""))
    #expect(try khung("lint", folder.path, "--fix").complaint.isEmpty)
  }

  @Test func `a baseline quiets what is known and fails what is new`() throws {
    let folder = try copy("instruments/decrees.xml") { $0.replacing("2025-10-22", with: "2025-10-34") }
    let list = folder.appending(path: "baseline.json").path
    #expect(try khung("lint", folder.path, "--write-baseline", list).status == 1)
    #expect(try khung("lint", folder.path, "--baseline", list).status == 0)
    let file = folder.appending(path: "instruments/laws.xml")
    try String(contentsOf: file, encoding: .utf8).replacing("2026-07-01", with: "2026-07-41")
      .write(to: file, atomically: true, encoding: .utf8)
    #expect(try khung("lint", folder.path, "--baseline", list).status == 1)
  }

  @Test func `a renamed id and a changed meaning do not go unnoticed`() throws {
    let renamed = try copy("standards/transport.xml") {
      $0.replacing("TCVN-12192-2018", with: "TCVN-12192-18")
    }
    #expect(try khung("lint", renamed.path).text.contains("K015"))
    let changed = try copy("criteria/data.xml") {
      $0.replacing("force=\"mandatory\"", with: "force=\"recommended\"")
    }
    #expect(try khung("lint", changed.path).text.contains("K017"))
  }

  @Test func `catalogue diff tells which criterion means something else and which plan it concerns`() throws {
    let later = try copy("criteria/indicators.xml") {
      $0.replacing("by=\"2030-12-31\"/>", with: "by=\"2029-12-31\"/>")
    }
    let run = try khung(
      "catalogue", "diff", "Standards", later.path, "--against", "Examples/binh-lam-complete.xml", "--lang",
      "en")
    #expect(run.status == 1)
    #expect(run.text.contains("~ criterion C-TGT-01  [asks for something else]"))
    #expect(run.text.contains("requirement/states/@by: 2030-12-31 → 2029-12-31"))
    #expect(run.text.contains("Examples/binh-lam-complete.xml: C-TGT-01: met → gap"))
    #expect(try khung("catalogue", "diff", "Standards", "Standards").status == 0)
  }

  @Test func `catalogue test proves the national catalogue`() throws {
    let run = try khung("catalogue", "test", "--lang", "en")
    #expect(run.status == 0)
    #expect(run.text.contains("119 with a machine check, 119 proved"))
    #expect(run.text.contains("258 wordings, 258 proved"))
  }

  @Test func `explain knows criteria, rules, verdicts, forces and exit statuses, and nothing else`() throws {
    for word in [
      "C-ARC-02", "K012", "wrong-folder", "unknown", "presumed", "3", "QĐ 950/QĐ-TTg", "zero-trust",
    ] {
      let run = try khung("explain", word)
      #expect(run.status == 0 && !run.text.isEmpty, "\(word): \(run.complaint)")
    }
    #expect(try khung("explain", "nonsense").status == 2)
  }

  @Test func `the list filters by kind, state, mark and layer, and refuses what does not exist`() throws {
    let replaced = try khung(
      "catalogue", "list", "--kind", "standard", "--state", "replaced", "--as-of", "2026-11-23")
    #expect(replaced.text.contains("TCVN-11930-2017") && !replaced.text.contains("TCVN-14423-2026"))
    #expect(try khung("catalogue", "list", "--layer", "L3-CMP", "--format", "json").text.contains("F-829"))
    #expect(try khung("catalogue", "list", "--state", "dead").status == 64)
    #expect(try khung("catalogue", "list", "--layer", "L9").status == 64)
  }

  @Test func `the graph says who replaces whom, for Graphviz and for Mermaid`() throws {
    #expect(
      try khung("catalogue", "graph").text.contains(
        "\"TCVN-14423-2026\" -> \"TCVN-11930-2017\" [label=\"replaces\""))
    #expect(try khung("catalogue", "graph", "--format", "mermaid").text.hasPrefix("flowchart LR\n"))
    #expect(try khung("catalogue", "graph", "NOTHING").status == 64)
  }

  @Test(arguments: [["explain"], ["catalogue", "show"], ["lint", "--explain"]])
  func `a word that no command knows cannot steer the terminal`(command: [String]) throws {
    let run = try khung(command + ["\u{1B}[31mK\u{202E}" + String(repeating: "A", count: 10_000)])
    #expect(run.status != 0)
    #expect(!run.complaint.contains("\u{1B}") && !run.complaint.contains("\u{202E}"))
    #expect(run.complaint.utf8.count < 1_000)
  }
}
