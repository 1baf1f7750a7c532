import Languages
import Linting
import Source

/// What `khung catalogue record` would accept, for the person who has to say why.
package struct StabilityText {
  private let language: Language

  package init(_ language: Language) {
    self.language = language
  }

  package func text(_ changes: [StabilityChange]) -> String {
    guard !changes.isEmpty else { return language(Phrase.nothingToRecord) + "\n" }
    let lines = changes.map { change in
      switch change.kind {
      case .added: "+ \(change.id)"
      case .removed: "- \(change.id)"
      case .number: "~ \(change.id)  \(change.old) → \(change.new)"
      case .meaning: "~ \(change.id)  \(language(EditorPhrase.changesMeaning))"
      case .bases: "~ \(change.id)  \(language(Phrase.otherBases)): \(bases(change))"
      case .entry: "~ \(change.id)  \(language(Phrase.otherEntry))"
      }
    }
    return (lines + ["", language(Phrase.toRecord(changes.count))]).map { SafeText.harmless($0) + "\n" }
      .joined()
  }

  private func bases(_ change: StabilityChange) -> String {
    func list(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
    let (old, new) = (list(change.old), list(change.new))
    return
      (new.filter { !old.contains($0) }.map { "+\($0)" } + old.filter { !new.contains($0) }.map { "-\($0)" })
      .joined(separator: " ")
  }
}

extension Phrase {
  fileprivate static var nothingToRecord: Phrase { Phrase("editing.nothing-to-record") }
  fileprivate static var otherBases: Phrase { Phrase("editing.other-bases") }
  fileprivate static var otherEntry: Phrase { Phrase("editing.other-entry") }

  fileprivate static func toRecord(_ count: Int) -> Phrase {
    Phrase("editing.to-record", ["count": .number(count)])
  }
}
