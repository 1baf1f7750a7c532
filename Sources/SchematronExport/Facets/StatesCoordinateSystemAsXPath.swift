import Catalogue

extension StatesCoordinateSystem: FacetAsXPath {
  /// The name as whole words, in one word or two; what is said before and after it takes it back.
  func part(in export: FacetsAsXPath) -> PartAsXPath {
    let parted = PrintFolding.words(system).joined(separator: " ")
    let joined = PrintFolding.words(system).joined()
    let used = XPathTest.any(Set([parted, joined]).sorted().map(isUsed))
    let test = "boolean(@coordinate-system[\(used.text)])"
    return export.found(
      export.items("spatial-data", in: "data", XPath.given("@coordinate-system")) + "[\(test)]", in: ["data"])
  }

  private func isUsed(_ form: String) -> XPathTest {
    let print = PrintXPath.words
    let before = "concat(substring-before(\(print),' \(form) '),' ')"
    let after = "concat(' ',substring-after(\(print),' \(form) '))"
    func has(_ text: String, _ words: [String]) -> XPathTest {
      .any(words.map { .expression("contains(\(text),' \($0) ')") })
    }
    func denies(_ text: String) -> XPathTest {
      has(text, ["chua", "not", "without"]) || has(text, ["khong"]) && !has(text, ["khong gian"])
    }
    let others = has(before, ["wgs", "wgs84", "hn", "hn72", "utm", "itrf"])
    return .all([
      has(print, [form]), !denies(before), !has(before, ["thay", "ngoai", "tru", "bo", "instead"]),
      !(others && has(before, ["chuyen", "tu", "se"])), !denies(after),
      !.expression("starts-with(\(after),' sau ')"),
    ])
  }
}
