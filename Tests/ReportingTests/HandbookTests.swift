import Editing
import Foundation
import Phrasing
import TestSupport
import Testing

@testable import Catalogue
@testable import Reporting

/// The pages of `Documentation/` that are written from the catalogue and the rules; `make docs` writes
/// them anew.
@Suite struct HandbookTests {
  @Test(arguments: Language.allCases)
  func `the pages are what the catalogue and the rules say`(language: Language) throws {
    let phrasing = try Phrasing(
      language, catalogue: Repository.catalogue.get(), vocabulary: Repository.vocabulary.get())
    for page in Handbook(phrasing).pages() {
      let file = Repository.root.appending(path: "Documentation/\(page.path)")
      #expect(try page.text == String(contentsOf: file, encoding: .utf8), "\(page.path): run make docs")
    }
  }
}
