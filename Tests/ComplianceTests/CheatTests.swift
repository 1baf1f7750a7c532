import Foundation
import MasterPlan
import TestSupport
import Testing
import XML

@testable import Catalogue
@testable import Compliance

/// What a careless city could write to turn a report green. Nothing that rests on words may become met by it.
@Suite struct CheatTests {
  private static let today = AsOf(date: day("2026-11-23"), why: .named)
  private static let check = Result { try Repository.check() }

  private static func text(_ plan: String) throws -> String {
    String(decoding: try Repository.source("Examples/\(plan).xml").bytes, as: UTF8.self)
  }

  private static func findings(_ text: String) throws -> [Finding] {
    try check.get().report(on: Repository.plan(text: text), asOf: today).findings
  }

  /// The criteria that hang on a wording, and not on figures and citations alone.
  private static func restsOnWords(_ criterion: Criterion) -> Bool {
    guard let leaves = criterion.requirement?.leaves, let catalogue = try? Repository.catalogue.get() else {
      return false
    }
    return !leaves.isEmpty
      && leaves.allSatisfy {
        if case .facet(let facet) = $0, !(facet is Avoids) {
          return facet.parts(in: catalogue).contains { !$0.wordings.isEmpty }
        }
        return false
      }
  }

  private static func metByWords(_ text: String) throws -> Set<String> {
    Set(
      try findings(text).filter { $0.verdict == .met && restsOnWords($0.criterion) }.map(\.criterion.id))
  }

  /// The plan with the words of each of these elements replaced.
  private static func replacing(
    _ elements: [String] = ["statement"], in text: String,
    with words: (_ attributes: String, _ old: String) -> String?
  ) throws -> String {
    var text = text
    for element in elements {
      let expression = try Regex(
        "<\(element)([^>]*)>([^<]*)</\(element)>", as: (Substring, Substring, Substring).self)
      text = text.replacing(expression) { match in
        let (_, attributes, old) = match.output
        return words(String(attributes), String(old)).map { "<\(element)\(attributes)>\($0)</\(element)>" }
          ?? String(match.output.0)
      }
    }
    return text
  }

  private static let worded = [
    "statement", "objective", "task", "link", "participant", "layer", "field", "training-target", "fact",
    "risk",
    "body", "name", "target-level", "trial", "pilot", "partner", "scope", "operating-rules", "spatial-data",
  ]

  @Test(arguments: ["Sẽ bổ sung sau.", "Nội dung theo quy định.", "Chưa có quy định về nội dung này."])
  func `a plan whose every text says nothing meets nothing that rests on words`(words: String) throws {
    for plan in ["binh-lam-draft", "binh-lam-complete"] {
      let text = try Self.replacing(Self.worded, in: Self.text(plan)) { _, _ in words }
      let met = try Self.metByWords(text)
      #expect(met == [], "\(plan): \(words): \(met)")
    }
  }

  @Test func `statements of words for nothing turn no criterion green that was not`() throws {
    for plan in ["binh-lam-draft", "binh-lam-complete"] {
      let before = try Self.metByWords(Self.text(plan))
      #expect(before.count > 5)
      for words in ["Sẽ bổ sung sau.", "Nội dung theo quy định.", "Chưa có quy định về nội dung này."] {
        let after = try Self.metByWords(Self.replacing(in: Self.text(plan)) { _, _ in words })
        #expect(after.isSubset(of: before), "\(plan): \(words)")
        #expect(after.count < before.count)
      }
    }
  }

