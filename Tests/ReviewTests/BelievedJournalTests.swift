import Foundation
import Source
import TestSupport
import Testing

/// What is read back from a journal is what was written, or is refused; and nothing of an earlier round stays.
@Suite struct BelievedJournalTests {
  private static let outputs = [
    "reports.ndjson", "summary.csv", "index.html", "programme.json", "review.xlsx",
  ]

  private func arguments(_ folder: URL, output: String = "out", _ more: [String] = []) -> [String] {
    [
      "review", folder.appending(path: "plans").path, "--output", folder.appending(path: output).path,
      "--as-of", "2026-11-23", "--lang", "en", "--progress", "never",
    ] + more
  }

  private func inPlans(_ count: Int, _ body: (URL) throws -> Void) throws {
    try Launch.inFolder { folder in
      let plans = folder.appending(path: "plans")
      try FileManager.default.createDirectory(at: plans, withIntermediateDirectories: true)
      try Launch.writePlans(count, in: plans)
      try body(folder)
    }
  }

  private func content(_ folder: URL) throws -> [String: Data] {
    try Dictionary(
      uniqueKeysWithValues: Self.outputs.map { ($0, try Data(contentsOf: folder.appending(path: $0))) })
  }

  /// Numbers that are the same in every run.
  private struct Dice {
    var state: UInt64 = 14
    mutating func roll(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }
  }

  @Test func `of two hundred damaged journals none gives an output that a sound one would not give`() throws {
    try inPlans(3) { folder in
      #expect(try Launch.review(arguments(folder)).status == 3)
      let out = folder.appending(path: "out")
      let (clean, journal) = (try content(out), out.appending(path: "review.sqlite"))
      let whole = try Data(contentsOf: journal)
      var dice = Dice()
      var refused = 0
      for number in 0..<200 {
        var bytes = whole
        for _ in 0...dice.roll(3) { bytes[dice.roll(bytes.count)] ^= UInt8(1 << dice.roll(8)) }
        try bytes.write(to: journal)
        for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: journal.path + suffix) }
        let run = try Launch.review(arguments(folder))
        #expect(run.reason == .exit && [2, 3, 70].contains(run.status), "\(number): \(run.complaint)")
        if run.status == 3 {
          #expect(try content(out) == clean, "\(number)")
        } else {
          refused += 1
          #expect(run.complaint.contains("review.sqlite"), "\(number): \(run.complaint)")
          // Nothing was deleted, and the outputs are those of before.
          #expect(try content(out) == clean, "\(number)")
        }
      }
      #expect(refused > 50, "\(refused) of 200 were noticed")
    }
  }

  @Test func `a row that was edited, taken out, added or moved is refused with its table`() throws {
    try inPlans(4) { folder in
      #expect(try Launch.review(arguments(folder)).status == 3)
      try Shell.make("cp out/review.sqlite whole", in: folder)
      let edits = [
        "UPDATE evaluation SET verdicts = replace(verdicts, 'u', 'm') WHERE id = 2",
        "UPDATE evaluation SET report = replace(report, 'unknown', 'met') WHERE id = 1",
        "UPDATE evaluation SET outcome = 'conforming' WHERE id = 3", "DELETE FROM evaluation WHERE id = 2",
        "DELETE FROM plan WHERE position = 1", "DELETE FROM plan WHERE position = 3",
        "UPDATE plan SET evaluation = 1 WHERE position = 2", "UPDATE run SET criteria = 'C-1'",
        "UPDATE run SET left_out = 7", "UPDATE evaluation SET name = x'00'",
      ]
      for edit in edits {
        try Shell.make("rm -f out/review.sqlite*; cp whole out/review.sqlite", in: folder)
        try Shell.make(
          "python3 -c \"import sqlite3; c = sqlite3.connect('out/review.sqlite'); c.execute(\\\"\(edit)\\\"); c.commit()\"",
          in: folder)
        let run = try Launch.review(arguments(folder))
        #expect(
          run.status == 2 && run.complaint.contains("review.sqlite: row "), "\(edit): \(run.complaint)")
      }
      try Shell.make(
        "rm -f out/review.sqlite*; cp whole out/review.sqlite; python3 -c \"import sqlite3; c = sqlite3.connect('out/review.sqlite'); c.execute('UPDATE run SET format = 1'); c.commit()\"",
        in: folder)
      let old = try Launch.review(arguments(folder))
      #expect(old.status == 2 && old.complaint.contains("another version"), "\(old.complaint)")
    }
  }

  @Test func `going on with other inputs is refused, and the unfinished review can still be ended`() throws {
    try inPlans(130) { folder in
      try Shell.make(
        """
        mkfifo list; ls plans/*.xml > names
        $khung review - --output out --as-of 2026-11-23 --lang en --progress never < list 2> said & p=$!
        exec 3> list; cat names >&3; for i in $(seq 600); do sleep 0.1; [ "$(stat -c %s out/review.sqlite-wal 2>/dev/null || echo 0)" -gt 1000000 ] && break; done
        kill -9 $p; exec 3>&-; wait $p || true
        """, in: folder)
      let other = try Launch.run(
        [
          Launch.khung.path, "review", "plans/plan-00129.xml", "--output", "out", "--resume", "--as-of",
          "2026-11-23", "--lang", "en",
        ], in: folder)
      #expect(
        other.status == 2 && other.complaint.contains("are not among these inputs"), "\(other.complaint)")
      let rest = try Launch.run(
        [
          Launch.khung.path, "review", "plans", "--output", "out", "--resume", "--as-of", "2026-11-23",
          "--lang", "en",
        ], in: folder)
      #expect(rest.status == 3 && rest.complaint.contains("taken over"), "\(rest.complaint)")
    }
  }

  @Test func `pages of changed and withdrawn plans go, and pages edited by hand are named`() throws {
    try inPlans(4) { folder in
      #expect(try Launch.review(arguments(folder, ["--reports", "html,json"])).status == 3)
      func names(_ output: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(
          atPath: folder.appending(path: "\(output)/reports").path
        ).sorted()
      }
      let page = try #require(try names("out").first { $0.hasPrefix("plan-00000") && $0.hasSuffix("html") })
      try Shell.make(
        """
        sed -i 's/gap/met/g' out/reports/\(page); sed -i 's/Trà/Tra/' out/index.html; echo mine > out/reports/notes.html
        rm plans/plan-00001.xml; sed -i 's/<name>Trà/<name>TRA/' plans/plan-00002.xml
        """, in: folder)
      let second = try Launch.review(arguments(folder, ["--reports", "html"]))
      #expect(
        second.complaint.contains("changed by hand") && second.complaint.contains(page)
          && second.complaint.contains("index.html"), "\(second.complaint)")
      #expect(try Launch.review(arguments(folder, output: "fresh", ["--reports", "html"])).status == 3)
      #expect(try names("out") == (names("fresh") + ["notes.html"]).sorted())
      #expect(try content(folder.appending(path: "out")) == content(folder.appending(path: "fresh")))
      #expect(try Launch.review(arguments(folder)).status == 3)
      #expect(try names("out") == ["notes.html"])
    }
  }
}
