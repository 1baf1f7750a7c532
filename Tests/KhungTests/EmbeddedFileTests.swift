import EmbeddedFiles
import Foundation
import TestSupport
import Testing

@Suite struct EmbeddedFileTests {
  private let embedded = Dictionary(
    uniqueKeysWithValues: (0..<khung_embedded_file_count).map { index in
      let file = khung_embedded_file_at(index)
      return (String(cString: file.name), Data(UnsafeBufferPointer(start: file.bytes, count: file.size)))
    })

  @Test func `every file of the catalogue is embedded, as it is`() throws {
    let files =
      Repository.files(below: "Standards", withExtension: "xml")
      + Repository.files(below: "Schemas", withExtension: "xsd")
    let own = ["Data", "Entries", "Pages", "Words"].flatMap { folder in
      ["html", "tsv", "xml"].flatMap {
        Repository.files(below: "Sources/BuiltIn/\(folder)", withExtension: $0)
      }
    }
    let below = "Sources/BuiltIn/"
    let names = Dictionary(
      uniqueKeysWithValues: files.map { ($0, $0) } + own.map { (String($0.dropFirst(below.count)), $0) })
    #expect(Set(embedded.keys) == Set(names.keys), "make embedded writes the list anew")
    for (name, path) in names {
      #expect(try embedded[name] == Data(contentsOf: Repository.root.appending(path: path)), "\(name)")
    }
  }
}
