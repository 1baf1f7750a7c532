import Foundation
import Source
import TestSupport
import Testing

/// What a review does about damaged journals, folders that it cannot use, and inputs that move under its feet.
@Suite struct DamageTests {
  private func arguments(_ folder: URL, _ inputs: [String], output: String? = "out") -> [String] {
    ["review"] + inputs.map { folder.appending(path: $0).path }
      + (output.map { ["--output", folder.appending(path: $0).path] } ?? [])
      + ["--lang", "en", "--as-of", "2026-11-23", "--progress", "never"]
  }

  private func inPlans(_ count: Int, _ body: (URL) throws -> Void) throws {
    try Launch.inFolder { folder in
      let plans = folder.appending(path: "plans")
      try FileManager.default.createDirectory(at: plans, withIntermediateDirectories: true)
      try Launch.writePlans(count, in: plans)
      try body(folder)
    }
  }

  @Test func `a damaged or foreign journal is refused with its name, and outputs that are there stay`() throws
  {
    try inPlans(20) { folder in
      #expect(try Launch.review(arguments(folder, ["plans"])).status == 3)
      let rows = try Data(contentsOf: folder.appending(path: "out/reports.ndjson"))
      try Shell.make("cp out/review.sqlite whole", in: folder)
      let damages = [
        "printf garbage | dd of=J conv=notrunc status=none",
        "dd if=/dev/zero of=J bs=4096 seek=2 count=60 conv=notrunc status=none",
        "truncate -s 20000 J", "echo hello > J", "rm J; mkdir J",
        "python3 -c \"import sqlite3; c = sqlite3.connect('J'); c.execute('DROP TABLE plan'); c.commit()\"",
        "python3 -c \"import sqlite3; c = sqlite3.connect('J'); c.execute('UPDATE run SET format = 99'); c.commit()\"",
        "rm J; python3 -c \"import sqlite3; c = sqlite3.connect('J'); c.execute('CREATE TABLE other (x)'); c.commit()\"",
      ]
      for damage in damages {
        try Shell.make(
          "rm -rf out/review.sqlite*; cp whole out/review.sqlite; "
            + damage.replacing("J", with: "out/review.sqlite"), in: folder)
        for resume in [[], ["--resume"]] {
          let run = try Launch.review(arguments(folder, ["plans"]) + resume)
          #expect(run.status == 2, "\(damage): \(run.complaint)")
          #expect(run.complaint.contains("review.sqlite: "), "\(damage): \(run.complaint)")
        }
        #expect(try Data(contentsOf: folder.appending(path: "out/reports.ndjson")) == rows)
      }
      try Shell.make("rm -rf out/review.sqlite; : > out/review.sqlite", in: folder)
      #expect(try Launch.review(arguments(folder, ["plans"])).status == 3, "an empty file is a new journal")
    }
  }

  @Test func `an output that is no folder is a fault that names it, and nothing is reviewed`() throws {
    try inPlans(1) { folder in
      for output in ["plans/plan-00000.xml", "no/such/folder"] {
        let run = try Launch.review(arguments(folder, ["plans"], output: output))
        #expect(run.status == 70 && run.complaint.contains(output), "\(run.complaint)")
        #expect(run.output.isEmpty)
      }
    }
  }

