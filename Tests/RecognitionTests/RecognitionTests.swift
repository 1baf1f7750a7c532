import Compliance
import Intake
import Judging
import Manuscript
import MasterPlan
import Recognition
import Source
import Testing

/// What a machine finds in a city's own document.
@Suite struct RecognitionTests {
  @Test func `letterhead and title give number, day, stage, kind, period and place`() throws {
    let reading = try Readers.reading(InventedPlan.whole.word)
    #expect(reading.fact("identity", "number")?.words == "12/KH-UBND")
    #expect(reading.fact("identity", "date")?.words == "2026-03-05")
    #expect(reading.fact("identity", "@stage")?.words == "approved")
    #expect(reading.fact("identity", "@kind")?.words == "action-plan")
    #expect(reading.fact("identity", "period")?["to"] == "2030")
    #expect(reading.fact("city", "name")?.words == "Đà Nẵng")
    #expect(reading.fact("city", "@level")?.words == "centrally-run-city")
  }

  @Test func `a letterhead whose number was left open is that of a draft`() throws {
    var plan = InventedPlan.whole
    plan.pieces[0] = .table([
      ["ỦY BAN NHÂN DÂN\nTỈNH ĐỒNG NAI", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
      ["Số:      /KH-UBND", "Đồng Nai, ngày     tháng     năm 2026"],
    ])
    let reading = try Readers.reading(plan.word)
    #expect(reading.fact("identity", "number") == nil)
    #expect(reading.fact("identity", "date") == nil)
    #expect(reading.fact("identity", "@stage")?.words == "draft")
    #expect(reading.fact("city", "@level")?.words == "province")
  }

  @Test func `bases are the texts that the plan rests on, and a proposal is none`() throws {
    let bases = try Readers.reading(InventedPlan.whole.word).words("legal-bases", "legal-basis")
    #expect(bases.count == 2)
    #expect(bases.first == "Luật Giao dịch điện tử ngày 22 tháng 6 năm 2023")
  }

  @Test func `an objective with a figure is an indicator with comparator, unit and the year of its heading`()
    throws
  {
    let facts = try Readers.reading(InventedPlan.whole.word).inPlan.filter { $0.element == "indicator" }
    #expect(facts.map(\.words) == ["Tỷ lệ hồ sơ trực tuyến", "trường học có kết nối băng rộng"])
    #expect(facts.first?["unit"] == "%")
    let target = facts.first?.parts.first
    #expect(target?.attributes.map { $0.name + $0.value } == ["minimum90", "year2030"])
  }

  @Test func `a row of a table with known heads is a task with its lead and its one year`() throws {
    let tasks = try Readers.reading(InventedPlan.whole.word).inPlan.filter { $0.element == "task" }
    #expect(tasks.map(\.words) == ["Xây dựng kho dữ liệu dùng chung", "Số hóa hồ sơ"])
    #expect(tasks.first?["year"] == "2027" && tasks.first?["lead"] == "Sở Khoa học và Công nghệ")
    #expect(tasks.last?["year"] == nil)
    #expect(tasks.allSatisfy { $0.certainty == .certain })
  }

  @Test func `heads and groups of a table are no rows`() throws {
    let table = try Readers.reading(InventedPlan.whole.word).tables.last
    #expect(table?.rows.map(\.kind) == [.head, .group, .data, .data])
  }

  @Test func `a name with a comma is one body, and a semicolon parts two`() throws {
    let bodies = try Readers.reading(InventedPlan.whole.word).words("governance", "body")
    #expect(bodies.contains("Sở Văn hóa, Thể thao và Du lịch"))
    #expect(bodies.contains("Công an thành phố") && bodies.contains("Sở Nội vụ"))
    #expect(bodies.contains("Sở Tài chính"))
    #expect(!bodies.contains { $0.utf8.elementsEqual("Thể thao và Du lịch".utf8) })
  }

  @Test func `words that are taken back are asked and stand in no plan`() throws {
    let reading = try Readers.reading(InventedPlan.whole.word)
    #expect(reading.asked.contains { $0["topic"] == "periodic-backup" })
    #expect(!reading.inPlan.contains { $0["topic"]?.utf8.elementsEqual("periodic-backup".utf8) ?? false })
  }

  @Test func `a component has the type that a wording of the catalogue shows in its name`() throws {
    let found = try Readers.reading(InventedPlan.whole.word).inPlan.filter { $0.element == "component" }
    #expect(found.map(\.words) == ["Cổng dữ liệu mở thành phố", "kho dữ liệu dùng chung"])
    #expect(found.first?["type"] == "open-data-portal")
  }

  @Test func `every fact has a place and the words that show it`() throws {
    let reading = try Readers.reading(InventedPlan.whole.word)
    #expect(!reading.facts.isEmpty)
    #expect(reading.facts.allSatisfy { $0.place.block > 0 && !$0.quotation.isEmpty })
    let row = reading.facts.first { $0.element == "task" }?.place
    #expect(row?.row == 3 && row?.column == 1)
  }

  @Test func `the same document as text and as Word gives the same facts`() throws {
    #expect(
      try Readers.reading(InventedPlan.whole.word).said == Readers.reading(InventedPlan.whole.markdown).said)
  }

