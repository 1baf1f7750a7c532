import Source
import TestSupport
import Testing

@testable import Compliance
@testable import MasterPlan

/// A look at the file before it is judged. It finds what cannot be meant, and nothing where all is well.
@Suite struct TranscriptionTests {
  private func look(
    _ sections: String, identity: String = "<period from=\"2025\" to=\"2030\"/>",
    _ coverage: String = "partial"
  )
    throws -> [Transcription.Remark]
  {
    let plan = try Repository.plan(
      text: """
        <master-plan xmlns="urn:khung:master-plan:1" coverage="\(coverage)">
          <identity coverage="complete" kind="scheme" stage="submitted"><title>Đề án</title><date>2026-09-15</date>\(identity)</identity>
          <city coverage="complete" level="centrally-run-city"><name>thành phố Bình Lam</name></city>
          \(sections)
        </master-plan>
        """)
    return Transcription(plan, sections: try Repository.vocabulary.get().sections).remarks
  }

  private func kinds(_ sections: String) throws -> [Transcription.Kind] { try look(sections).map(\.kind) }

  @Test(arguments: [
    "binh-lam-complete", "binh-lam-draft", "da-nang", "hue", "tra-vinh", "phu-quoc", "bac-giang", "da-lat",
    "pleiku",
    "phu-tho", "binh-duong",
  ])
  func `no example plan contradicts itself`(name: String) throws {
    let plan = try Repository.plan(name)
    let look = Transcription(plan, sections: try Repository.vocabulary.get().sections)
    #expect(look.remarks.filter { $0.kind.weight == .error }.isEmpty, "\(look.remarks)")
  }

  @Test func `sections that a complete file lacks are named, those of a partial one are not`() throws {
    #expect(try look("", "complete").map(\.found).contains("finance"))
    #expect(try kinds("").isEmpty)
  }

