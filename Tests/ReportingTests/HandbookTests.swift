import Editing
import Foundation
import Languages
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

  /// The table for the ministry: nothing of the decree is passed over in silence.
  @Test func `every provision of an instrument with a table has a criterion or a reason, and never both`()
    throws
  {
    let catalogue = try Repository.catalogue.get()
    let instruments = catalogue.instruments.filter { !$0.withoutCriterion.isEmpty }
    #expect(instruments.map(\.id) == ["ND-269-2025"])
    for instrument in instruments {
      let covered = Set(catalogue.criteria.flatMap(\.bases).compactMap(\.provision))
      let reasoned = instrument.withoutCriterion.compactMap(\.provision)
      for provision in instrument.provisions {
        let reasons = reasoned.count { $0 == provision.id }
        #expect(covered.contains(provision.id) ? reasons == 0 : reasons == 1, "\(provision.id)")
      }
      #expect(instrument.withoutCriterion.allSatisfy { ($0.provision == nil) != ($0.articles == nil) })
      let rows = try Handbook(
        Phrasing(.vietnamese, catalogue: catalogue, vocabulary: Repository.vocabulary.get())
      ).pages().first { $0.path == "vi/coverage.md" }
      let text = try #require(rows).text
      for criterion in catalogue.criteria
      where criterion.bases.contains(where: { $0.instrument == instrument.id && $0.provision != nil }) {
        #expect(text.contains("\(criterion.id) ("), "\(criterion.id)")
      }
    }
  }
}
