import Foundation
import Source
import TestSupport
import Testing
import XML

/// The law changes: the commands by which an editor follows it, as they are started.
@Suite struct CatalogueChangeTests {
  private func khung(_ arguments: String..., in folder: URL = Repository.root) throws -> Launch.Run {
    try Launch.run([Launch.khung.path] + arguments, in: folder, environment: Launch.bareEnvironment)
  }

  /// A copy of the national catalogue, with edits in its files.
  private func copy(_ edits: [String: (String) -> String] = [:]) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "khung-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: Repository.root.appending(path: "Standards"), to: folder)
    for (file, edit) in edits { try change(folder, file, edit) }
    return folder
  }

  private func change(_ folder: URL, _ file: String, _ edit: (String) -> String) throws {
    let path = folder.appending(path: file)
    let before = try String(contentsOf: path, encoding: .utf8)
    let after = edit(before)
    try #require(after != before, "\(file) is as it was")
    try after.write(to: path, atomically: true, encoding: .utf8)
  }

  /// A decree that replaces the one on smart cities from 1 March 2027.
  private func copyWithSuccessor() throws -> URL {
    try copy([
      "instruments/decrees.xml": { text in
        text.replacing(
          "      <review approved-before",
          with: "      <replaced-by ref=\"ND-1-2026\" on=\"2027-03-01\"/>\n      <review approved-before"
        ).replacing(
          "  </instruments>",
          with: """
                <instrument id="ND-1-2026" kind="decree" number="1/2026/NĐ-CP" year="2026" issued="2026-11-20" effective-from="2027-03-01" binding="binding">
                  <title lang="vi">Nghị định mới</title>
                  <title lang="en">The new decree</title>
                  <replaces ref="ND-269-2025" on="2027-03-01"/>
                  <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/1" read="2026-11-27"/>
                </instrument>
              </instruments>
            """)
      }
    ])
  }

  // MARK: A successor

  @Test func `rebase keeps the old bases, adds each once, and leaves marks that lint counts`() throws {
    let folder = try copyWithSuccessor()
    let before = try text(of: folder)
    let run = try khung(
      "catalogue", "rebase", "ND-269-2025", "ND-1-2026", "--catalogue", folder.path, "--lang", "en")
    #expect(run.status == 0, "\(run.complaint)")
    let after = try text(of: folder)
    func count(_ words: String, _ text: String) -> Int { text.components(separatedBy: words).count - 1 }
    let old = "<basis instrument=\"ND-269-2025\""
    #expect(count(old, after) == count(old, before))
    #expect(count("<basis instrument=\"ND-1-2026\"", after) == count(old, before))
    #expect(count("<criterion ", after) == count("<criterion ", before))
    let marks = count("<?khung-decide", after)
    #expect(marks > 40 && run.text.contains("\(marks) places left to decide"))
    let lint = try khung(
      "lint", folder.path, "--select", "left-to-decide", "--lang", "en", "--as-of", "2026-11-27")
    #expect(lint.text.contains("0 errors, \(marks) warnings"), "\(lint.text.suffix(200))")
    // Nobody has read the new provisions: the catalogue is not finished.
    #expect(try khung("lint", folder.path, "--select", "K040", "--as-of", "2026-11-27").status == 1)
    // A second time there is nothing to do.
    let again = try khung(
      "catalogue", "rebase", "ND-269-2025", "ND-1-2026", "--catalogue", folder.path, "--lang", "en")
    #expect(again.text.contains("0 files changed"))
    #expect(try text(of: folder) == after)
  }

  @Test
  func `rebased and filled in, no criterion is lost on the first day of the new decree, and none is doubled`()
    throws
  {
    let folder = try copyWithSuccessor()
    let warned = try khung("lint", folder.path, "--select", "K034", "--as-of", "2026-11-27", "--lang", "en")
    #expect(warned.text.contains("C-DOC-05") && warned.text.contains("2027-03-01"))
    _ = try khung("catalogue", "rebase", "ND-269-2025", "ND-1-2026", "--catalogue", folder.path)
    // What a person does: reads each provision, says so, and takes the mark out.
    for path in Repository.files(below: "Standards/criteria", withExtension: "xml") + [
      "Standards/instruments/decrees.xml"
    ] {
      let file = String(path.dropFirst("Standards/".count))
      let url = folder.appending(path: file)
      let text = try String(contentsOf: url, encoding: .utf8)
      try text.replacing(#/ *<\?khung-decide [^>]*\?>\n/#, with: "").replacing(
        "<provenance mark=\"inferred\" tier=\"none\" read=\"2026-11-27\"/>",
        with:
          "<provenance mark=\"verified\" tier=\"A\" source=\"https://vanban.chinhphu.vn/1\" read=\"2026-11-27\"/>"
      ).write(to: url, atomically: true, encoding: .utf8)
    }
    // Further bases are edits, which the person accepts; they are no other meanings, and none is lost.
    let edited = try khung("lint", folder.path, "--as-of", "2026-11-27", "--lang", "en")
    for code in ["K017", "K018"] { #expect(!edited.text.contains(" \(code) "), "\(code)") }
    #expect(edited.status == 1 && edited.text.contains(" K113 "))
    #expect(
      try khung("catalogue", "record", folder.path, "--all", "--reason", "Đọc nghị định mới").status == 0)
    let lint = try khung("lint", folder.path, "--as-of", "2026-11-27", "--lang", "en")
    #expect(lint.status == 0, "\(lint.text.suffix(1_500))")
    for code in ["K034", "K086", "K017", "K018", "K113"] {
      #expect(!lint.text.contains(" \(code) "), "\(code)")
    }
    let plan = "Examples/binh-lam-draft.xml"
    func verdicts(_ catalogue: String, _ date: String) throws -> [String: String] {
      let run = try khung("check", plan, "--catalogue", catalogue, "--as-of", date, "--format", "json")
      let report = try #require(JSONSerialization.jsonObject(with: run.output) as? [String: Any])
      let findings = try #require(report["findings"] as? [[String: Any]])
      #expect(Set(findings.compactMap { $0["criterion"] as? String }).count == findings.count)
      return Dictionary(
        uniqueKeysWithValues: findings.map {
          ($0["criterion"] as? String ?? "", "\($0["verdict"] ?? "") \($0["force"] ?? "")")
        })
    }
    let (before, after) = try (verdicts("Standards", "2027-03-01"), verdicts(folder.path, "2027-03-01"))
    // C-LEG-01 asks to cite the old decree, which a person has yet to decide.
    let moved = before.filter { after[$0.key] != $0.value && $0.key != "C-LEG-01" }
    #expect(moved.isEmpty && before.count == after.count, "\(moved)")
  }

  @Test func `a rebase onto what does not replace is refused at its place, and so is an id of nothing`()
    throws
  {
    let folder = try copy()
    let other = try khung(
      "catalogue", "rebase", "ND-269-2025", "ND-331-2026", "--catalogue", folder.path, "--lang", "en")
    #expect(other.status == 2)
    #expect(
      other.complaint.contains("decrees.xml:") && other.complaint.contains("does not replace ND-269-2025"))
    let nothing = try khung(
      "catalogue", "rebase", "ND-9-1999", "ND-331-2026", "--catalogue", folder.path, "--lang", "en")
    #expect(nothing.status == 2 && nothing.complaint.contains("ND-9-1999"))
    #expect(try text(of: folder) == text(of: Repository.root.appending(path: "Standards")))
  }

  private func text(of folder: URL) throws -> String {
    let files = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
    return try files.filter { $0.hasSuffix(".xml") && !$0.hasPrefix("examples/") }.sorted()
      .map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }.joined()
  }

  // MARK: The calendar

  @Test func `the calendar has the day of the successor in each of its formats`() throws {
    let folder = try copyWithSuccessor()
    for (format, words) in [
      ("text", "01/3/2027"), ("json", "\"date\": \"2027-03-01\""), ("ics", "DTSTART;VALUE=DATE:20270301"),
    ] {
      let run = try khung(
        "catalogue", "calendar", "--catalogue", folder.path, "--from", "2026-11-27", "--format", format)
      #expect(run.status == 0 && run.text.contains(words), "\(format): \(run.complaint)")
      #expect(run.text.contains("C-DOC-05"), "\(format)")
      // Nothing stands behind the last line: a calendar ends with its end.
      #expect(!run.text.hasSuffix("\n\n") && (format != "ics" || run.text.hasSuffix("END:VCALENDAR\r\n")))
    }
  }

  @Test func `a calendar that cannot be is refused with its place`() throws {
    let circle = try copy([
      "instruments/decrees.xml": {
        $0.replacing("<replaces ref=\"ND-47-2020\">", with: "<replaces ref=\"ND-47-2020\">").replacing(
          "      <review approved-before",
          with:
            "      <replaces ref=\"ND-47-2024\"/>\n      <replaced-by ref=\"ND-47-2024\"/>\n      <review approved-before"
        )
      }
    ])
    let edition = try copy(["edition.xml": { $0.replacing("2026-11-27", with: "2020-01-01") }])
    let days = try copy([
      "instruments/decrees.xml": {
        $0.replacing("effective-from=\"2025-10-14\"", with: "effective-from=\"2925-10-14\"")
      }
    ])
    for (folder, words) in [
      (circle, "circle"), (edition, "after the edition"), (days, "outside the years"),
    ] {
      let run = try khung("catalogue", "calendar", "--catalogue", folder.path, "--lang", "en")
      #expect(run.status == 2 && run.complaint.contains(words), "\(words): \(run.complaint)")
      #expect(run.complaint.contains(#/\.xml:\d+/#), "\(run.complaint)")
    }
    let backwards = try khung("catalogue", "calendar", "--from", "2027-01-01", "--to", "2026-01-01")
    #expect(backwards.status == 64)
    #expect(try khung("catalogue", "calendar", "--from", "2027-02-30").status == 64)
  }

  // MARK: New entries

  @Test(arguments: ["instrument", "standard", "criterion", "wording", "example"])
  func `a new entry is valid, and every question mark of it stands under a mark`(kind: String) throws {
    let id = kind == "example" ? "C-DOC-05" : kind == "wording" ? "impact-assessment" : "NEW-1"
    let run = try khung("catalogue", "new", kind, id)
    #expect(run.status == 0, "\(run.complaint)")
    #expect(run.text.contains("<?khung-decide vi="))
    let document = try Document(SourceText(name: "new.xml", stored: Array(run.output)))
    try Repository.catalogueSchema.get().validate(document)
    let folder = try copy()
    try run.output.write(to: folder.appending(path: "\(kind)-new.xml"))
    let lint = try khung("lint", folder.path, "--select", "K086", "--lang", "en")
    #expect(lint.text.contains("left to decide"), "\(lint.text)")
  }

  @Test func `a new entry takes no id that is there, and an example needs its criterion`() throws {
    #expect(try khung("catalogue", "new", "criterion", "C-DOC-05").status == 2)
    #expect(try khung("catalogue", "new", "example", "C-NO-99").status == 2)
    #expect(try khung("catalogue", "new", "instrument", "a b").status == 2)
    #expect(try khung("catalogue", "new", "poem", "A").status == 64)
  }

  // MARK: What a change does

  @Test func `an added criterion is judged too, and the plan's conformity is told before and after`() throws {
    let folder = try copy()
    try change(folder, "criteria/data.xml") { text in
      // The same as one that is there, under another id, asking for what the plan does not say.
      let start = text.range(of: "    <criterion id=\"C-DAT-03\"")!.lowerBound
      let end = text.range(of: "</criterion>\n", range: start..<text.endIndex)!.upperBound
      let added = String(text[start..<end]).replacing("C-DAT-03", with: "C-DAT-99")
        .replacing(
          #/<requirement>[\s\S]*<\/requirement>/#,
          with: "<requirement><states section=\"sandbox\" topic=\"vision\"/></requirement>")
      return text.replacing("  </criteria>", with: added + "  </criteria>")
    }
    let plans = FileManager.default.temporaryDirectory.appending(path: "khung-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: plans, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: Repository.root.appending(path: "Examples/binh-lam-complete.xml"),
      to: plans.appending(path: "a.xml"))
    try "<other/>".write(to: plans.appending(path: "b.xml"), atomically: true, encoding: .utf8)
    let run = try khung(
      "catalogue", "diff", "Standards", folder.path, "--against", plans.path, "--lang", "en")
    #expect(run.status == 1, "\(run.complaint)")
    #expect(run.text.contains("C-DAT-99: – → gap"), "\(run.text)")
    #expect(run.text.contains("a.xml: conformity: conforming → non-conforming"), "\(run.text)")
    #expect(run.complaint.contains("passed over") && run.complaint.contains("b.xml"))
    // A plan that is broken is no other file: the effect on it is not known.
    try "<master-plan xmlns=\"urn:khung:master-plan:1\"/>".write(
      to: plans.appending(path: "c.xml"), atomically: true, encoding: .utf8)
    #expect(try khung("catalogue", "diff", "Standards", "Standards", "--against", plans.path).status == 3)
  }

  @Test func `a draft is held against the law of the days to come`() throws {
    let folder = try copyWithSuccessor()
    let run = try khung(
      "catalogue", "diff", "Standards", folder.path, "--against", "Examples/binh-lam-draft.xml", "--lang",
      "en")
    #expect(
      run.text.contains("C-DOC-05: gap → not-applicable  [from 1 March 2027 on]"), "\(run.text.suffix(3_000))"
    )
    #expect(!run.text.contains("C-DOC-05: gap → not-applicable\n"))
  }

  // MARK: The record

  @Test func `record lists what it would accept, takes ids, and asks for a reason`() throws {
    let folder = try copy([
      "criteria/data.xml": {
        $0.replacing(
          "section=\"data\" topic=\"open-formats\"", with: "section=\"integration\" topic=\"open-formats\"")
      }
    ])
    let list = folder.appending(path: "stability.tsv")
    let before = try String(contentsOf: list, encoding: .utf8)
    let listed = try khung("catalogue", "record", folder.path, "--lang", "en")
    #expect(listed.status == 1 && listed.text.contains("asks for something else"), "\(listed.text)")
    #expect(try String(contentsOf: list, encoding: .utf8) == before)
    let id = try #require(listed.text.firstMatch(of: #/~ (C-[A-Z]+-\d+)/#)).1
    #expect(try khung("catalogue", "record", folder.path, String(id)).status == 64)
    #expect(try khung("catalogue", "record", folder.path, "C-SEC-01", "--reason", "a").status == 64)
    let accepted = try khung("catalogue", "record", folder.path, String(id), "--reason", "Đọc lại khoản 3")
    #expect(accepted.status == 0, "\(accepted.said)")
    #expect(try String(contentsOf: list, encoding: .utf8).contains("\tĐọc lại khoản 3\t"))
    #expect(!(try khung("lint", folder.path, "--select", "K017").text.contains("K017")))
  }

  @Test func `a further basis is no other requirement, a lost one is seen`() throws {
    let basis =
      "      <basis instrument=\"ND-269-2025\" provision=\"ND-269-2025.D6.K2.H\" force=\"mandatory\"/>\n"
    let more = try copy([
      "criteria/scheme-content.xml": {
        $0.replacing(
          basis, with: basis + "      <basis instrument=\"QD-829-2019-BTTTT\" force=\"recommended\"/>\n")
      }
    ])
    let added = try khung("lint", more.path, "--select", "K017,K018", "--lang", "en")
    #expect(added.text.contains("0 errors"), "\(added.text)")
    // It is recorded like any edit, and told once; so is the lost one.
    let edit = try khung("lint", more.path, "--select", "K113", "--lang", "en")
    #expect(edit.status == 1 && edit.text.contains("1 error,"), "\(edit.text)")
    let other = try copy([
      "criteria/scheme-content.xml": {
        $0.replacing(basis, with: basis.replacing("D6.K2.H", with: "D6.K2.I"))
      }
    ])
    #expect(try khung("lint", other.path, "--select", "K018").status == 1)
    #expect(try khung("lint", other.path, "--select", "K113").status == 0)
  }

  @Test func `a list without digests is read, changes nothing by itself, and record adds what it lacks`()
    throws
  {
    let folder = try copy([
      "standards/security.xml": { $0.replacing("Information security", with: "Security of information") }
    ])
    try change(folder, "stability.tsv") { list in
      list.split(separator: "\n").map { line in
        line.split(separator: "\t", omittingEmptySubsequences: false).prefix(5).joined(separator: "\t") + "\n"
      }.joined()
    }
    #expect(try khung("lint", folder.path, "--as-of", "2026-11-27").status == 0)
    let listed = try khung("catalogue", "record", folder.path, "--lang", "en")
    #expect(listed.status == 1 && listed.text.contains("~ C-SEC-01  says something else than was recorded"))
    #expect(try khung("catalogue", "record", folder.path, "--all", "--reason", "a").status == 0)
    let lines = try String(contentsOf: folder.appending(path: "stability.tsv"), encoding: .utf8)
      .split(separator: "\n").dropFirst()
    #expect(lines.allSatisfy { $0.split(separator: "\t", omittingEmptySubsequences: false).count == 6 })
    // From now on a word is seen.
    try change(folder, "standards/security.xml") {
      $0.replacing("Security of information", with: "Information security")
    }
    #expect(try khung("lint", folder.path, "--select", "K113").status == 1)
  }

  // MARK: Looking things up

  @Test func `lint looks at the catalogue where it stands`() throws {
    let here = try khung("lint", "--as-of", "2026-11-27")
    #expect(here.status == 0 && here.text.contains("84 tệp"), "\(here.text.suffix(300))")
    let inside = try khung("lint", "--as-of", "2026-11-27", in: Repository.root.appending(path: "Standards"))
    #expect(inside.status == 0)
    let empty = FileManager.default.temporaryDirectory.appending(path: "khung-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
    #expect(try khung("lint", in: empty).status == 64)
  }

  @Test func `lint --diff shows what --fix would do, and changes nothing`() throws {
    let folder = try copy([
      "standards/security.xml": { $0.replacing("Information security", with: "Information  security") }
    ])
    let before = try text(of: folder)
    let run = try khung("lint", folder.path, "--diff")
    #expect(
      run.status == 1 && run.text.contains("\n-      <title lang=\"en\">Information  security"), "\(run.text)"
    )
    #expect(try text(of: folder) == before)
    #expect(try khung("lint", folder.path, "--diff", "--select", "K024").text.isEmpty)
    _ = try khung("lint", folder.path, "--fix")
    #expect(try khung("lint", folder.path, "--diff").status == 0)
  }

  @Test func `show says who rests on a text, and finds entries by title and by other letters`() throws {
    let decree = try khung("catalogue", "show", "nd-269-2025", "--lang", "en")
    #expect(decree.text.contains("criteria that rest on it: ") && decree.text.contains("C-DOC-05"))
    let ended = try khung("catalogue", "show", "L-24-2018", "--lang", "en")
    #expect(ended.text.contains("replaced by: L-116-2025-QH15"))
    #expect(try khung("catalogue", "show", "Smart city development").text.contains("ND-269-2025"))
    #expect(try khung("catalogue", "show", "C-SEC-01", "--lang", "en").text.contains("topic/zero-trust"))
    let mistyped = try khung("catalogue", "show", "ND-269-2052", "--lang", "en")
    #expect(mistyped.status == 2 && mistyped.complaint.contains("ND-269-2025"))
  }

  @Test func `test --explain shows what each example of a criterion comes to`() throws {
    let run = try khung("catalogue", "test", "C-DOC-05", "--explain", "--lang", "en")
    #expect(run.status == 0 && run.text.contains("Standards/examples/scheme-content.xml:"))
    #expect(run.text.contains("✗ "), "\(run.text)")
    #expect(try khung("catalogue", "test", "C-DOC-O5").status == 64)
  }
}
