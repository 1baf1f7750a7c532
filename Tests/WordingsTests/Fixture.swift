import Catalogue
import Foundation
import Source
import TestSupport
import XML

@testable import Wordings

/// The denials of `Standards/`, with wordings as a test needs them.
enum Fixture {
  static let denials = Result {
    try collection(Repository.root.appending(path: "Standards/wordings/denials.xml"))
  }

  /// All wordings and denials of `Standards/`.
  static let national = Result {
    let files = try Repository.files(below: "Standards/wordings", withExtension: "xml").map { path in
      Catalogue.File(
        name: "wordings/" + path.split(separator: "/").suffix(1).joined(),
        text: try Repository.source(path))
    }
    return try Catalogue.wordings(among: files, schema: Repository.catalogueSchema.get())
  }

  static func collection(_ file: URL) throws -> WordingCollection {
    let text = try SourceText(name: file.lastPathComponent, stored: Array(Data(contentsOf: file)))
    let schema = try Repository.catalogueSchema.get()
    return try Catalogue.wordings(
      among: [Catalogue.File(name: "wordings/" + file.lastPathComponent, text: text)],
      schema: schema)
  }

  /// A reader of wordings that are written as `part + part; another way`, alternatives parted by `|`.
  static func reader(_ wordings: String..., unless: [String] = []) throws -> StatementReader {
    let collection = try denials.get()
    return StatementReader(
      collection.with(
        wordings: wordings.map { text in
          Wording(
            list: "topic", token: "test",
            ways: text.components(separatedBy: "; ").map { way in
              Wording.Way(
                says: way.components(separatedBy: " + ").map { $0.components(separatedBy: "|") })
            }, unless: unless, origin: Origin(file: "test", line: 1))
        }))
  }

  static let zeroTrust = Result {
    try reader("không tin cậy|zero trust; xác minh|xác thực + mọi truy cập|mọi kết nối")
  }

  static func shows(_ text: String, lines: LineBreaks = .cut) throws -> Bool {
    try !zeroTrust.get().read(text, lines: lines).showing(0).isEmpty
  }
}

extension StatementReading.Standing {
  var kind: Denial.Kind? {
    if case .takenBack(let kind, _, _) = self { kind } else { nil }
  }
}

extension String {
  /// The words that a range of bytes means.
  subscript(bytes range: Range<Int>) -> String { String(decoding: Array(utf8)[range], as: UTF8.self) }
}