  @Test func `what a killed review left half written is taken away, and nothing else`() throws {
    try inPlans(2) { folder in
      try Shell.make(
        """
        mkdir -p out/reports
        touch out/index.html.khung-AbC123 out/index.html.backup out/other.khung-AbC123
        touch out/reports/x.html.khung-AbC123 out/reports/x.html
        """, in: folder)
      #expect(try Launch.review(arguments(folder, ["plans"]) + ["--reports", "html"]).status == 3)
      func files(_ path: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: path).path).sorted()
      }
      #expect(
        try files("out") == [
          "index.html", "index.html.backup", "other.khung-AbC123", "programme.json", "reports",
          "reports.ndjson", "review.lock", "review.sqlite", "review.xlsx", "summary.csv",
        ])
      #expect(try files("out/reports").count == 3)
    }
  }

  @Test func `no plan is never a success`() throws {
    try inPlans(0) { folder in
      for output in [nil, "out"] {
        let empty = try Launch.review(arguments(folder, ["plans"], output: output))
        #expect(empty.status == 2 && empty.complaint.contains("1 refused"), "\(empty.complaint)")
      }
      for input in ["", "\n\n"] {
        let nothing = try Launch.review(["review", "-", "--lang", "en"], input: Data(input.utf8))
        #expect(
          nothing.status == 2 && nothing.complaint.contains("no plan was named"), "\(nothing.complaint)")
      }
    }
  }

  @Test func `hidden files, twins that a Mac adds and earlier reviews are left out and counted`() throws {
    try inPlans(2) { folder in
      try Shell.make(
        """
        mkdir -p in/__MACOSX in/.git; cp plans/plan-00000.xml in/a.xml; cp plans/plan-00001.xml in/.b.xml
        echo junk > in/__MACOSX/._a.xml; cp plans/plan-00001.xml in/.git/c.xml
        (cd in; python3 -m zipfile -c ../mac.zip a.xml .b.xml __MACOSX)
        """, in: folder)
      let archive = try Launch.review(arguments(folder, ["mac.zip"], output: nil))
      #expect(archive.status == 3 && archive.rows.count == 1 && archive.complaint.contains("2 files"))
      try Shell.make("rm -r in/__MACOSX", in: folder)
      #expect(
        try Launch.review(arguments(folder, ["in"], output: "in/out") + ["--reports", "xml"]).status == 3)
      let again = try Launch.review(arguments(folder, ["in"], output: nil))
      #expect(again.status == 3 && again.rows.count == 1, "its own output is no submission")
      #expect(again.complaint.contains("3 files"), "\(again.complaint)")
    }
  }

  @Test func `plans of the same bytes are counted each and said to be the same`() throws {
    try inPlans(3) { folder in
      try Shell.make("cp plans/plan-00000.xml plans/twin.xml", in: folder)
      let run = try Launch.review(arguments(folder, ["plans", "plans/plan-00001.xml"]))
      #expect(run.status == 3 && run.complaint.contains("the same to the byte as another plan of the set"))
      #expect(run.complaint.contains("all the same: 2 plans"), "\(run.complaint)")
    }
  }

  @Test func `links in a circle are one refused row`() throws {
    try inPlans(1) { folder in
      try Shell.make("ln -s b.xml plans/a.xml; ln -s a.xml plans/b.xml; ln -s . plans/here", in: folder)
      let run = try Launch.review(arguments(folder, ["plans"], output: nil))
      #expect(run.status == 2 && run.rows.count == 4)
      let messages = run.rows.compactMap { ($0["refused"] as? [String: Any])?["message"] as? String }
      #expect(messages.count { $0.contains("round in a circle") } == 2, "\(messages)")
    }
  }

  @Test func `a plan that changes while it is read is refused, never judged half old and half new`() throws {
    try inPlans(1) { folder in
      let plan = folder.appending(path: "plans/plan-00000.xml")
      let text = String(decoding: try Data(contentsOf: plan), as: UTF8.self)
      let padding = "<!--\(String(repeating: "x", count: 1_000))-->\n"
      try (text + String(repeating: padding, count: 20_000)).write(
        to: plan, atomically: true, encoding: .utf8)
      let writer = try Launch.start(
        [
          "/bin/bash", "-c", "for ((i = 0; i < 3000000; i++)); do echo '<!-- more -->'; done >> \"$0\"",
          plan.path,
        ])
      // A test may have left SIGTERM blocked for its children.
      defer { kill(writer.processIdentifier, SIGKILL) }
      usleep(100_000)
      let run = try Launch.review(arguments(folder, ["plans"], output: nil))
      #expect(run.status == 2 && run.text.contains("changed while it was read"), "\(run.text.prefix(600))")
    }
  }

  @Test func `Ctrl-C ends a wait for a list that nobody writes, and SIGTERM is kept like Ctrl-C`() throws {
    try inPlans(400) { folder in
      let list = Pipe()
      let waiting = try Launch.startReview(
        ["review", "-", "--lang", "en"], output: FileHandle.nullDevice, complaint: FileHandle.nullDevice,
        input: list)
      usleep(500_000)
      kill(waiting.processIdentifier, SIGINT)
      let begun = ContinuousClock.now
      waiting.waitUntilExit()
      #expect(ContinuousClock.now - begun < .seconds(10))
      #expect(waiting.terminationReason == .uncaughtSignal && waiting.terminationStatus == SIGINT)
      let complaint = Pipe()
      let process = try Launch.startReview(
        arguments(folder, ["plans"]), output: FileHandle.nullDevice, complaint: complaint)
      let log = folder.appending(path: "out/review.sqlite-wal")
      while process.isRunning,
        (try? FileManager.default.attributesOfItem(atPath: log.path)[.size] as? Int) ?? 0 < 1 << 20
      {
        usleep(2_000)
      }
      process.terminate()
      let said = String(decoding: complaint.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationStatus == SIGTERM && said.contains("--resume"), "\(said)")
      #expect(try Launch.review(arguments(folder, ["plans"]) + ["--resume"]).status == 3)
    }
  }
}
