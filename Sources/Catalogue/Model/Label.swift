/// A text in the two languages of Khung; either may be unknown.
package struct Label: Sendable, Hashable {
  package var vietnamese: String?
  package var english: String?

  package init(vietnamese: String?, english: String?) {
    self.vietnamese = vietnamese
    self.english = english
  }

  /// Neither language is known.
  package var isEmpty: Bool { vietnamese == nil && english == nil }
}
