import Catalogue

/// Whether the decision of a province binds where the plan is of: in that province. A plan that says that it is of
/// another place does not rest on it; a city that names no province may lie anywhere.
enum LocalBasisAsXPath {
  /// What an issuer is called besides its place, folded.
  private static let bodies = ["ubnd ", "uy ban nhan dan ", "hđnd ", "hoi đong nhan dan "]
  /// The kinds of places that stand before a name or not, folded.
  private static let kinds = [
    "", "thanh pho truc thuoc trung uong ", "thanh pho ", "tinh ", "tp ", "đac khu ", "thi xa ",
  ]
  /// The one place whose name is mostly printed short.
  private static let short = ["ho chi minh": ["hcm", "tphcm"]]

  /// - Parameter instrument: one that a basis names.
  static func binds(_ instrument: Instrument?) -> XPathTest {
    guard let instrument, instrument.binding == "local", let issuer = instrument.issuer else { return .yes }
    let place = without(kinds.dropFirst(), without(bodies, PrintFolding.fold(issuer)))
    let names = kinds.map { $0 + place } + (short[place] ?? []).flatMap { name in kinds.map { $0 + name } }
    let city = XPath.section("city")
    let printed = "normalize-space(translate(.,$from,$to))"
    let isMeant = names.map { "\(printed)=\(XPath.quoted($0))" }.joined(separator: " or ")
    let isThere = XPathTest.expression(
      "boolean((\(city)/p:province|\(city)/p:name|\(city)/p:former-name)[\(isMeant)])")
    let level = "normalize-space(\(city)/@level)"
    let isNamed = XPathTest.expression(
      "(boolean(\(city)/p:province) or \(level)='province' or \(level)='centrally-run-city')")
    return isThere || !isNamed
  }

  private static func without(_ heads: some Sequence<String>, _ text: String) -> String {
    let text = text.split(separator: " ").joined(separator: " ")
    guard let head = heads.first(where: { text.utf8.starts(with: $0.utf8) }) else { return text }
    return String(text.unicodeScalars.dropFirst(head.unicodeScalars.count))
  }
}
