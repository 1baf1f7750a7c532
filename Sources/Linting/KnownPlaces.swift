import MasterPlan
import Source

/// The provinces and centrally-run cities of today, and the former ones with the day on which each name ended, as the
/// table of places has them (`Data/provinces.tsv`).
struct KnownPlaces: Sendable {
  struct Place: Sendable {
    let name: String
    /// The first day on which the name was no longer right; nil for a place of today, or where nobody knows.
    let until: CalendarDate?
    /// The letters of the name without marks and spaces, as ids print them.
    let letters: String
  }

  let all: [Place]
  static let none = KnownPlaces([])
  private let byName: [PlaceName: Place]

  init(_ table: SourceText) {
    let rows = String(decoding: table.bytes, as: UTF8.self).split(separator: "\n").filter {
      $0.utf8.first != UInt8(ascii: "#")
    }
    self.init(
      rows.flatMap { row -> [Place] in
        let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard cells.count >= 6 else { return [] }
        let days = cells[5].split(separator: ";", omittingEmptySubsequences: false).map { CalendarDate($0) }
        let former = cells[3].split(separator: ";").enumerated().map { number, name in
          Place(String(name), until: number < days.count ? days[number] : nil)
        }
        return [Place(cells[0], until: nil)] + former
      })
  }

  private init(_ places: [Place]) {
    all = places
    byName = Dictionary(all.map { (PlaceName($0.name), $0) }) { first, _ in first }
  }

  subscript(name: String) -> Place? { byName[PlaceName(name)] }

  /// The places that a text names.
  /// - Parameter bare: whether marks may be missing, as English prints them.
  func named(in text: String, bare: Bool) -> Set<String> {
    let words = bare ? Place.bare(text) : text
    let run = bare ? " " + words.lowercased() + " " : words
    let joined = run.unicodeScalars.filter { $0 != " " }
    let short = text.split(whereSeparator: { $0 == " " || $0 == "," || $0 == ";" }).map(String.init)
      .filter { $0.utf8.holds("HCM".utf8) }.compactMap { self[$0]?.name }
    return Set(
      all.filter { place in
        guard bare else { return run.hasWords(place.name) }
        let isLong = place.name.unicodeScalars.contains(" ")
        return isLong
          ? String(String.UnicodeScalarView(joined)).utf8.holds(place.letters.lowercased().utf8)
          : run.hasWords(place.letters.lowercased())
      }.map(\.name)
    ).union(short)
  }
}

extension KnownPlaces.Place {
  fileprivate init(_ name: String, until: CalendarDate?) {
    self.name = name
    self.until = until
    letters = Self.bare(name).unicodeScalars.filter { $0.properties.isAlphabetic }
      .reduce(into: "") { $0.unicodeScalars.append($1) }.uppercased()
  }

  /// Letters without their marks.
  fileprivate static func bare(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "đ" || scalar == "Đ" {
        result.append(scalar == "đ" ? "d" : "D")
      } else if scalar.value < 0x80 {
        result.append(scalar)
      } else {
        // The first scalar of a letter that is taken apart is the letter itself.
        result.append(Self.base[scalar] ?? scalar)
      }
    }
    return String(result)
  }

  private static let base: [Unicode.Scalar: Unicode.Scalar] = {
    let rows: [(Unicode.Scalar, String)] = [
      ("a", "áàảãạăắằẳẵặâấầẩẫậ"), ("e", "éèẻẽẹêếềểễệ"), ("i", "íìỉĩị"), ("o", "óòỏõọôốồổỗộơớờởỡợ"),
      ("u", "úùủũụưứừửữự"), ("y", "ýỳỷỹỵ"),
    ]
    return Dictionary(
      rows.flatMap { base, marked in
        marked.unicodeScalars.map { ($0, base) } + marked.uppercased().unicodeScalars.map { ($0, base) }
      }
    ) { first, _ in first }
  }()
}

extension String {
  /// Whether the words stand in it, with no letter right before or after them.
  fileprivate func hasWords(_ words: String) -> Bool {
    let (text, part) = (Array(unicodeScalars), Array(words.unicodeScalars))
    guard !part.isEmpty, text.count >= part.count else { return false }
    return (0...(text.count - part.count)).contains { start in
      text[start...].starts(with: part)
        && (start == 0 || !text[start - 1].properties.isAlphabetic)
        && (start + part.count == text.count || !text[start + part.count].properties.isAlphabetic)
    }
  }
}

extension String.UTF8View {
  fileprivate func holds(_ part: String.UTF8View) -> Bool {
    let (text, bytes) = (Array(self), Array(part))
    guard !bytes.isEmpty, text.count >= bytes.count else { return false }
    return (0...(text.count - bytes.count)).contains { text[$0...].starts(with: bytes) }
  }
}
