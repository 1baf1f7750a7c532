import GRDB
import Source

/// The digest that stands beside what a journal keeps. A journal lies on disks, sticks and shares for weeks, and
/// what is read back from it goes into reports about people's plans: nothing is believed that does not fit its
/// seal. It is no signature: it finds damage, other writers and edits by hand, not a forger who computes it anew.
enum Seal {
  /// SHA-256 over values, each with its kind and length, so that no two lists of values look alike.
  static func of(_ values: [DatabaseValue]) -> String {
    var bytes: [UInt8] = []
    func add(_ kind: Character, _ content: some Collection<UInt8>) {
      bytes += "\(kind)\(content.count):".utf8
      bytes += content
    }
    for value in values {
      switch value.storage {
      case .null: add("n", [])
      case .int64(let number): add("i", Array(String(number).utf8))
      case .double(let number): add("d", Array(String(number).utf8))
      case .string(let text): add("s", Array(text.utf8))
      case .blob(let data): add("b", Array(data))
      }
    }
    return ContentDigest.sha256(bytes)
  }

  /// The seal of a plan's place in the review: it holds the place before, so that no row can be taken out,
  /// added or moved unseen.
  static func ofPlan(after before: String, at position: Int, evaluation: String) -> String {
    ContentDigest.sha256(Array("\(before) \(position) \(evaluation)".utf8))
  }

  /// Whether a row of the named columns has the seal that it carries.
  static func holds(_ row: Row, over columns: [String]) -> Bool {
    let seal: DatabaseValue = row["seal"]
    guard case .string(let text) = seal.storage else { return false }
    return of(columns.map { row[$0] }) == text
  }
}
