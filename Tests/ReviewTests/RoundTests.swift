import Foundation
import Source
import TestSupport
import Testing

/// `khung diff` over the folders of two reviews.
@Suite struct RoundTests {
  private struct Rounds {
    let folder: URL
    func path(_ name: String) -> String { folder.appending(path: name).path }

    func review(_ name: String, _ options: [String] = []) throws {
      let run = try Launch.review(
        [
          "review", path(name), "--output", path("\(name).out"), "--as-of", "2026-11-23", "--progress",
          "never",
        ]
          + options)
      try #require([0, 1, 2, 3].contains(run.status), "\(run.complaint)")
    }

    func diff(_ old: String, _ new: String, _ options: [String] = ["--format", "json"]) throws -> Launch.Run {
      try Launch.review(["diff", path(old), path(new)] + options)
    }

    func difference(_ old: String, _ new: String) throws -> (status: Int32, content: [String: Any]) {
      let run = try diff(old, new)
      return (
        run.status,
        try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any], "\(run.complaint)")
      )
    }
  }

  /// A first round of ten plans, of which the last is broken, and a second that differs in every way.
  private func inRounds(_ body: (Rounds) throws -> Void) throws {
    try Launch.inFolder { folder in
      let rounds = Rounds(folder: folder)
      for name in ["one", "two"] {
        let plans = folder.appending(path: name)
        try FileManager.default.createDirectory(at: plans, withIntermediateDirectories: true)
        try Launch.writePlans(10, in: plans) { name == "one" ? $0 == 9 : $0 == 8 }
      }
      let two = folder.appending(path: "two")
      func file(_ number: Int) -> URL { two.appending(path: "plan-0000\(number).xml") }
      try FileManager.default.moveItem(at: file(0), to: two.appending(path: "z.xml"))
      try FileManager.default.removeItem(at: file(1))
      try Launch.example("hue").write(to: two.appending(path: "new.xml"))
      // The draft before the complete plan: gaps are closed; the other way round they open.
      let (draft, complete) = (
        try Launch.example("binh-lam-draft"), try Launch.example("binh-lam-complete")
      )
      for (number, old, new) in [(2, draft, complete), (3, complete, draft)] {
        func named(_ plan: Data) -> Data {
          Data(
            String(decoding: plan, as: UTF8.self).replacing(
              "<name>thành phố Bình Lam<", with: "<name>Bình Lam \(number)<"
            ).utf8)
        }
        try named(old).write(to: folder.appending(path: "one/plan-0000\(number).xml"))
        try named(new).write(to: file(number))
      }
      try rounds.review("one")
      try rounds.review("two")
      try body(rounds)
    }
  }

  private func files(_ value: Any?) -> [String] {
    (value as? [[String: Any]] ?? []).map {
      ($0["file"] as? String ?? "").split(separator: "/").last.map(String.init) ?? ""
    }
  }

  @Test func `two rounds say who closed what, who got worse, who is new, missing and refused`() throws {
    try inRounds { rounds in
      let (status, found) = try rounds.difference("one.out", "two.out")
      #expect(status == 1)
      let plans = try #require(found["plans"] as? [[String: Any]])
      let cities = plans.compactMap { ($0["new"] as? [String: Any])?["city"] as? String }
      #expect(
        Set(cities) == [
          "Trà Vinh 0", "Bình Lam 2", "Bình Lam 3", "Trà Vinh 4", "Trà Vinh 5", "Trà Vinh 6", "Trà Vinh 7",
        ])
      #expect(plans.filter { $0["worse"] as? Bool == true }.count == 1)
      func counts(_ city: String) -> [String: Int] {
        let index = cities.firstIndex(of: city) ?? 0
        return plans[index]["counts"] as? [String: Int] ?? [:]
      }
      #expect(counts("Bình Lam 2")["closed"] ?? 0 > 20 && counts("Bình Lam 2")["new"] == 0)
      #expect(counts("Bình Lam 3")["new"] == counts("Bình Lam 2")["closed"])
      #expect(counts("Trà Vinh 0")["new"] == 0 && counts("Trà Vinh 0")["closed"] == 0, "a renamed file")
      #expect(files(found["missing"]) == ["plan-00001.xml"])
      #expect(files(found["appeared"]) == ["new.xml", "plan-00009.xml"])
      let refused = try #require(found["refused"] as? [[String: Any]])
      #expect(files(refused) == ["plan-00008.xml", "plan-00009.xml"])
      #expect(
        refused[0]["old"] is NSNull && refused[0]["new"] is String && refused[0]["before"] is [String: Any])
      #expect(
        refused[1]["old"] is String && refused[1]["new"] is NSNull && refused[1]["after"] is [String: Any])
      for language in ["vi", "en"] {
        let text = try rounds.diff("one.out", "two.out", ["--lang", language]).text
        for name in ["Bình Lam 2", "Bình Lam 3", "plan-00001.xml", "new.xml", "plan-00008.xml", "C-GOV-01"] {
          #expect(text.contains(name), "\(language) \(name)")
        }
        #expect(!text.contains("Trà Vinh 4"), "a plan in which nothing changed takes no room")
        let page = try rounds.diff("one.out", "two.out", ["--lang", language, "--format", "html"]).text
        #expect(
          page.contains("Bình Lam 3") && page.contains("plan-00008.xml") && !page.contains("Trà Vinh 4"))
      }
    }
  }

  @Test func `a round is its rows: without the journal, as a file, or as a folder of reports`() throws {
    try inRounds { rounds in
      let whole = try rounds.difference("one.out", "two.out").content
      try FileManager.default.createDirectory(atPath: rounds.path("bare"), withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        atPath: rounds.path("one.out/reports.ndjson"), toPath: rounds.path("bare/reports.ndjson"))
      for (old, new) in [("bare", "two.out"), ("one.out/reports.ndjson", "two.out/reports.ndjson")] {
        let found = try rounds.difference(old, new).content
        #expect(files(found["missing"]) == files(whole["missing"]) && found["worse"] as? Bool == true)
        #expect((found["plans"] as? [Any])?.count == 7)
      }
      try rounds.review("two", ["--reports", "json"])
      let loose = try rounds.difference("one.out", "two.out/reports").content
      #expect((loose["plans"] as? [Any])?.count == 7)
      #expect(
        files(loose["missing"]) == ["plan-00001.xml", "plan-00008.xml"], "loose reports know no refused file")
      // The rows are the round; reports beside them are not counted twice.
      #expect((try rounds.difference("one.out", "two.out").content["plans"] as? [Any])?.count == 7)
      let same = try rounds.diff("two.out", "two.out")
      #expect(same.status == 3, "one file is refused in both, so nothing is known of it")
    }
  }

  @Test func `a round that is no whole round is refused`() throws {
    try inRounds { rounds in
      try FileManager.default.createDirectory(atPath: rounds.path("open"), withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        atPath: rounds.path("one.out/review.sqlite"), toPath: rounds.path("open/review.sqlite"))
      let open = try rounds.diff("open", "two.out", ["--lang", "en"])
      #expect(open.status == 2 && open.complaint.contains("--resume"), "\(open.complaint)")
      let rows = try Data(contentsOf: URL(filePath: rounds.path("one.out/reports.ndjson")))
      // The last row is a refused one, and short: the cut goes through the row before it.
      let lines = rows.split(separator: UInt8(ascii: "\n"))
      try rows.prefix(rows.count - lines[9].count - 500).write(to: URL(filePath: rounds.path("cut.ndjson")))
      let cut = try rounds.diff("cut.ndjson", "two.out")
      #expect(cut.status == 2 && cut.complaint.contains("cut.ndjson:9:"), "\(cut.complaint)")
      try Data().write(to: URL(filePath: rounds.path("empty.ndjson")))
      #expect(try rounds.diff("empty.ndjson", "two.out").status == 2)
      #expect(try rounds.diff("one", "two.out").status == 2, "a folder of plans is no folder of reports")
    }
  }

  @Test func `what differs for every plan alike is said once`() throws {
    try inRounds { rounds in
      let standards = URL(filePath: rounds.path("standards"))
      try FileManager.default.copyItem(at: Repository.root.appending(path: "Standards"), to: standards)
      let edition = standards.appending(path: "edition.xml")
      let text = try String(contentsOf: edition, encoding: .utf8)
      try text.replacing("number=\"2026.11.27\"", with: "number=\"2026.12\"").write(
        to: edition, atomically: true, encoding: .utf8)
      try rounds.review("two", ["--catalogue", standards.path])
      let said = try rounds.diff("one.out", "two.out", ["--lang", "en"]).text
      #expect(
        said.components(separatedBy: "edition 2026.11.27, then 2026.12").count == 2, "\(said.prefix(1500))")
    }
  }
}
