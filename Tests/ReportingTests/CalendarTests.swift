import Editing
import Foundation
import Languages
import Phrasing
import TestSupport
import Testing

@testable import Catalogue
@testable import Writing

/// The calendar of the law as people, programs and calendar programs read it.
@Suite struct CalendarTests {
  private func text(from: String, to: String, _ language: Language = .vietnamese) throws -> CalendarText {
    let catalogue = try Repository.catalogue.get()
    let days = day(from)...day(to)
    return try CalendarText(
      Phrasing(language, catalogue: catalogue, vocabulary: Repository.vocabulary.get()),
      LegalCalendar(of: catalogue, days: days), days: days)
  }

  @Test func `people read who rests on what begins, each day once`() throws {
    let words = try text(from: "2026-07-01", to: "2026-07-01").text
    #expect(words.hasPrefix("01/7/2026\n  Có hiệu lực: "))
    #expect(words.contains("24/2018/QH14 [L-24-2018], được thay thế bởi 116/2025/QH15"))
    #expect(words.contains("Tiêu chí C-ARC-10, C-INT-08: thêm căn cứ 224/2026/NĐ-CP"))
    #expect(
      try text(from: "2026-07-02", to: "2026-07-02").text.hasPrefix("Từ 02/7/2026 đến 02/7/2026 không có"))
  }

  @Test func `data names every change with its force before and after`() throws {
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(text(from: "2026-07-01", to: "2026-07-01").json.utf8))
        as? [String: Any])
    let day = try #require((json["days"] as? [[String: Any]])?.first)
    #expect(day["date"] as? String == "2026-07-01")
    let change = try #require(
      (day["changes"] as? [[String: Any]])?.first { $0["id"] as? String == "C-ARC-10" })
    #expect(change["before"] is NSNull && change["after"] as? String == "mandatory")
    #expect(change["gains"] as? [String] == ["ND-224-2026"])
  }

  @Test(arguments: Language.allCases)
  func `lines of a calendar file end as RFC 5545 wants it and are not too long`(language: Language) throws {
    let calendar = try text(from: "2000-01-01", to: "2100-01-01", language).iCalendar(producer: "1")
    let lines = Array(calendar.utf8).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    #expect(lines.last?.isEmpty == true && lines.count > 1_000)
    for line in lines.dropLast() {
      #expect(line.last == UInt8(ascii: "\r") && line.count <= 76)
    }
    // Every continuation is valid by itself: no letter was cut.
    #expect(!calendar.unicodeScalars.contains("\u{FFFD}"))
    let unfolded = calendar.replacing("\r\n ", with: "")
    let ids = unfolded.split(separator: "\r\n").filter { $0.utf8.starts(with: "UID:".utf8) }
    #expect(Set(ids).count == ids.count && ids.count > 300)
  }

  @Test func `a calendar without entries still has a component`() throws {
    let calendar = try text(from: "2026-07-02", to: "2026-07-02").iCalendar(producer: "1")
    #expect(calendar.contains("BEGIN:VJOURNAL\r\n") && !calendar.contains("BEGIN:VEVENT"))
  }

  @Test func `signs with a meaning of their own are escaped, those that steer are taken out`() {
    let calendar = ICalendar(
      producer: "1", name: "a", stamp: day("2026-01-01"),
      [
        .init(
          id: "x", date: day("2026-01-02"), summary: "a,b;c\\d\r\nEND:VEVENT", description: "e\nf",
          categories: ["g,h"])
      ]
    ).text(nothing: "", on: day("2026-01-01"))
    #expect(calendar.contains("SUMMARY:a\\,b\\;c\\\\d"))
    #expect(calendar.contains("DESCRIPTION:e\\nf\r\n") && calendar.contains("CATEGORIES:g\\,h\r\n"))
    #expect(calendar.components(separatedBy: "\r\nEND:VEVENT\r\n").count == 2)
  }

  /// The judge is the package icalendar of PyPI, where this machine has it.
  @Test func `another program reads every day of the calendar`() throws {
    let script = """
      import sys, icalendar
      events = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read()).walk('VEVENT')
      assert not any(event.errors for event in events)
      print(len(events), min(e['dtstart'].dt for e in events), max(e['dtstart'].dt for e in events))
      """
    let python = ProcessInfo.processInfo.environment["KHUNG_PYTHON"] ?? "python3"
    let calendar = try text(from: "2026-07-01", to: "2027-03-01")
    guard
      let run = try ForeignJudge.run(
        [python, "-c", script], on: calendar.iCalendar(producer: "1"), named: "a.ics")
    else { return }
    let entries = calendar.iCalendar(producer: "1").components(separatedBy: "BEGIN:VEVENT").count - 1
    #expect(run.status == 0 && run.said.hasPrefix("\(entries) 2026-07-01 2027-03-01"), "\(run.said)")
  }
}
