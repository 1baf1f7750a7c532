import Source

/// Whether a finding counts against its document or only advises. ISO/IEC 19757-3 leaves the words of
/// `role`, `flag` and `severity` to authors, so what is no known word of advice counts: an assertion that
/// fails must never pass for a remark.
package enum Weight: Sendable, Equatable {
  case counts, advice

  private static let advisory: Set<String> = ["warning", "warn", "info", "information"]
  private static let grave: Set<String> = ["error", "fatal"]

  /// What one element says; nil when it says nothing, and what is around it decides.
  init?(role: String?, flag: String?, severity: String?) {
    let said = [role, severity].compactMap { $0?.collapsingWhitespace().lowercased() }.filter { !$0.isEmpty }
    let flags = (flag ?? "").collapsingWhitespace().lowercased()
    if (said + [flags]).contains(where: { !Self.grave.isDisjoint(with: Self.words($0)) }) {
      self = .counts
    } else if said.contains(where: Self.advisory.contains) {
      self = .advice
    } else if said.isEmpty {
      // A flag is a name of the author's own: alone it makes nothing light.
      return nil
    } else {
      self = .counts
    }
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(separator: " ").map(String.init))
  }
}

extension SchemaElement {
  var weight: Weight? { Weight(role: self["role"], flag: self["flag"], severity: self["severity"]) }
}
