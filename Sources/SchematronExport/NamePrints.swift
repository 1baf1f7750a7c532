import Catalogue

/// Names that the catalogue knows for its entries, and the prints that cite by name. A year at the end
/// of a name must be printed too; names with and without years that share their words are one group.
struct NamePrints {
  private struct Name {
    let id: String
    /// Folded words without the year.
    let stem: String
    let year: Int?
    /// The year of the law that a name without year means.
    let lawYear: Int?
  }

  private let groups: [(stem: String, names: [Name])]
  /// Instruments whose number the catalogue lacks.
  private let unnumbered: Set<String>

  init(_ catalogue: Catalogue) {
    let aliases =
      catalogue.instruments.flatMap { entry in entry.names.map { (entry.id, entry.yearOfLaw, $0) } }
      + catalogue.standards.flatMap { entry in entry.aliases.map { (entry.id, nil, $0) } }
    let names = aliases.map { Self.name($0.2, of: $0.0, lawYear: $0.1) }
    groups = Dictionary(grouping: names, by: \.stem).sorted { $0.key < $1.key }
      .map { (stem: $0.key, names: $0.value) }
    unnumbered = Set(catalogue.instruments.filter { $0.number == nil }.map(\.id))
  }

  private static func name(_ alias: String, of id: String, lawYear: Int?) -> Name {
    var words = alias.split(separator: " ").map(String.init)
    var year: Int?
    if let last = words.last, last.count == 4, let value = Int(last), (1900...2100).contains(value) {
      year = value
      words.removeLast()
      if words.last == "năm" { words.removeLast() }
    }
    let stem = PrintFolding.words(words.joined(separator: " ")).map { abbreviations[$0] ?? $0 }
    return Name(id: id, stem: stem.joined(separator: " "), year: year, lawYear: year == nil ? lawYear : nil)
  }

  /// Subjects of laws that plans abbreviate.
  private static let abbreviations = [
    "cntt": "cong nghe thong tin", "attt": "an toan thong tin", "atttm": "an toan thong tin mang",
    "anm": "an ninh mang", "bvdlcn": "bao ve du lieu ca nhan", "cđs": "chuyen đoi so",
    "tccqđp": "to chuc chinh quyen đia phuong",
  ]

  /// The prints by name, for every entry that has names.
  func sets() -> [PrintSets] {
    var sets: [String: PrintSets] = [:]
    for group in groups {
      let nodes = printed(group.stem)
      for id in Set(group.names.map(\.id)).sorted() {
        var own = sets[id] ?? PrintSets(id: id)
        add(group.names, of: id, nodes, to: &own)
        sets[id] = own
      }
    }
    return sets.values.sorted { $0.id < $1.id }
  }

  private func add(_ names: [Name], of id: String, _ nodes: String, to sets: inout PrintSets) {
    let own = dated(names.filter { $0.id == id })
    let others = dated(names.filter { $0.id != id })
    let hasNumber = PrintXPath.hasNumber(PrintXPath.slashed)
    // A number that the catalogue lacks may be that of a law which it knows by name and year alone.
    let byYear = unnumbered.contains(id) ? dated(names.filter { $0.id == id && $0.year != nil }) : .no
    sets.cites.append(
      nodes + "[\(XPathTest.all([(own && !hasNumber) || byYear, !others]).text)]")
    let hasYear = XPathTest.expression("contains(\(PrintXPath.shape(PrintXPath.words)),' 0000 ')")
    let open = (own && others) || .all([!own, !others, !hasYear])
    if open != .no { sets.mayCite.append(nodes + "[\(XPathTest.all([open, !hasNumber]).text)]") }
  }

  /// One of the names has no year and no year of another law stands after it, or its year is printed.
  private func dated(_ names: [Name]) -> XPathTest {
    .any(
      names.map { name in
        if let year = name.year { return PrintXPath.has(["\(year)"]) }
        return name.lawYear.map { !isFollowed(name.stem, byAnotherYearThan: $0) } ?? .yes
      })
  }

  /// Another year stands just after the name: bare, as "năm 2015" or at the end of a date.
  private func isFollowed(_ stem: String, byAnotherYearThan year: Int) -> XPathTest {
    let rests = Self.variants(of: stem).map {
      "substring-after(\(PrintXPath.words),\(XPath.quoted(" \($0) ")))"
    }
    let rest = rests.count == 1 ? rests[0] : "concat(\(rests.joined(separator: ",")))"
    return .any(
      Self.yearForms.map { form in
        .expression("starts-with(\(PrintXPath.shape(rest)),'\(form) ')")
          && .expression("substring(\(rest),\(form.count - 3),4)!='\(year)'")
      })
  }

  /// The forms of a year after a name, every digit as 0.
  private static let yearForms: [String] = {
    let numbers = ["0", "00"]
    let dates = numbers.flatMap { day in
      numbers.flatMap { month in ["ngay \(day) \(month) 0000", "ngay \(day) thang \(month) nam 0000"] }
    }
    return ["0000", "nam 0000"] + dates
  }()

  /// Prints without a number of the catalogue that hold the name, and no longer name around it.
  private func printed(_ stem: String) -> String {
    // An abbreviation with a number ("QĐ 950") is the whole print or nothing.
    let isShort = stem.last?.isNumber ?? false
    let longer = groups.map(\.stem).filter { $0 != stem && " \($0) ".contains(" \(stem) ") }
    let longerNames = XPathTest.any(longer.map { holds($0, whole: $0.last?.isNumber ?? false) })
    let condition = holds(stem, whole: isShort) && (longerNames == .no ? .yes : !longerNames)
    return "$unnumbered[\(condition.text)]"
  }

  private func holds(_ stem: String, whole: Bool) -> XPathTest {
    .any(
      Self.variants(of: stem).map { variant in
        whole
          ? .expression("\(PrintXPath.words)=\(XPath.quoted(" \(variant) "))")
          : PrintXPath.has([variant])
      })
  }

  private static func variants(of stem: String) -> [String] {
    let abbreviated = abbreviations.sorted { $0.key < $1.key }.compactMap { short, long in
      " \(stem) ".contains(" \(long) ") ? replacing(long, by: short, in: stem) : nil
    }
    return [stem] + abbreviated
  }

  private static func replacing(_ words: String, by word: String, in text: String) -> String {
    let words = words.split(separator: " ")
    let all = text.split(separator: " ")
    guard let start = all.indices.first(where: { all[$0...].starts(with: words) }) else { return text }
    return (all[..<start] + [Substring(word)] + all[(start + words.count)...]).joined(separator: " ")
  }
}
