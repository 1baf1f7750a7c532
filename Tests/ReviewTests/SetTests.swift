import Foundation
import TestSupport
import Testing

/// What is said of the set as a whole.
@Suite struct SetTests {
  private static let python = ProcessInfo.processInfo.environment["KHUNG_PYTHON"]

  /// Generated plans where lxml is there, so that approvals, regions and classes vary; else the examples.
  private func plans(in folder: URL) throws -> String {
    guard let python = Self.python else { return "Examples/*.xml" }
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = ["Benchmarks/generate_plans.py", "--count", "150", "--output", folder.path]
    process.currentDirectoryURL = Repository.root
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return folder.path
  }

  @Test func `an independent script comes to the same roll-up from the rows`() throws {
    try Program.inFolder { folder in
      let output = folder.appending(path: "out")
      let plans = try plans(in: folder.appending(path: "plans"))
      for day in ["2020-06-30", "2026-11-23", "2031-01-01"] {
        _ = try Program.khung(["review", plans, "--output", output.path, "--as-of", day])
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
          "python3", Repository.root.appending(path: "Tests/ReviewTests/roll_up.py").path,
          output.appending(path: "reports.ndjson").path,
          Repository.root.appending(path: "Standards/programme-950.xml").path,
          Repository.root.appending(path: "Standards/criteria").path,
          Repository.root.appending(path: "Schemas/master-plan.xsd").path, day,
        ]
        process.standardOutput = pipe
        try process.run()
        let expected = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let programme = try #require(
          JSONSerialization.jsonObject(with: Data(contentsOf: output.appending(path: "programme.json")))
            as? [String: Any])
        let targets = try #require(programme["targets"] as? [[String: Any]])
        let found = targets.map { target in
          let parts: [Any?] = [
            target["target"], target["state"], target["cities"], target["regionsReached"],
            (target["plans"] as? [Any])?.count, (target["undecided"] as? [Any])?.count, target["against"],
          ]
          return parts.map { "\($0 ?? "")" }.joined(separator: " ")
        }
        #expect(found == expected.split(separator: "\n").map(String.init), "as of \(day)")
        #expect(found.count == 9)
      }
    }
  }

  @Test func `four core cities with approved plans make the chains; one missing unmakes them`() throws {
    try Program.inFolder { folder in
      let text = String(decoding: try Program.example("binh-lam-complete"), as: UTF8.self)
      for (index, city) in ["Hà Nội", "thành phố Hồ Chí Minh", "Đà Nẵng", "TP. Cần Thơ"].enumerated() {
        try text.replacing("<name>thành phố Bình Lam</name>", with: "<name>\(city)</name>")
          .write(to: folder.appending(path: "\(index).xml"), atomically: true, encoding: .utf8)
      }
      func state(_ target: String) throws -> String {
        let output = folder.appending(path: "out").path
        _ = try Program.khung(["review", "\(folder.path)/*.xml", "--output", output, "--as-of", "2027-01-01"])
        let data = try Data(contentsOf: URL(filePath: output + "/programme.json"))
        let programme = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        let targets = programme?["targets"] as? [[String: Any]] ?? []
        return targets.first { $0["target"] as? String == target }?["state"] as? String ?? ""
      }
      #expect(try state("P30-2") == "reached")
      try FileManager.default.removeItem(at: folder.appending(path: "2.xml"))
      #expect(try state("P30-2") == "not-reached")
    }
  }

  @Test func `three approved cities reach a number; a province among them leaves it open`() throws {
    try Program.inFolder { folder in
      let text = String(decoding: try Program.example("binh-lam-complete"), as: UTF8.self)
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
        _ = try Program.khung(["review", "\(folder.path)/*.xml", "--output", output, "--as-of", "2027-01-01"])
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
    try Program.inFolder { folder in
      try Program.writePlans(30, in: folder) { $0 == 7 }
      let hostile = String(decoding: try Program.example("hue"), as: UTF8.self)
        .replacing(
          "<name>Thừa Thiên Huế</name>", with: "<name>&lt;/script>&lt;script>alert(1)&lt;/script></name>")
      try hostile.write(to: folder.appending(path: "hostile.xml"), atomically: true, encoding: .utf8)
      let output = folder.appending(path: "out").path
      #expect(
        try Program.khung(["review", folder.path, "--output", output, "--reports", "html"]).status == 2)
      let page = try String(contentsOfFile: output + "/index.html", encoding: .utf8)
      #expect(page.contains("plan-00007.xml:") && page.contains("\"Trà Vinh 29\""))
      #expect(!page.contains("<script>alert") && page.contains("\\u003c/script>"))
      #expect(!page.contains("http://") && !page.contains("https://"))
      #expect(page.components(separatedBy: "reports/plan-").count == 30)
      let table = try String(contentsOfFile: output + "/summary.csv", encoding: .utf8)
      #expect(table.components(separatedBy: "\r\n").count == 33)
    }
  }

  @Test func `timings name every criterion and change no row`() throws {
    let plain = try Program.khung(["review", "Examples/hue.xml", "--as-of", "2026-11-23"])
    let timed = try Program.khung(["review", "Examples/hue.xml", "--as-of", "2026-11-23", "--timings"])
    #expect(timed.output == plain.output)
    let lines = timed.complaint.split(separator: "\n").filter { $0.contains(" µs  C-") }
    #expect(lines.count == (plain.rows.first?["findings"] as? [Any])?.count)
  }

  @Test func `every province has a tile of its own and former names lead to the new one`() throws {
    let table = try String(
      contentsOf: Repository.root.appending(path: "Sources/EmbeddedFiles/Data/provinces.tsv"), encoding: .utf8
    )
    let rows = table.split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    #expect(rows.count == 34 && Set(rows.map { "\($0[1]) \($0[2])" }).count == 34)
    let names = rows.flatMap { [$0[0]] + $0[3].split(separator: ";").map(String.init) }
    #expect(Set(names).count == names.count && names.count == 64)
  }
}
