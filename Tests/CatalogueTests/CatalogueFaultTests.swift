import Source
import TestSupport
import Testing
import XML

@testable import Catalogue

/// A catalogue whose entries do not hold together is refused, naming the entry.
@Suite struct CatalogueFaultTests {
  private static let edition =
    "<edition number=\"1\" date=\"2026-01-01\"><title lang=\"vi\">A</title><title lang=\"en\">A</title></edition>"
  private static let provenance = "<provenance mark=\"verified\" tier=\"A\" read=\"2026-01-01\"/>"

  private func fault(_ parts: String...) -> CatalogueFault? {
    load(parts)?.fault
  }

  private func load(_ parts: [String]) -> Refusal? {
    do {
      let files = try parts.enumerated().map { index, part in
        Catalogue.File(
          name: "\(index).xml",
          text: try SourceText(
            name: "\(index).xml",
            stored: Array("<catalogue xmlns=\"urn:khung:catalogue:1\">\(part)</catalogue>".utf8)))
      }
      _ = try Catalogue.load(files, schema: Repository.catalogueSchema.get())
      return nil
    } catch {
      return error as? Refusal
    }
  }

  private func instrument(_ id: String, _ attributes: String = "", _ content: String = "") -> String {
    "<instruments><instrument id=\"\(id)\" kind=\"decree\" binding=\"binding\" \(attributes)>\(content)\(Self.provenance)</instrument></instruments>"
  }

  private func criterion(_ basis: String, force: String = "mandatory") -> String {
    """
    <criteria><group id="g"><title lang="vi">G</title><title lang="en">G</title></group>
    <criterion id="C-1" force="\(force)" group="g"><title lang="vi">T</title><title lang="en">T</title>\(basis)
    <duty-subject>plan</duty-subject><plan-statement lang="vi">S</plan-statement>
    <plan-statement lang="en">S</plan-statement><phase/>\(Self.provenance)</criterion></criteria>
    """
  }

  private func sound(_ more: [String]) -> [String] {
    [Self.edition, instrument("ND-1"), criterion("<basis instrument=\"ND-1\" force=\"mandatory\"/>")] + more
  }

  @Test func `a sound catalogue has no fault`() {
    #expect(load(sound([])) == nil)
  }

  @Test func `no file, no edition and no criterion are faults`() {
    #expect(fault() == .noFiles)
    #expect(fault(instrument("ND-1")) == .noEdition)
    #expect(fault(Self.edition) == .noCriteria)
    #expect(load(sound([Self.edition]))?.fault == .repeatedEdition)
  }

  @Test func `one id for two entries in two files is a fault that names both places`() {
    let found = load(sound([instrument("ND-1")]))
    #expect(found?.entry == "ND-1" && found?.source == "3.xml")
    #expect(found?.fault == .repeatedID(first: "1.xml:1"))
  }

  @Test func `an edge to nowhere is a fault`() {
    #expect(
      load(sound([instrument("ND-2", "", "<replaces ref=\"ND-9\"/>")]))?.fault
        == .danglingReference(to: "ND-9", expected: "instrument"))
    #expect(
      fault(
        Self.edition, instrument("ND-1"),
        criterion("<basis instrument=\"ND-1\" provision=\"ND-1.D1\" force=\"mandatory\"/>"))
        == .danglingReference(to: "ND-1.D1", expected: "provision"))
  }

  @Test func `replacements that run in a circle are a fault`() {
    let circle = [
      instrument("ND-2", "", "<replaced-by ref=\"ND-3\"/>"),
      instrument("ND-3", "", "<replaced-by ref=\"ND-2\"/>"),
    ]
    #expect(load(sound(circle))?.fault == .replacementCycle(["ND-2", "ND-3", "ND-2"]))
  }

  @Test func `an interval that ends before it starts is a fault`() {
    let inverted = instrument("ND-2", "effective-from=\"2026-01-01\" effective-to=\"2025-01-01\"")
    #expect(load(sound([inverted]))?.fault == .endsBeforeItStarts)
  }

  @Test func `a force that no basis gives is a fault`() {
    #expect(
      fault(Self.edition, instrument("ND-1"), criterion("<basis instrument=\"ND-1\" force=\"recommended\"/>"))
        == .forceDiffersFromBases)
  }
}

extension Refusal {
  fileprivate var fault: CatalogueFault? { cause as? CatalogueFault }
}
