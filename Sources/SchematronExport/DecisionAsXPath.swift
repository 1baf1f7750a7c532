import Catalogue

// Numbers of decisions and approvals, as far as XPath 1.0 tells them.
extension XPath {
  /// The attribute holds the number of a document that decides: serial number, then the symbol of such a kind.
  static func namesDecision(_ attribute: String) -> String {
    "boolean(\(attribute)[\(isDecision.text)])"
  }

  /// A decision, or words with a day, none of which puts it off.
  static func namesApproval(_ attribute: String) -> String {
    let words = PrintXPath.words
    let shape = PrintXPath.shape(words)
    let dates = ["0", "00"].flatMap { day in
      ["0", "00"].flatMap { month in [" \(day) \(month) 0000 ", " \(day) thang \(month) nam 0000 "] }
    }
    let dated = XPathTest.any(dates.map { .expression("contains(\(shape),'\($0)')") })
    let open = XPathTest.any((undecided + ["khong"]).map { .expression("contains(\(words),' \($0) ')") })
    let letters = "string-length(translate(\(words),'0123456789 ',''))>5"
    let approval = isDecision || .all([dated, !open, .expression(letters)])
    return "boolean(\(attribute)[\(approval.text)])"
  }

  private static var isDecision: XPathTest {
    let print = "translate(\(PrintXPath.shape(PrintXPath.slashed)),' ','')"
    let before = "concat(substring-before(\(PrintXPath.shape(PrintXPath.words)),'0'),' ')"
    let symbols = InstrumentKinds.known.rows.filter(\.decides).flatMap(\.symbols).map { symbol in
      // As the symbol folds here: Đ stays a letter of its own.
      symbol == "qd" || symbol == "nd" ? symbol.replacing("d", with: "đ") : symbol
    }
    let numbered = XPathTest.any(
      symbols.map { symbol in
        let end = symbol.hasSuffix("qh") ? "0" : "/"
        let bare = XPathTest.expression("contains(\(print),'0/\(symbol)\(end)')")
        let year = XPathTest.expression("contains(\(print),'/0000/\(symbol)\(end)')")
        return bare && !year || .expression("contains(\(print),'0/0000/\(symbol)\(end)')")
      })
    let open = XPathTest.any(undecided.map { .expression("contains(\(before),' \($0) ')") })
    return numbered && !open
  }

  /// Words of a submission, a draft, a plan to decide.
  private static let undecided = ["trinh", "thao", "kien", "se", "chua", "cho"]

  /// Begin and end of an item that can be, where the detail is one of them.
  static func isKept(_ detail: String) -> String {
    guard detail == "from" || detail == "to" else { return "true()" }
    func year(_ name: String) -> String { "number(substring(normalize-space(@\(name)),1,4))" }
    let possible = "(not(@\(detail)) or (\(year(detail))>=1990 and \(year(detail))<=2100))"
    guard detail == "to" else { return possible }
    // Two days, or the years where one of them is no day.
    return possible
      + " and not(\(day("@to"))<\(day("@from")) and string-length(normalize-space(@to))=string-length("
      + "normalize-space(@from))) and not(\(year("to"))<\(year("from")))"
  }
}
