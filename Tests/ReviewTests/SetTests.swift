import Foundation
import Source
import TestSupport
import Testing

/// What is said of the set as a whole.
@Suite struct SetTests {
  private static let python = ProcessInfo.processInfo.environment["KHUNG_PYTHON"]

  private func python(_ program: String, _ arguments: [String]) throws {
    let run = try Launch.run([program] + arguments)
    try #require(run.status == 0, "\(arguments) \(run.said)")
  }

  @Test func `no plan writes markup into the page of the set, nor rows into its table`() throws {
    try Launch.inFolder { folder in
      // A sign joined to a letter before it or a mark after it is another character to Swift than the sign.
      let words = "\u{D4E}&lt;/script>\u{D4E}&lt;img src=x onerror=alert(1)> \"\u{301},\u{301}"
      let plan = try String(decoding: Repository.source("Examples/binh-lam-draft.xml").bytes, as: UTF8.self)
      for (name, added) in [("plain", ""), ("hostile", words)] {
        let inputs = folder.appending(path: name)
        try FileManager.default.createDirectory(at: inputs, withIntermediateDirectories: true)
        let changed = plan.replacing("</title>", with: added + "</title>").replacing(
          "</name>", with: added + "</name>")
        try Data(changed.utf8).write(to: inputs.appending(path: "\(name).xml"))
      }
      func bytes(_ name: String, _ file: String) throws -> Data {
        let output = folder.appending(path: name + ".out")
        let run = try Launch.review(["review", folder.appending(path: name).path, "--output", output.path])
        #expect(run.status < 64, "\(run.complaint)")
        return try Data(contentsOf: output.appending(path: file))
      }
      let pages = try (plain: bytes("plain", "index.html"), hostile: bytes("hostile", "index.html"))
      for piece in ["</script", "<img", "<script", "<td"] {
        let (plain, hostile) = (
          pages.plain.ranges(of: Data(piece.utf8)).count, pages.hostile.ranges(of: Data(piece.utf8)).count
        )
        #expect(plain == hostile, "\(piece)")
      }
      #expect(pages.hostile.ranges(of: Data("img src=x".utf8)).count > 0, "the words are shown")
      let table = try bytes("hostile", "summary.csv")
      let quotes = table.count { $0 == UInt8(ascii: "\"") }
      #expect(quotes > 0 && quotes.isMultiple(of: 2))
    }
  }

  @Test func `no title of a profile stands in for the rows of the page`() throws {
    try Launch.inFolder { folder in
      let profiles = folder.appending(path: "profiles")
      try FileManager.default.copyItem(at: Repository.root.appending(path: "Examples/profiles"), to: profiles)
      let file = profiles.appending(path: "nghe-an/criteria.xml")
      let titled = try String(contentsOf: file, encoding: .utf8)
        .replacing("<title lang=\"vi\">", with: "<title lang=\"vi\">[null] ")
      try Data(titled.utf8).write(to: file)
      let output = folder.appending(path: "out")
      let run = try Launch.review([
        "review", "Examples/hue.xml", "--profile", profiles.appending(path: "nghe-an.xml").path, "--output",
        output.path,
      ])
      #expect(run.status < 64, "\(run.complaint)")
      let page = try String(contentsOf: output.appending(path: "index.html"), encoding: .utf8)
      #expect(page.contains("[null] ") && page.contains("\"plans\":[[") && !page.contains("\u{1}"))
    }
  }

