import Foundation
import TestSupport
import Testing
import Writing

@testable import Compliance
@testable import Reporting

@Suite struct JSONTests {
  @Test func `every character of Unicode is written as data, and what cannot be seen as an escape`() throws {
    var wrong: [Int] = []
    for value in 0...0x10FFFF {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let written = JSON.string("a" + String(scalar)).line()
      let isInvisible =
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
      let isEscaped = written[2] == UInt8(ascii: "\\")
      if isEscaped != (isInvisible || scalar == "\"" || scalar == "\\") { wrong.append(value) }
      if value % 97 == 0 || isInvisible {
        let read =
          try JSONSerialization.jsonObject(with: Data(written), options: .fragmentsAllowed) as? String
        if read?.unicodeScalars.last != scalar { wrong.append(value) }
      }
    }
    #expect(wrong.map { String($0, radix: 16) } == [])
  }

  @Test func `characters that need an escape stand among others in any order, and all are read again`() throws
  {
    let pieces = [
      "\"", "\\", "\n", "\u{1}", "\u{202E}", "a", "ế", "e\u{302}\u{301}", "💡", "\u{E0001}", " → ", "",
    ]
    var state: UInt64 = 1
    for _ in 0..<2_000 {
      var text = ""
      for _ in 0..<8 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      let written = JSON.string(text).line()
      let read = try JSONSerialization.jsonObject(with: Data(written), options: .fragmentsAllowed) as? String
      #expect(read.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars), "\(written)")
    }
  }

  @Test func `what is remembered of earlier lines changes no line, also when another check comes`() throws {
    let phrasing = try Sample.phrasing()
    let many = JSONReport(phrasing).forManyLines()
    let hostile = try Sample.hostile()
    let reports = try Sample.reports() + [hostile] + Sample.reports()
    for report in reports + [hostile] + reports {
      let line = many.line(report)
      #expect(line == JSONReport(phrasing).line(report))
      let indented = try JSONSerialization.jsonObject(
        with: Data(JSONReport(phrasing).text([report], refusals: []).utf8))
      let read = try JSONSerialization.jsonObject(with: Data(line))
      #expect((read as? NSDictionary) == (indented as? NSDictionary))
    }
  }

  @Test func `a report in a list is what it is alone, whatever plan stands before it`() throws {
    let check = try Repository.check()
    let plan = String(decoding: try Repository.source("Examples/hue.xml").bytes, as: UTF8.self)
    let moved = plan.replacing(
      "<master-plan", with: "<!-- moved\n\n\n\n -->\n<master-plan", maxReplacements: 1)
    let reports =
      try [plan, moved, plan].map { text in
        check.report(
          on: try Repository.plan(text: text), asOf: AsOf(date: day("2026-11-23"), why: .named))
      } + Sample.reports()
    let json = JSONReport(try Sample.phrasing())
    let list = try JSONSerialization.jsonObject(with: Data(json.text(reports, refusals: []).utf8))
    let listed = try #require((list as? [String: Any])?["reports"] as? [NSDictionary])
    #expect(listed.count == reports.count)
    for (report, inList) in zip(reports, listed) {
      let alone = try JSONSerialization.jsonObject(with: Data(json.text([report], refusals: []).utf8))
      #expect(alone as? NSDictionary == inList)
    }
  }

  @Test func `a line is the text without its white space`() throws {
    let json = JSON.object([
      ("a", .array([.integer(1), .null, .boolean(true)])), ("b", .object([])), ("c", .array([])),
    ])
    #expect(String(decoding: json.line(), as: UTF8.self) == #"{"a":[1,null,true],"b":{},"c":[]}"#)
    #expect(json.text() == "{\n  \"a\": [\n    1,\n    null,\n    true\n  ],\n  \"b\": {},\n  \"c\": []\n}\n")
  }
}