  @Test func `the same document gives the same plan, byte for byte`() throws {
    let intake = try Readers.shared.get().intake
    let plans = try (0..<2).map { _ in
      try intake.plan(of: intake.read(InventedPlan.whole.word, named: "a")).bytes
    }
    #expect(plans[0] == plans[1])
  }
}

/// What a reading comes to when it is judged.
@Suite struct ReadingJudgementTests {
  @Test func `a reading that nobody confirmed is never conforming and says so first`() throws {
    let report = try Readers.report(InventedPlan.whole.word)
    #expect(report.conformity.outcome != .conforming)
    #expect(report.allNotices.first == .unconfirmedReading)
    #expect(RunStatus(report, failOn: .none) == .incomplete)
  }

  @Test func `what the machine did not find is no gap`() throws {
    var plan = InventedPlan.whole
    plan.pieces = Array(plan.pieces.prefix(3))
    let report = try Readers.report(plan.word)
    #expect(report.gaps.isEmpty && report.conformity.outcome == .incomplete)
  }

  @Test func `what the machine did find can be a gap: a basis that is in force no longer`() throws {
    var plan = InventedPlan.whole
    plan.pieces[0] = .table([
      ["ỦY BAN NHÂN DÂN\nTHÀNH PHỐ ĐÀ NẴNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
      ["Số: 12/KH-UBND", "Đà Nẵng, ngày 05 tháng 10 năm 2026"],
    ])
    plan.pieces[3] = .plain("Căn cứ Luật An toàn thông tin mạng ngày 19 tháng 11 năm 2015;")
    let report = try Readers.report(plan.word)
    #expect(report.gaps.contains { $0.evidence.contains { $0.placeInDocument != nil } })
    #expect(RunStatus(report, failOn: .any) == .gaps)
  }

  @Test func `evidence points into the document`() throws {
    let report = try Readers.report(InventedPlan.whole.word)
    let places = report.citations.compactMap(\.evidence.placeInDocument)
    #expect(places.count == 2 && places.allSatisfy { $0.utf8.starts(with: "đoạn ".utf8) })
  }

  @Test func `a document in which nothing is of a plan is refused with what to do`() throws {
    let intake = try Readers.shared.get().intake
    let letter = InventedPlan(pieces: [.plain("Kính gửi: Sở Nội vụ."), .plain("Đề nghị cho biết ý kiến.")])
    let reading = try intake.read(letter.word, named: "thử")
    #expect(throws: Refusal.self) { try intake.plan(of: reading) }
  }

  @Test func `a title or a place that was not found is named as not known, and the rest is judged`() throws {
    let nameless = try Readers.report(
      InventedPlan(pieces: [.bold("I. MỤC TIÊU"), .plain("1. Tỷ lệ hồ sơ trực tuyến đạt tối thiểu 90%;")])
        .word)
    #expect(nameless.plan.identity.kind == Identity.unknown && nameless.plan.city.level == Identity.unknown)
    #expect(nameless.plan.identity.title.utf8.first == UInt8(ascii: "("))
    #expect(nameless.conformity.outcome != .conforming)
    let placeless = try Readers.report(
      InventedPlan(pieces: [.centred("KẾ HOẠCH"), .centred("PHÁT TRIỂN ĐÔ THỊ THÔNG MINH")]).word)
    #expect(placeless.plan.identity.kind == "action-plan" && placeless.plan.city.level == Identity.unknown)
    // A criterion for provinces and cities of their rank: whether it applies is open.
    #expect(placeless.findings.first { $0.criterion.id == "C-IOC-04" }?.verdict == .unknown)
  }

  @Test func `an empty document is refused`() throws {
    let intake = try Readers.shared.get().intake
    #expect(throws: Refusal.self) { try intake.read(InventedPlan(pieces: [.plain("")]).word, named: "thử") }
  }

  @Test func `a plan file is told from a document by its content`() {
    #expect(!Intake.isDocument(Array("<?xml version=\"1.0\"?><master-plan/>".utf8)))
    #expect(!Intake.isDocument(Array("\u{FEFF}<master-plan/>".utf8)))
    #expect(!Intake.isDocument([]))
    #expect(Intake.isDocument(InventedPlan.whole.word))
    #expect(Intake.isDocument(InventedPlan.whole.markdown))
    #expect(Intake.isDocument(Array("<!-- ghi chú -->\n**KẾ HOẠCH**".utf8)))
  }
}
