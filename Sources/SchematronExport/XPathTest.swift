/// A boolean of XPath 1.0, folded where its value is known when the catalogue is exported: what the
/// as-of date decides leaves no trace in the schema.
enum XPathTest: Sendable, Hashable {
  case constant(Bool)
  case expression(String)

  static let yes = XPathTest.constant(true)
  static let no = XPathTest.constant(false)

  /// The test as an XPath expression.
  var text: String {
    switch self {
    case .constant(let value): value ? "true()" : "false()"
    case .expression(let text): text
    }
  }

  static prefix func ! (test: XPathTest) -> XPathTest {
    switch test {
    case .constant(let value): .constant(!value)
    case .expression(let text): .expression("not(\(text))")
    }
  }

  static func && (left: XPathTest, right: XPathTest) -> XPathTest { all([left, right]) }

  static func || (left: XPathTest, right: XPathTest) -> XPathTest { any([left, right]) }

  static func all(_ tests: [XPathTest]) -> XPathTest { joined(tests, by: " and ", neutral: true) }

  static func any(_ tests: [XPathTest]) -> XPathTest { joined(tests, by: " or ", neutral: false) }

  private static func joined(_ tests: [XPathTest], by word: String, neutral: Bool) -> XPathTest {
    var parts: [String] = []
    for test in tests {
      switch test {
      case .constant(let value):
        if value != neutral { return .constant(!neutral) }
      case .expression(let text): parts.append(text)
      }
    }
    guard let first = parts.first else { return .constant(neutral) }
    return .expression(parts.count == 1 ? first : "(" + parts.joined(separator: word) + ")")
  }
}

/// Pieces of XPath 1.0 that several exporters write.
enum XPath {
  /// An empty node set.
  static let nothing = "/.."

  /// The text of an item as the plan reader has it: its own, or that of its name.
  private static let ownText = "self::*[not(*)]|p:name[1]"

  /// The item has no words of its own, or a person wrote them: at least two letters, no placeholder in
  /// square brackets left from a template, and not a word that says that there is nothing.
  static let filledIn = "(normalize-space(\(ownText))='' or (\(isSaid(ownText)) and \(hasLetters(ownText))))"

  /// The same, or words beside the brackets.
  static let written =
    "(\(filledIn) or string-length(translate(normalize-space(concat(substring-before(\(bare),'['),"
    + "substring-after(\(bare),']'))),concat('0123456789',\(signs)),''))>=2)"
  private static let bare = "string(\(ownText))"

  /// The attribute is neither empty nor a placeholder, and does not say that there is nothing.
  static func given(_ attribute: String) -> String {
    "(normalize-space(\(attribute))!='' and \(isSaid(attribute)))"
  }

  /// The attribute is a value, which may say that there is nothing yet.
  static func isValue(_ attribute: String) -> String {
    "(translate(normalize-space(\(attribute)),\(signs),'')!='' and not(\(isPlaceholder(attribute))))"
  }

  private static func isSaid(_ text: String) -> String {
    let words = String.wordsForNothing.sorted().map { PrintFolding.fold($0) }.joined(separator: "|")
    let folded = "normalize-space(translate(translate(\(text),$from,$to),'/','  '))"
    return "\(isValue(text)) and not(contains('|\(words)|',concat('|',\(folded),'|')))"
  }

  private static func hasLetters(_ text: String) -> String {
    "string-length(translate(normalize-space(\(text)),concat('0123456789',\(signs)),''))>=2"
  }

  /// Only the first pair of brackets is looked at; the number of a footnote and an ellipsis are none.
  private static func isPlaceholder(_ text: String) -> String {
    let inside = "substring-before(substring-after(\(text),'['),']')"
    return "contains(substring-after(\(text),'['),']') and translate(\(inside),'0123456789….  ','')!='' and "
      + "translate(\(inside),'SIC','sic')!='sic'"
  }

  /// What is neither letter nor digit in the prints that this export reads.
  private static let signs = "concat(\"'\",' .,;:-–—…/()[]{}“”‘’!?_*+=%@#~|\u{B7}\u{2022}\u{A0}\u{200B}')"

  /// The attribute is one of the listed values.
  static func isOneOf(_ attribute: String, _ values: [String]) -> String {
    let tests = values.map { "normalize-space(\(attribute))=\(quoted($0))" }
    return XPathTest.any(tests.map { .expression($0) }).text
  }

  /// The element carries the topic.
  static func isAbout(_ topic: String) -> String {
    "contains(concat(' ',normalize-space(@topic),' '),\(quoted(" \(topic) ")))"
  }

  /// A date in an attribute or element as a number, `20261231`; NaN where there is none.
  static func day(_ path: String) -> String {
    "number(translate(substring(normalize-space(\(path)),1,10),'-',''))"
  }

  /// XPath 1.0 has no escape inside a literal; no text of the catalogue holds both kinds of quote.
  static func quoted(_ text: String) -> String {
    text.utf8.contains(UInt8(ascii: "'")) ? "\"\(text)\"" : "'\(text)'"
  }

  static func section(_ name: String) -> String { "/p:master-plan/p:\(name)" }
}
