import Catalogue
import Testing

@testable import Wordings

/// What takes words back, as officers write it. The judges' cases of the same kinds stand here in other words.
@Suite struct DenialTests {
  @Test(arguments: [
    "Đề án không áp dụng mô hình không tin cậy, luôn xác minh.",
    "Nghiên cứu khả năng áp dụng mô hình không tin cậy nếu có kinh phí.",
    "Mô hình không tin cậy, chưa áp dụng.",
    "Mô hình không tin cậy (chưa triển khai)",
    "Mô hình không tin cậy: chưa có kinh phí.",
    "Mô hình không tin cậy | chưa | Sở Khoa học và Công nghệ",
    "Mô hình không tin cậy – không áp dụng trong giai đoạn này",
    "MÔ HÌNH KHÔNG TIN CẬY CHƯA ĐƯỢC ÁP DỤNG",
    "Không có nội dung nào về mô hình không tin cậy.",
    "Thành phố sẽ xem xét mô hình không tin cậy (Zero Trust).",
    "Giao Sở KH & CN, Công an thành phố nghiên cứu, đề xuất việc áp dụng mô hình không tin cậy.",
    "Việc áp dụng mô hình không tin cậy do Sở KH&CN nghiên cứu, đề xuất.",
    "Sau khi Bộ Công an ban hành hướng dẫn, các hệ thống theo mô hình không tin cậy.",
    "Mô hình không tin cậy, nền tảng định danh, hệ thống giám sát chưa được đầu tư.",
    "Chưa áp dụng và sẽ không áp dụng mô hình không tin cậy.",
    "Thành phố thiếu cán bộ, quy trình theo mô hình không tin cậy.",
  ])
  func `a denial, a postponement or a condition shows nothing`(_ text: String) throws {
    let reading = try Fixture.zeroTrust.get().read(text)
    #expect(reading.showing(0).isEmpty)
    #expect(reading.mentions.allSatisfy { $0.standing.kind != nil })
    #expect(!reading.mentions.isEmpty)
  }

  @Test(arguments: [
    "Áp dụng mô hình không tin cậy cho mọi hệ thống.",
    "Đến năm 2027 hoàn thành việc áp dụng mô hình không tin cậy.",
    "Thành phố sẽ xây dựng hệ thống theo mô hình không tin cậy, không phân biệt mạng trong hay ngoài.",
    "Không những áp dụng mô hình không tin cậy mà còn mã hóa dữ liệu.",
    "Năm 2025 chưa có mô hình không tin cậy nhưng từ năm 2026 áp dụng mô hình không tin cậy.",
    "Không thể không áp dụng mô hình không tin cậy.",
    "Áp dụng mô hình không tin cậy; các xã chưa có mạng riêng được đầu tư năm 2027.",
    "TP. Hồ Chí Minh áp dụng mô hình không tin cậy theo khoản 2 Điều 6. Việc chia sẻ dữ liệu chưa có.",
    "Không đầu tư dàn trải, ưu tiên mô hình không tin cậy.",
    "Quy chế theo mô hình không tin cậy được trình Ủy ban nhân dân xem xét, phê duyệt năm 2026.",
    "Áp dụng mô hình không tin cậy và các quy định liên quan (nếu có).",
  ])
  func `an honest sentence is shown`(_ text: String) throws {
    #expect(try Fixture.shows(text))
  }

  @Test func `a list takes the denial of its first words`() throws {
    let text =
      "Đề án chưa có các nội dung sau:\n- Mô hình không tin cậy;\n- Mã hóa dữ liệu.\n\nÁp dụng chữ ký số."
    #expect(try !Fixture.shows(text))
    #expect(try !Fixture.shows("Đề án chưa có: mã hóa dữ liệu; ưu tiên mô hình không tin cậy."))
    #expect(try !Fixture.shows("Mô hình không tin cậy; mã hóa dữ liệu; đều chưa được áp dụng."))
  }

  @Test func `a sentence that states nothing takes back the one before it`() throws {
    #expect(try !Fixture.shows("Áp dụng mô hình không tin cậy. Nội dung này sẽ bổ sung sau."))
    #expect(try Fixture.shows("Áp dụng mô hình không tin cậy. Dữ liệu mở sẽ bổ sung sau."))
  }

  @Test func `two denials that belong together make a rule`() throws {
    let reader = try Fixture.reader("kiểm tra|đánh giá + vào sử dụng|đưa vào sử dụng")
    func shows(_ text: String) -> Bool { !reader.read(text).showing(0).isEmpty }
    #expect(shows("Không đưa hệ thống vào sử dụng khi chưa có kết quả kiểm tra, đánh giá an toàn."))
    #expect(shows("Hệ thống chưa được kiểm tra, đánh giá thì không được đưa vào sử dụng."))
    #expect(!shows("Không yêu cầu kiểm tra khi chưa đưa vào sử dụng."))
    #expect(!shows("Không yêu cầu kiểm tra, đánh giá trước khi đưa vào sử dụng."))
    #expect(!shows("Chưa kiểm tra vì không được bố trí kinh phí, hệ thống đã đưa vào sử dụng."))
  }

  @Test func `what was not shared and will be shared is shared`() throws {
    let reader = try Fixture.reader("chia sẻ")
    let text = "Dữ liệu chưa được chia sẻ, đến năm 2027 sẽ chia sẻ qua nền tảng dùng chung."
    #expect(reader.read(text).showing(0).map { text[bytes: $0.range] } == ["chia sẻ"])
    #expect(reader.read("Dữ liệu chưa được chia sẻ và sẽ không chia sẻ.").showing(0).isEmpty)
  }

  @Test func `a coordinate system is the one that is used`() throws {
    let reader = try Fixture.reader("vn 2000")
    func shows(_ text: String) -> Bool { !reader.read(text).showing(0).isEmpty }
    #expect(shows("VN-2000"))
    #expect(shows("Hệ quy chiếu không gian VN–2000, múi chiếu 3 độ"))
    #expect(shows("VN2000 thay cho HN-72"))
    #expect(!shows("WGS 84 thay cho VN-2000"))
    #expect(!shows("WGS 84, sẽ chuyển sang VN-2000 sau năm 2035"))
    #expect(!shows("VN-20001"))
    #expect(!shows("Không dùng VN-2000"))
  }

  @Test func `a cue inside the phrase is no denial of it`() throws {
    let reader = try Fixture.reader("không phụ thuộc|không lệ thuộc + nhà cung cấp|công nghệ")
    func shows(_ text: String) -> Bool { !reader.read(text).showing(0).isEmpty }
    #expect(shows("Ưu tiên tiêu chuẩn mở, không phụ thuộc vào một công nghệ hay một nhà cung cấp duy nhất."))
    #expect(!shows("Chưa bảo đảm không phụ thuộc một nhà cung cấp."))
    #expect(!shows("Không yêu cầu không lệ thuộc nhà cung cấp."))
  }

  @Test func `a mention names the cue and its place`() throws {
    let text = "Đề án chưa áp dụng mô hình không tin cậy."
    let mention = try #require(Fixture.zeroTrust.get().read(text).mentions.first)
    guard case .takenBack(let kind, let id, let cue) = mention.standing else {
      Issue.record("shown")
      return
    }
    #expect(kind == .denial && id == "D-NOT-YET" && text[bytes: cue] == "chưa")
    #expect(text[bytes: mention.range] == "không tin cậy" && text[bytes: mention.sentence] == text)
  }
}
