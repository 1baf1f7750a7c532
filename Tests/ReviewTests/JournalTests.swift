import Foundation
import Source
import TestSupport
import Testing

/// Nothing is lost and nothing repeated: kills, Ctrl-C, a closed pipe, a full disk.
@Suite struct JournalTests {
  private static let outputs = [
    "reports.ndjson", "summary.csv", "index.html", "programme.json", "review.xlsx",
  ]

  private func content(_ folder: URL) throws -> [String: Data] {
    try Dictionary(
      uniqueKeysWithValues: Self.outputs.map { ($0, try Data(contentsOf: folder.appending(path: $0))) })
  }

  @Test func `a review killed ten times ends with the bytes of an undisturbed one`() throws {
    try Launch.inFolder { folder in
      let plans = folder.appending(path: "plans")
      try FileManager.default.createDirectory(at: plans, withIntermediateDirectories: true)
      try Launch.writePlans(2_000, in: plans) { $0 % 97 == 5 }
      func arguments(_ output: String) -> [String] {
        [
          "review", plans.path, "--output", folder.appending(path: output).path, "--as-of", "2026-11-23",
          "--progress", "never", "--reports", "json",
        ]
      }
      let begun = ContinuousClock.now
      #expect(try Launch.review(arguments("clean")).status == 2)
      let whole = ContinuousClock.now - begun
      let longest = min(0.9, Double(whole.components.seconds) * 0.08 + 0.05)
      var kills = 0
      var attempts = 0
      while kills < 10, attempts < 60 {
        attempts += 1
        let process = try Launch.startReview(
          arguments("killed") + ["--resume"], output: FileHandle.nullDevice, complaint: FileHandle.nullDevice)
        // Random moments, early enough that the review is not over before the tenth, whatever the load.
        usleep(UInt32(Double.random(in: 0.02...1) * longest * 1_000_000))
        let wasRunning = process.isRunning
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        if wasRunning, process.terminationReason == .uncaughtSignal { kills += 1 }
      }
      #expect(kills == 10)
      #expect(try Launch.review(arguments("killed") + ["--resume"]).status == 2)
      #expect(try content(folder.appending(path: "killed")) == content(folder.appending(path: "clean")))
      func reports(_ name: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "\(name)/reports").path)
          .filter { !$0.contains(".json.") }.sorted()
      }
      #expect(try reports("killed") == reports("clean"))
    }
  }

  @Test func `unchanged plans are not judged again; changed, new and gone ones are noticed`() throws {
    try Launch.inFolder { folder in
      let (plans, output) = (folder.appending(path: "plans"), folder.appending(path: "out"))
      try FileManager.default.createDirectory(at: plans, withIntermediateDirectories: true)
      try Launch.writePlans(10, in: plans)
      let arguments = [
        "review", plans.path, "--output", output.path, "--as-of", "2026-11-23", "--lang", "en",
      ]
      let first = try Launch.review(arguments)
      let before = try content(output)
      #expect(!first.complaint.contains("taken over"))
      let second = try Launch.review(arguments)
      #expect(second.complaint.contains("taken over from the journal: 10"))
      #expect(try content(output) == before)
      try Launch.example("hue").write(to: plans.appending(path: "plan-00004.xml"))
      try FileManager.default.removeItem(at: plans.appending(path: "plan-00009.xml"))
      try Launch.example("pleiku").write(to: plans.appending(path: "plan-00000a.xml"))
      let third = try Launch.review(arguments)
      #expect(third.complaint.contains("taken over from the journal: 8"), "\(third.complaint)")
      let fresh = folder.appending(path: "fresh")
      _ = try Launch.review(["review", plans.path, "--output", fresh.path] + arguments.dropFirst(4))
      #expect(try content(output) == content(fresh))
      // Another day is another question.
      let other = try Launch.review(arguments.map { $0 == "2026-11-23" ? "2027-01-02" : $0 })
      #expect(!other.complaint.contains("taken over"))
    }
  }

  @Test func `Ctrl-C finishes the plan in hand, keeps the journal and says how to go on`() throws {
    try Launch.inFolder { folder in
      try Launch.writePlans(400, in: folder)
      let output = folder.appending(path: "out").path
      let arguments = ["review", folder.path, "--output", output, "--as-of", "2026-11-23", "--lang", "en"]
      let complaint = Pipe()
      let process = try Launch.startReview(arguments, output: FileHandle.nullDevice, complaint: complaint)
      // Once the first transaction is in, there is something to go on with.
      let log = URL(filePath: output + "/review.sqlite-wal")
      while process.isRunning,
        (try? FileManager.default.attributesOfItem(atPath: log.path)[.size] as? Int) ?? 0 < 1 << 20
      {
        usleep(2_000)
      }
      kill(process.processIdentifier, SIGINT)
      let said = String(decoding: complaint.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGINT)
      #expect(said.contains("--resume"), "\(said)")
      #expect(!FileManager.default.fileExists(atPath: output + "/reports.ndjson"))
      let refused = try Launch.review(arguments)
      #expect(refused.status == 2 && refused.complaint.contains("--resume"))
      let changed = try Launch.review(arguments + ["--resume", "--stage", "submitted"])
      #expect(changed.status == 2 && changed.complaint.contains("stage"))
      let rest = try Launch.review(arguments + ["--resume"])
      #expect(rest.status == 3 && rest.complaint.contains("taken over"))
      #expect(FileManager.default.fileExists(atPath: output + "/reports.ndjson"))
    }
  }

  @Test func `a closed pipe and a full disk end the review with a message and no half file`() throws {
    try Launch.inFolder { folder in
      try Launch.writePlans(60, in: folder)
      let pipe = Pipe()
      let complaint = Pipe()
      let process = try Launch.startReview(
        ["review", folder.path, "--lang", "en"], output: pipe, complaint: complaint)
      try pipe.fileHandleForReading.close()
      let said = String(decoding: complaint.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationStatus == 70 && said.contains("stdout"), "\(said)")
      let full = try Launch.review(["review", folder.path, "--output", "/dev/full/x", "--lang", "en"])
      #expect(full.status == 70)
      // A file system of one megabyte.
      let small = folder.appending(path: "small")
      try FileManager.default.createDirectory(at: small, withIntermediateDirectories: true)
      let mount = try Launch.run(["mount", "-t", "tmpfs", "-o", "size=1m", "none", small.path])
      guard mount.status == 0 else {
        return print("skipped: a full disk needs the right to mount one")
      }
      defer { _ = try? Launch.run(["umount", small.path]) }
      let arguments = [
        "review", folder.path, "--output", small.path, "--lang", "en", "--as-of", "2026-11-23",
      ]
      let run = try Launch.review(arguments)
      #expect(run.status == 70 && run.complaint.contains("disk is full"), "\(run.complaint)")
      #expect(!FileManager.default.fileExists(atPath: small.path + "/reports.ndjson"))
      _ = try Launch.run(["mount", "-o", "remount,size=64m", "none", small.path])
      #expect(try Launch.review(arguments + ["--resume"]).status == 3)
    }
  }

  @Test func `many workers write their files with the permissions of the caller's mask`() throws {
    try Launch.inFolder { folder in
      let plans = folder.appending(path: "plans")
      try FileManager.default.createDirectory(at: plans, withIntermediateDirectories: true)
      try Launch.writePlans(60, in: plans)
      _ = try Shell.run(
        "umask 027; $khung review plans --reports html,json --jobs 4 --output out --progress never",
        in: folder)
      let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path + "/out").filter {
        !$0.hasPrefix("review.")
      }
      #expect(files.count == 1 + 120 + 4, "the folder of reports, two a plan, and what tells of the set")
      for name in files {
        let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder.path)/out/\(name)")
        let mode = attributes[.posixPermissions] as? Int
        // The files of the set are made last: another mask would show in them.
        #expect(mode == (name == "reports" ? 0o750 : 0o640), "\(name)")
      }
    }
  }

  @Test func `two reviews never share a folder at one time`() throws {
    try Launch.inFolder { folder in
      try Launch.writePlans(300, in: folder)
      let arguments = ["review", folder.path, "--output", folder.appending(path: "out").path, "--lang", "en"]
      let process = try Launch.startReview(
        arguments, output: FileHandle.nullDevice, complaint: FileHandle.nullDevice)
      while !FileManager.default.fileExists(atPath: folder.path + "/out/review.sqlite"), process.isRunning {
        usleep(2_000)
      }
      let second = try Launch.review(arguments)
      process.terminate()
      process.waitUntilExit()
      #expect(second.status == 2 && second.complaint.contains("another review is at work"))
    }
  }
}
