import Catalogue
import Foundation
import Testing

@testable import Wordings

@Suite struct CatalogueExampleTests {
  @Test func `every denial accepts and rejects what it says`() throws {
    let faults = ExampleProof.faultsOfDenials(in: try Fixture.denials.get())
    #expect(faults.map { "\($0.entry) \($0.isAccepting): \($0.text)" } == [])
  }

  @Test func `every denial has examples of its own that fail without it`() throws {
    let collection = try Fixture.denials.get()
    for denial in collection.denials {
      let without = WordingCollection(
        denials: collection.denials.map { $0.id == denial.id ? $0.withoutCues : $0 },
        clauseWords: collection.clauseWords, doubleDenials: collection.doubleDenials)
      #expect(
        ExampleProof.faultsOfDenials(in: without).contains { $0.entry == denial.id && $0.isAccepting },
        "\(denial.id)")
    }
  }

  @Test(arguments: [
    "Đề án chưa có nội dung: %@", "Không áp dụng nội dung sau: %@", "Thành phố sẽ xem xét việc %@",
    "Nếu có kinh phí, %@", "%@ nếu có kinh phí.", "%@: chưa thực hiện.", "%@ (chưa triển khai).",
    "%@. Nội dung này sẽ bổ sung sau.", "Giao Sở Xây dựng nghiên cứu, đề xuất %@",
    "%@, khi có hướng dẫn của Bộ.",
    "%@ [điền nội dung].",
  ])
  func `a denial before or behind a sentence that shows is never shown`(_ frame: String) throws {
    let reader = try Fixture.zeroTrust.get()
    for sentence in [
      "áp dụng mô hình không tin cậy", "xác thực, kiểm tra mọi truy cập vào hệ thống",
      "hệ thống theo Zero Trust",
      "mọi kết nối, kể cả trong mạng nội bộ, đều được xác minh",
    ] {
      #expect(try Fixture.shows(sentence))
      let text = frame.replacing("%@", with: sentence)
      #expect(reader.read(text).showing(0).isEmpty, "\(text)")
    }
  }

  @Test func `every wording of the catalogue accepts and rejects what it says`() throws {
    let collection = try Fixture.national.get()
    #expect(collection.wordings.count == 258)
    let faults = ExampleProof.faultsOfWordings(in: collection)
    #expect(faults.map { "\($0.entry) \($0.isAccepting ? "accepts" : "rejects"): \($0.text)" } == [])
  }
}

extension Denial {
  fileprivate var withoutCues: Denial {
    Denial(
      id: id, kind: kind, cues: [], exceptions: exceptions, accepts: accepts, rejects: rejects, origin: origin
    )
  }
}
