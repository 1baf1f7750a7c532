import Catalogue
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
  private let byWords: [String: String]
  private let byLetters: [String: String]

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
    byWords = Dictionary(
      all.map { place in
        let words = place.name.unicodeScalars.split { !$0.properties.isAlphabetic }
        return (words.map { String(String.UnicodeScalarView($0)) }.joined(separator: " "), place.name)
      }
    ) { first, _ in first }
    byLetters = Dictionary(all.map { ($0.letters, $0.name) }) { first, _ in first }
  }

  subscript(name: String) -> Place? { byName[PlaceName(name)] }

  /// The places that a text names.
  /// - Parameter bare: whether marks and spaces may be missing, as English prints them: Hanoi.
  func named(in text: String, bare: Bool) -> Set<String> {
    let table = bare ? byLetters : byWords
    // Most texts name no place: few words begin with a capital.
    let words = text.unicodeScalars.split { !$0.properties.isAlphabetic }.map {
      String(String.UnicodeScalarView($0))
    }
    var found: Set<String> = []
    for start in words.indices where words[start].unicodeScalars.first?.properties.isUppercase ?? false {
      var run = ""
      for word in words[start...].prefix(Self.longest) {
        run += bare ? Place.bare(word).uppercased() : (run.isEmpty ? "" : " ") + word
        if let place = table[run] { found.insert(place) }
      }
      // TP.HCM, HCMC
      if words[start].utf8.starts(with: "HCM".utf8), let place = self["TP.HCM"] { found.insert(place.name) }
    }
    return found
  }

  /// The most words of a name: Bà Rịa - Vũng Tàu.
  private static let longest = 4
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
