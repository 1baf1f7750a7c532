/// Something that the program says to people, before any language: a key of the tables of words
/// (`Sources/BuiltIn/Words`) and what goes into the sentence. Each subject declares its phrases beside the code
/// that says them; a language puts them into words.
package struct Phrase: Sendable, Equatable {
  /// Table and row, such as `report.conforming`.
  package let key: StaticString
  /// By the names that stand in braces in the row.
  package let arguments: KeyValuePairs<StaticString, Argument>

  package init(_ key: StaticString, _ arguments: KeyValuePairs<StaticString, Argument> = [:]) {
    self.key = key
    self.arguments = arguments
  }

  /// What can stand in a sentence.
  package enum Argument: Sendable, Equatable {
    /// Words that are said already, or names that have no language.
    case text(String)
    /// An amount, a year or a line, in plain digits.
    case number(Int)
    /// An amount as the language groups its digits.
    case decimal(DecimalNumber)
    case date(CalendarDate)
    /// A phrase inside a phrase.
    case phrase(Phrase)
  }

  package static func == (left: Phrase, right: Phrase) -> Bool {
    left.key.isEqual(to: right.key) && left.arguments.count == right.arguments.count
      && zip(left.arguments, right.arguments).allSatisfy {
        $0.key.isEqual(to: $1.key) && $0.value == $1.value
      }
  }
}

extension StaticString {
  fileprivate func isEqual(to other: StaticString) -> Bool {
    utf8CodeUnitCount == other.utf8CodeUnitCount
      && withUTF8Buffer { left in other.withUTF8Buffer { left.elementsEqual($0) } }
  }
}

/// What can be said: a phrase, or something of one subject that has a phrase, such as the cause of a refusal.
package protocol Sayable: Sendable {
  var phrase: Phrase { get }
}

extension Phrase: Sayable {
  package var phrase: Phrase { self }
}
