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
      + ["answers", "catalogue", "master-plan", "profile", "waivers"].map { "Schemas/\($0).xsd" }
    let templates = [
      "Templates/difference.html", "Templates/gap-report.html", "Templates/review.html", "Data/provinces.tsv",
    ]
    #expect(Set(embedded.keys) == Set(files + templates))
    for file in files {
      #expect(try embedded[file] == Data(contentsOf: Repository.root.appending(path: file)), "\(file)")
    }
  }
}
