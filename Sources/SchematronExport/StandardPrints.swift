import Catalogue

/// A standard's designation as words, and the prints that cite it.
struct StandardPrints {
  let id: String
  /// Series and number: `tcvn iso 37122`, `qcvn 01`.
  private let head: [String]
  private let year: String?
  private let issuer: String?
  private let amendment: [String]

  init(_ standard: Standard) {
    id = standard.id
    let parts = standard.number.split(separator: ":", maxSplits: 1)
    head = PrintFolding.words(String(parts.first ?? ""))
    var tail = PrintFolding.words(parts.count == 2 ? String(parts[1]) : "")[...]
    year = tail.popFirst()
    issuer = tail.first.map { !$0.hasPrefix("sđ") } == true ? tail.popFirst() : nil
    amendment = Array(tail)
  }

  /// The first number, without zeros before it.
  var serial: String {
    let number = head.first { $0.first?.isNumber == true } ?? ""
    return Int(number).map { "\($0)" } ?? number
  }

  /// With and without the zero before a number of one digit.
  private var heads: [[String]] {
    guard let place = head.firstIndex(where: { $0.first?.isNumber == true }), let number = Int(head[place])
    else { return [head] }
    return Set(["\(number)", number < 10 ? "0\(number)" : "\(number)"]).sorted().map { digits in
      var words = head
      words[place] = digits
      return words
    }
  }

  private var fullForms: [[String]] {
    heads.map { $0 + [year, issuer].compactMap { $0 } + amendment }
  }

  /// The prints of this standard.
  /// - Parameter all: the standards of the catalogue, of which a print without a year may be.
  func sets(_ all: [StandardPrints]) -> PrintSets {
    var sets = PrintSets(id: id)
    func printed(_ condition: XPathTest) -> String {
      "$serial-\(serial)[\(XPathTest.all([condition, isFirst]).text)]"
    }
    guard amendment.isEmpty else {
      let named = heads.map { head -> XPathTest in
        let words = ["sua", "đoi"] + amendmentNumber + head
        return .expression("starts-with(\(PrintXPath.words),'\(PrintXPath.spaced(words))')")
      }
      sets.cites = [printed(.any(fullForms.map { PrintXPath.has($0) } + named))]
      return sets
    }
    let amends = XPathTest.expression("starts-with(\(PrintXPath.shape(PrintXPath.words)),' sua đoi 0')")
    let full = XPathTest.any(fullForms.map { PrintXPath.has($0) && !follows($0, "sđ") })
    sets.cites = [printed((full || withoutIssuer) && !amends)]
    let editions = all.filter { $0.head == head && $0.amendment.isEmpty }
    let yearless = printed(withoutYear && !amends)
    if editions.count == 1 { sets.cites.append(yearless) } else { sets.mayCite = [yearless] }
    return sets
  }

  /// `SĐ1:2022` is printed "Sửa đổi 1:2022" when it is named first.
  private var amendmentNumber: [String] {
    amendment.map { $0.hasPrefix("sđ") ? String($0.dropFirst(2)) : $0 }
  }

  private func follows(_ form: [String], _ text: String) -> XPathTest {
    .expression("contains(\(PrintXPath.words),'\(PrintXPath.spaced(form))\(text)')")
  }

  /// The issuer of a regulation left out: nothing but the year, and no slash after it.
  private var withoutIssuer: XPathTest {
    guard issuer != nil, let year else { return .no }
    return .any(
      heads.map { head in
        let form = PrintXPath.spaced(head + [year])
        return .expression("contains(\(PrintXPath.slashed),'\(form)')")
          && !.expression("contains(\(PrintXPath.slashed),'\(form)/')")
      })
  }

  private var withoutYear: XPathTest {
    .any(
      heads.map { head in
        let rest = "substring-after(\(PrintXPath.words),'\(PrintXPath.spaced(head))')"
        return PrintXPath.has(head) && !.expression("starts-with(\(PrintXPath.shape(rest)),'0')")
      })
  }

  private var isFirst: XPathTest {
    let numbers = heads.map { $0.first { $0.first?.isNumber == true } ?? "" }
    let before = PrintXPath.before(numbers)
    // Its own series stands before the number; another one before that is cited instead.
    return
      !(PrintXPath.hasNumber(before)
      || PrintXPath.namesStandard("substring-after(\(before),'cvn ')"))
  }
}
