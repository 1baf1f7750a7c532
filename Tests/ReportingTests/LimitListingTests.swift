import Foundation
import Reporting
import Source
import TestSupport
import Testing

/// Every bound of the program is listed, with its words in both languages.
@Suite struct LimitListingTests {
  private static func table() throws -> SourceText {
    try Repository.source("Sources/BuiltIn/Data/limits.tsv")
  }

  @Test func `the list names every bound of the structs, in their order, with its value`() {
    let limits = Limits()
    let declared = Mirror(reflecting: limits).children.flatMap { group in
      Mirror(reflecting: group.value).children.map { bound in
        let value = (bound.value as? Int) ?? (bound.value as? Double).map { Int(($0 * 1000).rounded()) }
        return "\(group.label ?? "").\(bound.label ?? "") \(value ?? -1)"
      }
    }
    #expect(declared == limits.bounds.map { "\($0.name) \($0.value)" })
  }

  @Test func `a bound that is changed is listed as it is`() {
    var limits = Limits()
    limits.input.depth = 7
    limits.input.patience = 1.5
    #expect(limits.bounds.first { $0.name == "input.depth" }?.value == 7)
    #expect(limits.bounds.first { $0.name == "input.patience" }?.value == 1500)
  }

  @Test func `the table has a row for each bound and for nothing else, and words in every cell`() throws {
    let rows = try LimitListing.rows(of: Self.table())
    #expect(rows.map(\.name) == ["name"] + Limits().bounds.map(\.name))
    for (name, cells) in rows {
      #expect(cells.allSatisfy { !$0.trimmingCharacters(in: .whitespaces).isEmpty }, "\(name)")
      // What a bound protects is said in words of each language, and not copied.
      for pair in 1..<4 { #expect(cells[2 * pair] != cells[2 * pair + 1], "\(name)") }
    }
  }

  @Test func `the text says value, protection and consequence; the data gives the number`() throws {
    let english = try LimitListing(words: Self.table(), .english)
    #expect(
      english.text(width: 200).hasPrefix(
        """
        input.bytes: 64 MiB (67,108,864 bytes)
          Size of one input
          Protects: memory: the whole file is read into it
          When met: the file is refused: it is too large, leave attachments out

        """))
    #expect(english.text(width: 200).contains("input.patience: 0.6 seconds\n"))
    let vietnamese = try LimitListing(words: Self.table(), .vietnamese)
    #expect(vietnamese.text(width: 200).contains("input.patience: 0,6 giây\n"))
    let data = try JSONSerialization.jsonObject(with: Data(english.json.utf8)) as? [String: Any]
    let limits = try #require(data?["limits"] as? [[String: Any]])
    #expect(limits.count == Limits().bounds.count)
    #expect(limits[0]["value"] as? Int == 64 << 20 && limits[0]["unit"] as? String == "bytes")
  }
}