  @Test func `a section that says complete and holds only a template contradicts itself`() throws {
    #expect(
      try kinds("<principles coverage=\"complete\"><statement>[nội dung]</statement></principles>")
        == [.sectionFromTemplate])
    #expect(
      try kinds("<principles coverage=\"partial\"><statement>[nội dung]</statement></principles>").isEmpty)
    #expect(
      try kinds(
        "<principles coverage=\"complete\"><statement>[nội dung]</statement><statement>Lấy người dân làm trung tâm</statement></principles>"
      ).isEmpty)
  }

  @Test func `words that name other years alone than the timetable of their item are named, in any section`()
    throws
  {
    #expect(
      try kinds(
        "<phases coverage=\"partial\"><phase from=\"2026\" to=\"2027\"><name>Giai đoạn 2028 – 2030</name><task year=\"2027\">Hoàn thành kết nối trong năm 2029.</task></phase></phases>"
      ) == [.wordsAgainstDates, .wordsAgainstDates])
    #expect(
      try kinds(
        "<projects coverage=\"partial\"><project from=\"2026\" to=\"2027\"><name>Nâng cấp trung tâm dữ liệu trong năm 2029</name></project></projects>"
      ) == [.wordsAgainstDates])
    #expect(
      try kinds(
        "<objectives coverage=\"partial\"><objective by=\"2027-12-31\">Công bố dữ liệu mở trong năm 2029.</objective></objectives>"
      ) == [.wordsAgainstDates])
    #expect(
      try kinds(
        "<projects coverage=\"partial\"><project from=\"2026\" to=\"2028\"><name>Nâng cấp trung tâm dữ liệu trong năm 2027 theo Quyết định số 950/QĐ-TTg năm 2018</name></project></projects>"
      ).isEmpty)
  }

  @Test func `an interval that ends before it begins cannot be, wherever it stands`() throws {
    #expect(try look("", identity: "<period from=\"2030\" to=\"2025\"/>").map(\.kind).contains(.reversed))
    #expect(
      try look("", identity: "<period from=\"2025\" to=\"2050\" vision=\"2045\"/>").map(\.kind) == [.reversed]
    )
    #expect(
      try kinds(
        "<sandbox coverage=\"partial\"><trial from=\"2028-04-01\" to=\"2027-03-31\">Xe buýt</trial></sandbox>"
      )
        == [.reversed])
    #expect(
      try kinds(
        "<projects coverage=\"partial\"><project id=\"A\" from=\"2029\" to=\"2027\"><name>Nền tảng</name></project></projects>"
      )
        == [.reversed])
  }

  @Test func `years of no plan, and things to do that were due before it, are found`() throws {
    #expect(
      try kinds(
        "<sandbox coverage=\"partial\"><trial from=\"1000-01-01\" to=\"2999-12-31\">Xe tự hành</trial></sandbox>"
      )
        == [.impossibleYear, .impossibleYear, .longTrial])
    func link(_ status: String, _ by: String) throws -> [Transcription.Kind] {
      try kinds(
        "<integration coverage=\"partial\"><link platform=\"national-data-centre\" status=\"\(status)\" by=\"\(by)\">Kết nối</link></integration>"
      )
    }
    #expect(try link("planned", "1999-01-01") == [.beforePlan])
    #expect(try link("planned", "2026-03-31") == [.dueBeforePlan])
    #expect(try link("planned", "2027-03-31").isEmpty)
    #expect(try link("existing", "1999-01-01").isEmpty)
    #expect(try link("existing", "2028-01-01") == [.existingInFuture])
  }

  @Test func `a point that groups thousands in the words is no decimal point in the file`() throws {
    func project(_ total: String, _ words: String) throws -> [Transcription.Kind] {
      try kinds(
        "<projects coverage=\"partial\"><project id=\"A\" total=\"\(total)\" unit=\"billion-VND\"><name>\(words)</name></project></projects>"
      ).filter { $0 != .amountsByUnit }
    }
    #expect(try project("6.772", "Dự án 6.772 tỷ đồng") == [.thousandsAsDecimals])
    #expect(try project("6.772", "Dự án 6 772 tỷ đồng") == [.thousandsAsDecimals])
    #expect(try project("6.772", "Dự án 16.772 tỷ đồng") == [.threeDecimals])
    #expect(try project("6.772", "Dự án nền tảng") == [.threeDecimals])
    #expect(try project("6772", "Dự án 6.772 tỷ đồng").isEmpty)
    #expect(try project("6.77", "Dự án nền tảng").isEmpty)
    #expect(try project("0.125", "Dự án nền tảng").isEmpty)
  }

  @Test func `amounts are told by unit, and totals that differ a thousandfold contradict each other`() throws
  {
    func money(_ total: String, _ finance: String) throws -> [Transcription.Remark] {
      try look(
        "<projects coverage=\"complete\"><project id=\"A\" total=\"\(total)\" unit=\"billion-VND\"><name>Nền tảng</name></project></projects><finance coverage=\"complete\" total=\"\(finance)\" unit=\"billion-VND\"/>"
      )
    }
    #expect(try money("500", "600").map(\.kind) == [.amountsByUnit])
    #expect(try money("500", "600")[0].found == "1 × billion-VND = 500; 600 billion-VND")
    #expect(try money("0.6", "600").map(\.kind) == [.amountsByUnit, .scaleOfTotals])
    #expect(try money("0", "0").map(\.kind) == [.amountsByUnit, .amountsOfNothing])
  }

  @Test func `a sentence carries a label a clause, and one id stands at one item`() throws {
    func statement(_ labels: String, _ words: String) throws -> [Transcription.Kind] {
      try kinds(
        "<principles coverage=\"partial\"><statement topic=\"\(labels)\">\(words)</statement></principles>")
    }
    #expect(
      try statement(
        "open-standards scalability supplier-independence", "Lấy người dân làm trung tâm, mở rộng")
        == [.moreLabelsThanClauses])
    #expect(
      try statement(
        "open-standards scalability supplier-independence",
        "Ưu tiên tiêu chuẩn mở, bảo đảm khả năng mở rộng và không phụ thuộc một nhà cung cấp"
      ).isEmpty)
    #expect(
      try kinds(
        "<projects coverage=\"partial\"><project id=\"A\"><name>Nền tảng</name></project></projects><phases coverage=\"partial\"><phase id=\"A\"><name>Giai đoạn 1</name></phase></phases>"
      ) == [.sameIdentifier])
  }
}
