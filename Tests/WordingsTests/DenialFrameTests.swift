import Catalogue
import Testing

@testable import Wordings

/// Every sentence that a wording accepts, put into frames that take it back and into frames that leave it standing.
@Suite struct DenialFrameTests {
  /// What takes back: `%@` is the sentence, `%l` the same with a small letter at its beginning.
  private static let denying = [
    "Chưa %l.", "Không %l.", "Đề án chưa %l.", "Thành phố không %l.", "Chưa có nội dung %l.",
    "Không yêu cầu %l.", "Chưa triển khai: %l.", "Sẽ xem xét %l.", "Nghiên cứu khả năng %l.",
    "Khi có hướng dẫn, %l.", "Chưa quy định việc %l.", "Đề án không đặt ra việc %l.",
    "Việc %l chưa được thực hiện.", "Việc %l không được đặt ra.", "Việc %l sẽ xem xét sau.",
    "Việc %l để giai đoạn sau.", "Việc %l chưa được đặt ra trong giai đoạn này.",
    "Nội dung %l chưa được đề cập.", "Nội dung “%@” chưa được quy định.",
    "Các nội dung: %l đều chưa được thực hiện.", "Các việc %l và tổ chức hội nghị chưa được thực hiện.",
    "Việc %l, tổ chức hội nghị và lập báo cáo chưa được thực hiện.",
    "%@ nếu có kinh phí.", "%@: chưa có.", "%@ (chưa thực hiện).", "%@, chưa thực hiện.",
    "%@ – đến nay chưa thực hiện.", "%@, tuy nhiên chưa thực hiện.",
    "%@ nhưng đến nay chưa được triển khai.", "%@, song việc này chưa được thực hiện.",
    "%@. Nội dung này chưa được thực hiện.", "%@. Tuy nhiên, việc này chưa được thực hiện.",
    "%@. Các nội dung trên sẽ xem xét sau.", "%@. Đến nay chưa thực hiện.",
    "%@; tổ chức hội nghị; đều chưa được thực hiện.",
    "Các việc sau chưa được thực hiện: %l; tổ chức hội nghị.", "Chưa %l và tổ chức hội nghị.",
    "Chưa %l, tổ chức hội nghị và lập báo cáo.",
  ]

  private static let leaving = [
    "%@.", "%@; trụ sở mới chưa được xây dựng.", "%@. Trụ sở mới chưa được xây dựng.",
    "%@.\nTrụ sở mới sẽ xem xét sau.", "- %@\n- Trụ sở mới: chưa có",
  ]

  /// Sentences of one part. A semicolon, a table or a "nhưng" inside makes several of them, of which a frame reaches one.
  private static func sentences(of wording: Wording) -> [String] {
    wording.accepts.map { text in
      var scalars = text.unicodeScalars[...]
      while let last = scalars.last, last == "." || last == " " { scalars = scalars.dropLast() }
      return scalars.split { $0.properties.isWhitespace }.map { String($0) }.joined(separator: " ")
    }.filter { text in
      !text.unicodeScalars.contains { $0 == ";" || $0 == "|" }
        && !text.split(separator: " ").contains {
          ["nhưng", "chỉ", "Chỉ", "trái", "1.", "(DR)"].contains($0)
        }
    }
  }

  private static func small(_ text: String) -> String {
    let word = text.split(separator: " ", maxSplits: 1)[0].unicodeScalars.dropFirst()
    guard word.allSatisfy({ $0.properties.isLowercase }) else { return text }
    return text.prefix(1).lowercased() + text.dropFirst()
  }

  private static func texts(_ frames: [String], _ sentence: String) -> [String] {
    frames.map { $0.replacing("%@", with: sentence).replacing("%l", with: small(sentence)) }
  }

  @Test func `no sentence of any wording is shown where a frame takes it back`() throws {
    let collection = try Fixture.national.get()
    let reader = StatementReader(collection)
    var (count, wrong) = (0, [String]())
    for (number, wording) in collection.wordings.enumerated() {
      for sentence in Self.sentences(of: wording) {
        for text in Self.texts(Self.denying, sentence) {
          count += 1
          if !reader.read(text).showing(number).isEmpty { wrong.append("\(wording.token): \(text)") }
        }
      }
    }
    #expect(count > 30_000)
    #expect(wrong == [])
  }

  @Test func `every sentence of every wording stands beside the denial of something else`() throws {
    let collection = try Fixture.national.get()
    let reader = StatementReader(collection)
    var wrong: [String] = []
    for (number, wording) in collection.wordings.enumerated() {
      for sentence in Self.sentences(of: wording) {
        for text in Self.texts(Self.leaving, sentence) where reader.read(text).showing(number).isEmpty {
          wrong.append("\(wording.token): \(text)")
        }
      }
    }
    #expect(wrong == [])
  }

  @Test(arguments: [
    "Mô hình không tin cậy được áp dụng, trung tâm dữ liệu chưa được đầu tư.",
    "Áp dụng mô hình không tin cậy tại các xã chưa có mạng riêng.",
    "Việc áp dụng mô hình không tin cậy do Sở chủ trì, các xã không kết nối trực tiếp với nhau.",
    "Áp dụng mô hình không tin cậy nhưng chưa đồng bộ giữa các sở.",
    "Công tác bảo vệ theo mô hình không tin cậy, không phân biệt mạng trong hay ngoài.",
  ])
  func `a denial of what stands beside it takes nothing back`(_ text: String) throws {
    #expect(try Fixture.shows(text))
  }

  @Test func `a denial that may speak of the last words alone surely takes back nothing`() throws {
    let reader = try Fixture.zeroTrust.get()
    func isWhole(_ text: String) -> Bool? { reader.read(text).mentions.first?.isWhole }
    #expect(isWhole("Mô hình không tin cậy chưa được áp dụng.") == true)
    #expect(isWhole("Áp dụng mô hình không tin cậy nếu có kinh phí.") == true)
    #expect(isWhole("Áp dụng mô hình không tin cậy từ năm 2027 và mở rộng nếu có kinh phí.") == false)
    #expect(
      isWhole("Việc mô hình không tin cậy được áp dụng, dữ liệu mở chưa được thực hiện.") == false)
  }
}