  @Test func `no statement that is denied shows what its label says`() throws {
    for plan in ["binh-lam-draft", "binh-lam-complete"] {
      let text = try Self.replacing(in: Self.text(plan)) { _, old in
        // Each of its sentences becomes the object of a denial.
        old.split(separator: ".").map { "Đề án chưa quy định việc: \($0)." }.joined(separator: " ")
      }
      let findings = try Self.findings(text)
      for finding in findings where finding.verdict == .met && Self.restsOnWords(finding.criterion) {
        for evidence in finding.parts.flatMap(\.evidence) {
          #expect(
            !evidence.path.contains("/statement"), "\(plan): \(finding.criterion.id): \(evidence.excerpt)")
        }
      }
    }
  }

  @Test func `one empty sentence that carries all topics shows nothing`() throws {
    let topics = try Repository.vocabulary.get().values(of: "topic").sorted().joined(separator: " ")
    for words in ["Đề án bảo đảm đầy đủ các nội dung.", "Sẽ bổ sung sau.", "Như trên."] {
      var text = try Self.text("binh-lam-draft")
      for section in try Repository.vocabulary.get().sections {
        text = text.replacing(
          "</\(section)>", with: "<statement topic=\"\(topics)\">\(words)</statement></\(section)>")
      }
      // Only sections that take statements.
      for section in ["identity", "standards-applied", "maturity"] {
        text = text.replacing(
          "<statement topic=\"\(topics)\">\(words)</statement></\(section)>", with: "</\(section)>")
      }
      let before = try Self.metByWords(Self.text("binh-lam-draft"))
      #expect(try Self.metByWords(text).isSubset(of: before), "\(words)")
    }
  }

  /// A section of a plan, the criterion that it tries to meet, and what must not happen.
  private static let cheats: [(criterion: String, sections: String)] = [
    // The thing named in a question, in a title of a text, in a hope, in a form, in another's plan.
    (
      "C-SEC-06",
      "<security coverage=\"complete\"><statement topic=\"state-secrets\">Bảo đảm theo quy định.</statement></security>"
    ),
    (
      "C-SEC-06",
      "<security coverage=\"complete\"><statement topic=\"state-secrets\">Nội dung bảo vệ bí mật nhà nước: …………</statement></security>"
    ),
    (
      "C-SEC-06",
      "<security coverage=\"complete\"><statement topic=\"state-secrets\">Đề án không quy định về bảo vệ bí mật nhà nước.</statement></security>"
    ),
    (
      "C-PRI-01",
      "<principles coverage=\"complete\"><statement topic=\"people-centred\">Sẽ xem xét việc lấy người dân làm trung tâm.</statement></principles>"
    ),
    (
      "C-PRI-01",
      "<principles coverage=\"complete\"><statement topic=\"people-centred\">Lấy người dân làm trung tâm khi có hướng dẫn.</statement></principles>"
    ),
    (
      "C-GOV-02",
      "<governance coverage=\"complete\"><body role=\"standing-office\">Sở Xây dựng</body></governance>"
    ),
    (
      "C-GOV-01",
      "<governance coverage=\"complete\"><body role=\"coordination-council\" decision=\"12/QĐ-UBND\">Chưa thành lập Hội đồng điều phối</body></governance>"
    ),
    (
      "C-INT-01",
      "<integration coverage=\"complete\"><statement topic=\"open-standards scalability supplier-independence\">Toàn bộ hệ thống do một hãng cung cấp.</statement></integration>"
    ),
    (
      "C-ARC-02",
      "<architecture coverage=\"complete\">\(["L6-USR", "L5-APP", "L4-DSS", "L3-CMP", "L2-NET", "L1-SEN"].map { "<layer reference=\"\($0)\">Tầng</layer>" }.joined())</architecture>"
    ),
    (
      "C-SEC-05",
      "<security coverage=\"complete\"><statement topic=\"personal-data-protection\">B¶o vÖ d÷ liÖu c¸ nh©n theo quy ®Þnh cña ph¸p luËt.</statement></security>"
    ),
    (
      "C-INT-03",
      "<integration coverage=\"complete\">\(["provincial-sharing-platform", "national-sharing-platform", "national-data-centre"].map { "<link platform=\"\($0)\" status=\"existing\">Kết nối với các hệ thống.</link>" }.joined())</integration>"
    ),
    (
      "C-INT-04",
      "<integration coverage=\"complete\"><statement topic=\"compulsory-data-sharing\" by=\"2026-12-31\">Chia sẻ dữ liệu bắt buộc với Trung tâm dữ liệu quốc gia trong năm 2031.</statement></integration>"
    ),
    (
      "C-950-P20-7",
      "<training coverage=\"complete\"><training-target audience=\"departments\" share=\"100\">Đào tạo 5% cán bộ các sở, ngành.</training-target><training-target audience=\"city-committee\" share=\"100\">Đào tạo 5% cán bộ UBND thành phố.</training-target></training>"
    ),
    (
      "C-GOV-04",
      "<participation coverage=\"complete\">\(["experts", "enterprises", "institutes", "universities"].map { "<participant type=\"\($0)\">Các bên liên quan</participant>" }.joined())</participation>"
    ),
  ]

  @Test(arguments: cheats.indices)
  func `a label beside words that do not say it meets nothing`(number: Int) throws {
    let cheat = Self.cheats[number]
    let text = """
      <master-plan xmlns="\(MasterPlan.namespace)" coverage="complete">
        <identity coverage="complete" kind="scheme" stage="draft"><title>Đề án phát triển đô thị thông minh</title>
        <period from="2018" to="2030"/></identity>
        <city coverage="complete" level="centrally-run-city"><name>thành phố Bình Lam</name></city>
        \(cheat.sections)
      </master-plan>
      """
    let finding = try #require(
      try Self.findings(text).first { $0.criterion.id == cheat.criterion })
    #expect(finding.verdict != .met, "\(cheat.criterion): \(finding.evidence.map(\.excerpt))")
    #expect(!finding.parts.isEmpty || finding.verdict == .notApplicable)
  }

  @Test func `the sentence that meets a criterion is quoted, and a missing label named`() throws {
    let text = try Self.text("binh-lam-draft").replacing(
      "</principles>",
      with:
        "<statement>Mở đầu. Dịch vụ số lấy người dùng làm trung tâm, dễ tiếp cận với mọi người, kể cả người cao tuổi. Kết thúc.</statement></principles>"
    )
    let finding = try #require(try Self.findings(text).first { $0.criterion.id == "C-PRI-04" })
    let evidence = try #require(finding.evidence.first)
    #expect(finding.verdict == .met && evidence.isUnlabelled)
    #expect(
      evidence.excerpt
        == "Dịch vụ số lấy người dùng làm trung tâm, dễ tiếp cận với mọi người, kể cả người cao tuổi.")
  }

  @Test func `what is only claimed is named with its words and with a text that would show it`() throws {
    let text = try Self.text("binh-lam-draft").replacing(
      "</principles>",
      with:
        "<statement topic=\"inclusive-services user-centred-services elderly-access\">Quan tâm mọi mặt.</statement></principles>"
    )
    let finding = try #require(try Self.findings(text).first { $0.criterion.id == "C-PRI-04" })
    #expect(finding.verdict == .unknown)
    guard case .onlyClaimed(let claims) = try #require(finding.parts.first).reason else {
      Issue.record("\(finding.parts.map(\.reason))")
      return
    }
    #expect(claims.map(\.words) == ["Quan tâm mọi mặt."] && claims.allSatisfy { $0.sample != nil })
    #expect(claims.map(\.why) == [.notSaid])
  }
}
