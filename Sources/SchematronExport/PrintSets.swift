import Catalogue

/// The prints of the plan that cite an entry, and those that leave open whether they do, as two node
/// sets of XPath 1.0 over `$printed`.
struct PrintSets {
  let id: String
  /// XPath of the prints that cite the entry.
  var cites: [String] = []
  /// XPath of the prints that may mean it.
  var mayCite: [String] = []

  var definitions: [(name: String, value: String)] {
    [("is-\(id)", Self.union(cites)), ("may-\(id)", Self.union(mayCite))]
  }

  var isEmpty: Bool { cites.isEmpty && mayCite.isEmpty }

  static func union(_ sets: [String]) -> String {
    sets.isEmpty ? XPath.nothing : sets.joined(separator: "|")
  }

  /// The variable with the prints that hold this number as a word, with or without a zero before it.
  /// Few prints pass, so that the long tests of the sets run on few.
  static func serialVariable(_ digits: String) -> (name: String, value: String) {
    let sought = " \(digits) ".replacing("0", with: " ")
    let words = "translate(\(PrintXPath.words),'0',' ')"
    return ("serial-\(digits)", "$printed[contains(.,'\(digits)')][contains(\(words),'\(sought)')]")
  }

  /// Node set difference and intersection, as XPath 1.0 can say them.
  static func condition(in set: String) -> String { "count(.|\(set))=count(\(set))" }
}

/// An instrument's number as words, and the prints that cite it by number.
struct InstrumentPrints {
  private let instrument: Instrument
  let serial: Int
  private let year: Int?
  /// The words of the symbol; empty for a law of which only number and year are known.
  private let symbol: [String]

  /// Nil for an instrument without a number.
  init?(_ instrument: Instrument) {
    guard let number = instrument.number else { return nil }
    var words = PrintFolding.words(number)[...]
    guard let first = words.popFirst(), let serial = Int(first) else { return nil }
    self.serial = serial
    var year: Int?
    if let next = words.first, next.count == 4, let value = Int(next) {
      year = value
      words = words.dropFirst()
    }
    symbol = Array(words)
    self.year = year ?? instrument.year ?? instrument.life.issued?.year
    self.instrument = instrument
  }

  private var serials: [String] { ["\(serial)", "0\(serial)"] }

  /// Every province has a decision 634: such numbers need their date.
  private var namesNoIssuer: Bool {
    ["ubnd", "hđnd", "tu"].contains(symbol.last ?? "")
  }

  /// The prints by number.
  /// - Parameter rivals: other instruments of which a print without year may be.
  func sets(_ rivals: [InstrumentPrints]) -> PrintSets {
    var sets = PrintSets(id: instrument.id)
    let rivals = rivals.filter { $0.serial == serial && $0.instrument.id != instrument.id }
    let same = rivals.filter { !symbol.isEmpty && $0.symbol == symbol }
    let full = printed(longForms, and: isOfYear)
    let another = XPathTest.any(same.map { rival in .any([rival.has(rival.longForms) && rival.isOfYear]) })
    if namesNoIssuer {
      sets.cites = [full + "[\(isOfDay.text)]"]
      sets.mayCite = [full + "[\((!isOfDay).text)]"]
    } else if !longForms.isEmpty {
      sets.cites = [full + (another == .no ? "" : "[\((!another).text)]")]
      if another != .no { sets.mayCite = [full + "[\(another.text)]"] }
    }
    guard let short = shortForm else { return sets }
    sets.cites.append(short + "[\(PrintSets.condition(in: "$kind-\(instrument.kind.rawValue)"))]")
    sets.mayCite.append(short + "[\(PrintSets.condition(in: "$kind-none"))]")
    return sets
  }

  /// Serial number, year if it is printed, symbol.
  private var longForms: [[String]] {
    guard !symbol.isEmpty else {
      guard let year, instrument.kind == .law else { return [] }
      return serials.map { [$0, "\(year)", "qh"] }
    }
    return serials.flatMap { serial in
      [[serial] + symbol] + (year.map { [[serial, "\($0)"] + symbol] } ?? [])
    }
  }

  private func has(_ forms: [[String]]) -> XPathTest {
    .any(
      forms.map { form in
        let text = PrintXPath.spaced(form)
        // The number of the National Assembly is not known for these laws.
        let sought = form.last == "qh" ? String(text.dropLast()) : text
        return .expression("contains(\(PrintXPath.words),\(XPath.quoted(sought)))")
      })
  }

  private func printed(_ forms: [[String]], and condition: XPathTest) -> String {
    let text = XPathTest.all([has(forms), isFirst, condition]).text
    return "$serial-\(serial)[\(text)]"
  }

  /// The text cited is the one printed first.
  private var isFirst: XPathTest {
    let before = PrintXPath.before(serials)
    return !(PrintXPath.hasNumber(before) || PrintXPath.namesStandard(before))
  }

  /// Number and year without a symbol, as in "NĐ 269/2025": cites only with the name of the kind.
  private var shortForm: String? {
    guard let year else { return nil }
    let alone = XPathTest.any(
      serials.flatMap { ["\($0)/\(year)", "\($0) / \(year)"] }.map { form in
        .expression("contains(\(PrintXPath.slashed),' \(form) ')")
          && !.expression("contains(\(PrintXPath.slashed),' \(form) /')")
      })
    return "$serial-\(serial)[\(XPathTest.all([alone, isFirst, isOfYear]).text)]"
  }

  /// No date is printed after the number, or one of the right year. A date is three numbers in a row,
  /// with or without words between them.
  private var isOfYear: XPathTest {
    guard let year else { return .yes }
    let after = PrintXPath.after(serials)
    let all = "concat(\(PrintXPath.numbers(after)),' ')"
    let head = "concat(\(PrintXPath.numbers("substring-before(\(after),' \(year) ')")),'|')"
    func has(_ text: String, _ form: String) -> XPathTest { .expression("contains(\(text),'\(form)')") }
    return !(has(all, "0 0 0000 ") || has(all, "0 00 0000 ")) || has(head, "0 0|") || has(head, "0 00|")
  }

  /// The date of issue is printed.
  private var isOfDay: XPathTest {
    guard let issued = instrument.life.issued else { return .no }
    let days = Set(["\(issued.day)", "0\(issued.day)"].filter { $0.count <= 2 }).sorted()
    let months = Set(["\(issued.month)", "0\(issued.month)"].filter { $0.count <= 2 }).sorted()
    return .any(
      days.flatMap { day in
        months.flatMap { month in
          [
            PrintXPath.has([day, month, "\(issued.year)"]),
            PrintXPath.has([day, "thang", month, "nam", "\(issued.year)"]),
          ]
        }
      })
  }

  /// The kinds of the catalogue's texts by their printed names, from the table that citations are read by.
  private static let kinds: [(Instrument.Kind, [String])] = InstrumentKinds.known.rows.compactMap { row in
    row.kind.map { kind in
      (kind, (row.names + row.abbreviations).map { PrintFolding.words($0).joined(separator: " ") })
    }
  }

  /// Variables with the prints that begin with the name of a kind, and those that name none.
  static var kindVariables: [(name: String, value: String)] {
    let named = kinds.map { kind, names in
      let begins = XPathTest.any(
        names.map { .expression("starts-with(\(PrintXPath.words),' \($0) ')") })
      return (name: "kind-\(kind.rawValue)", value: "$printed[\(begins.text)]")
    }
    let any = PrintSets.union(named.map { "$\($0.name)" })
    return named + [
      ("kind-any", any), ("kind-none", "$printed[not(\(PrintSets.condition(in: "$kind-any")))]"),
    ]
  }
}