  @Test func `an independent script comes to the same roll-up from the rows`() throws {
    try Launch.inFolder { folder in
      let output = folder.appending(path: "out")
      let varied = folder.appending(path: "varied").path
      try python("python3", ["Tests/ReviewTests/varied_set.py", varied, "240"])
      var runs = ["2020-06-30", "2026-11-23", "2031-01-01"].map { (plans: varied, day: $0) }
      // Few plans, so that numbers are missed.
      runs += ["\(varied)/plan-0000*.xml", "\(varied)/plan-0001*.xml"].map { (plans: $0, day: "2031-01-01") }
      runs.append((plans: "Examples/*.xml", day: "2026-11-23"))
      if let lxml = Self.python {
        let generated = folder.appending(path: "generated").path
        try python(lxml, ["Benchmarks/generate_plans.py", "--count", "150", "--output", generated])
        runs += ["2020-06-30", "2031-01-01"].map { (plans: generated, day: $0) }
      } else {
        print("skipped: plans of the oracle's generator need lxml (KHUNG_PYTHON)")
      }
      var states: Set<String> = []
      for (plans, day) in runs {
        _ = try Launch.review(["review", plans, "--output", output.path, "--as-of", day])
        let expected = try Launch.run([
          "python3", "Tests/ReviewTests/roll_up.py", output.appending(path: "reports.ndjson").path,
          "Standards/programme-950.xml", "Standards/criteria", "Standards/instruments", day,
        ]).text
        let programme = try #require(
          JSONSerialization.jsonObject(with: Data(contentsOf: output.appending(path: "programme.json")))
            as? [String: Any])
        let targets = try #require(programme["targets"] as? [[String: Any]])
        let found = targets.map { target in
          let parts: [Any?] = [
            target["target"], target["state"], target["cities"], target["regionsReached"],
            (target["plans"] as? [Any])?.count, (target["undecided"] as? [Any])?.count, target["against"],
          ]
          let chains = (target["chains"] as? [[String: Any]] ?? []).map { chain in
            let core = "\(chain["core"] ?? "")".lowercased().replacing(" ", with: "_")
            return "\(core):\(chain["state"] ?? ""):\(chain["otherCities"] ?? "")"
          }
          return (parts.map { "\($0 ?? "")" } + chains).joined(separator: " ")
        }
        #expect(found == expected.split(separator: "\n").map(String.init), "\(plans) as of \(day)")
        #expect(found.count == 9)
        states.formUnion(targets.compactMap { $0["state"] as? String })
      }
      #expect(states == ["reached", "not-reached", "unknown"], "the set shows every state")
    }
  }

  @Test func `four core cities and their neighbours make the chains; one missing unmakes them`() throws {
    try Launch.inFolder { folder in
      let text = String(decoding: try Launch.example("binh-lam-complete"), as: UTF8.self)
      let cores = [
        ("Hà Nội", "red-river-delta"), ("thành phố Hồ Chí Minh", "south-east"),
        ("Đà Nẵng", "north-central-and-central-coast"), ("TP. Cần Thơ", "mekong-delta"),
      ]
      for (index, (city, region)) in cores.enumerated() {
        for (name, file) in [(city, "core-\(index)"), ("thành phố Bình Lam \(index)", "other-\(index)")] {
          try text.replacing("<name>thành phố Bình Lam</name>", with: "<name>\(name)</name>")
            .replacing("region=\"north-central-and-central-coast\"", with: "region=\"\(region)\"")
            .write(to: folder.appending(path: "\(file).xml"), atomically: true, encoding: .utf8)
        }
      }
      func state(_ target: String) throws -> String {
        let output = folder.appending(path: "out").path
        _ = try Launch.review([
          "review", "\(folder.path)/*.xml", "--output", output, "--as-of", "2027-01-01",
        ])
        let data = try Data(contentsOf: URL(filePath: output + "/programme.json"))
        let programme = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        let targets = programme?["targets"] as? [[String: Any]] ?? []
        return targets.first { $0["target"] as? String == target }?["state"] as? String ?? ""
      }
      #expect(try state("P30-2") == "reached")
      try FileManager.default.removeItem(at: folder.appending(path: "core-2.xml"))
      #expect(try state("P30-2") == "not-reached")
    }
  }

  @Test func `three approved cities reach a number; a province among them leaves it open`() throws {
    try Launch.inFolder { folder in
      let text = String(decoding: try Launch.example("binh-lam-complete"), as: UTF8.self)
        .replacing(#/<date>[^<]*</date>/#, with: "<date>2019-05-05</date>")
        .replacing(#/<period [^>]*>/#, with: #"<period from="2019" to="2030"/>"#)
      func state(secondLevel: String) throws -> String {
        for number in 1...3 {
          let level = number == 2 ? secondLevel : "provincial-city"
          try text.replacing("<name>thành phố Bình Lam</name>", with: "<name>Bình Lam \(number)</name>")
            .replacing("level=\"centrally-run-city\"", with: "level=\"\(level)\"")
            .write(to: folder.appending(path: "\(number).xml"), atomically: true, encoding: .utf8)
        }
        let output = folder.appending(path: "out").path
        _ = try Launch.review([
          "review", "\(folder.path)/*.xml", "--output", output, "--as-of", "2027-01-01",
        ])
        let data = try Data(contentsOf: URL(filePath: output + "/programme.json"))
        let programme = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        let targets = programme?["targets"] as? [[String: Any]] ?? []
        return targets.first { $0["target"] as? String == "P20-5" }?["state"] as? String ?? ""
      }
      #expect(try state(secondLevel: "provincial-city") == "reached")
      #expect(try state(secondLevel: "province") == "unknown")
    }
  }

  @Test func `the dashboard holds every plan, names refused files and stays one file`() throws {
    try Launch.inFolder { folder in
      try Launch.writePlans(30, in: folder) { $0 == 7 }
      let hostile = String(decoding: try Launch.example("hue"), as: UTF8.self)
        .replacing(
          "<name>Thừa Thiên Huế</name>", with: "<name>&lt;/script>&lt;script>alert(1)&lt;/script></name>")
      try hostile.write(to: folder.appending(path: "hostile.xml"), atomically: true, encoding: .utf8)
      let output = folder.appending(path: "out").path
      #expect(
        try Launch.review(["review", folder.path, "--output", output, "--reports", "html"]).status == 2)
      let page = try String(contentsOfFile: output + "/index.html", encoding: .utf8)
      #expect(page.contains("plan-00007.xml:") && page.contains("\"Trà Vinh 29\""))
      #expect(!page.contains("<script>alert") && page.contains("\\u003c/script>"))
      #expect(!page.contains("http://") && !page.contains("https://"))
      #expect(page.components(separatedBy: "reports/plan-").count == 30)
      let table = try String(contentsOfFile: output + "/summary.csv", encoding: .utf8)
      #expect(table.components(separatedBy: "\r\n").count == 33)
    }
  }

  @Test func `in Chromium the dashboard of a thousand plans shows what their rows say, sorts and filters`()
    throws
  {
    try Launch.inFolder { folder in
      let plans = folder.appending(path: "plans").path
      try python("python3", ["Tests/ReviewTests/varied_set.py", plans, "1000"])
      let output = folder.appending(path: "out").path
      let run = try Launch.review(["review", plans, "--output", output, "--as-of", "2026-11-23"])
      #expect(run.status == 2 && run.complaint.contains("1000"), "\(run.complaint)")
      let english = folder.appending(path: "english").path
      _ = try Launch.review([
        "review", plans + "/plan-0001*.xml", "--output", english, "--lang", "en", "--reports", "json",
      ])
      let judges = [
        (["Tests/ReviewTests/dashboard.py", output], " 0 failures"),
        (["Tests/ReviewTests/dashboard.py", english], " 0 failures"),
        (["Tests/ReportingTests/accessibility.py", output + "/index.html"], " 0 violations"),
      ]
      for (arguments, praise) in judges {
        let judge = try Launch.run(["python3"] + arguments)
        let text = judge.said
        if text.hasPrefix("skipped:") {
          print(text)
          continue
        }
        #expect(judge.status == 0 && text.contains(praise), "\(text.suffix(3000))")
      }
    }
  }

  @Test func `timings name every criterion and change no row`() throws {
    let plain = try Launch.review(["review", "Examples/hue.xml", "--as-of", "2026-11-23"])
    let timed = try Launch.review(["review", "Examples/hue.xml", "--as-of", "2026-11-23", "--timings"])
    #expect(timed.output == plain.output)
    let lines = timed.complaint.split(separator: "\n").filter { $0.contains(" µs  C-") }
    #expect(lines.count == (plain.rows.first?["findings"] as? [Any])?.count)
  }

  @Test func `every province has a tile of its own and former names lead to the new one`() throws {
    let table = try String(
      contentsOf: Repository.root.appending(path: "Sources/BuiltIn/Data/provinces.tsv"), encoding: .utf8
    )
    let rows = table.split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    #expect(rows.count == 34 && Set(rows.map { "\($0[1]) \($0[2])" }).count == 34)
    let names = rows.flatMap { [$0[0]] + $0[3].split(separator: ";").map(String.init) }
    #expect(Set(names).count == names.count && names.count == 64)
    // Each former name has its mark and the day on which it ended, each verified one a page that says so.
    for row in rows {
      let lists = [row[3], row[4], row[5]].map { $0.split(separator: ";").count }
      #expect(lists[0] == lists[1] && lists[0] == lists[2], "\(row[0])")
      #expect(!row[4].contains("verified") || row[6].hasPrefix("https://"), "\(row[0])")
      #expect(row[5].split(separator: ";").allSatisfy { CalendarDate(String($0)) != nil }, "\(row[0])")
    }
    #expect(!table.contains("from-memory\t"))
  }
}
