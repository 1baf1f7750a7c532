import Catalogue
import Source
import XML

/// Carries out what rules know how to repair, and nothing else: every other byte stays as it is.
package struct Repair: Sendable {
  private let linter: Linter
  private let contracts: Contracts

  /// The ids of the rules whose repairs are wanted; empty for all.
  private let rules: Set<String>

  package init(_ contracts: Contracts, rules: [String] = []) {
    self.contracts = contracts
    self.rules = Set(rules)
    linter = Linter(contracts)
  }

  /// One file that changed.
  package struct Changed: Sendable {
    package let file: Catalogue.File
    /// The bytes to store.
    package let bytes: [UInt8]
    package let count: Int
  }

  /// A repair can make room for another: one edge a round is put into an entry.
  private static let rounds = Limits().lint.rounds

  /// The files that repairs change, and the names of those that were left alone because they are not
  /// valid, before or after.
  /// - Parameter mayChange: whether a file, by its name in the catalogue, is to be repaired.
  package func repaired(
    _ files: [Catalogue.File], stability: StabilityList?, asOf: CalendarDate?,
    mayChange: (Catalogue.File) -> Bool
  ) -> (changed: [Changed], leftAlone: [String]) {
    var current = files
    var counts: [String: Int] = [:]
    var leftAlone: Set<String> = []
    for _ in 0..<Self.rounds {
      let fixes = linter.lint(current, stability: stability, asOf: asOf).findings
        .filter { rules.isEmpty || rules.contains($0.rule) }.compactMap(\.fix)
      let byFile = Dictionary(grouping: fixes, by: \.file)
      var isChanged = false
      for index in current.indices {
        let file = current[index]
        guard let fixes = byFile[file.name], mayChange(file) else { continue }
        let (bytes, count) = Self.apply(fixes, to: file.text.bytes)
        guard count > 0, bytes != file.text.bytes, !leftAlone.contains(file.name) else { continue }
        guard isValid(bytes, name: file.text.name), let text = file.text.replacing(bytes) else {
          leftAlone.insert(file.name)
          continue
        }
        current[index] = Catalogue.File(name: file.name, text: text)
        counts[file.name, default: 0] += count
        isChanged = true
      }
      if !isChanged { break }
    }
    let changed = current.compactMap { file in
      counts[file.name].map { Changed(file: file, bytes: file.text.stored, count: $0) }
    }
    return (changed, leftAlone.sorted())
  }

  /// Carries out what does not overlap; the rest waits for the next round.
  private static func apply(_ fixes: [Fix], to bytes: [UInt8]) -> (bytes: [UInt8], count: Int) {
    var result: [UInt8] = []
    var end = 0
    var count = 0
    var lastStart = -1
    for fix in Set(fixes).sorted(by: {
      ($0.range.lowerBound, $0.range.count) < ($1.range.lowerBound, $1.range.count)
    })
    where fix.range.lowerBound >= end && fix.range.lowerBound != lastStart {
      result += bytes[end..<fix.range.lowerBound]
      result += fix.replacement.utf8
      end = fix.range.upperBound
      lastStart = fix.range.lowerBound
      count += 1
    }
    return (result + bytes[end...], count)
  }

  private func isValid(_ bytes: [UInt8], name: String) -> Bool {
    guard let text = try? SourceText(name: name, stored: bytes), let document = try? Document(text) else {
      return false
    }
    return contracts.catalogueSchema.violations(in: document, limit: 1).isEmpty
  }
}

extension SourceText {
  /// The same file with other text, its byte-order mark kept; nil for a file that is not stored as UTF-8.
  fileprivate func replacing(_ bytes: [UInt8]) -> SourceText? {
    let mark = Array(stored.prefix(stored.count - self.bytes.count))
    guard stored.count >= self.bytes.count, stored[mark.count...].elementsEqual(self.bytes) else {
      return nil
    }
    return try? SourceText(name: name, stored: mark + bytes)
  }
}
