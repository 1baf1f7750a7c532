import Catalogue
import Compliance

/// A value that a review keeps as one letter, in its journal and in the dashboard.
package protocol Lettered: Equatable, Sendable {
  /// ASCII.
  var letter: UInt8 { get }
  /// Nil for a letter that stands for none.
  init?(letter: UInt8)
}

/// Values one after another as one letter each: small enough to keep for thousands of plans.
package struct LetterRow<Value: Lettered>: Sendable, Equatable {
  private let letters: [UInt8]

  package init(_ values: [Value] = []) {
    letters = values.map(\.letter)
  }

  /// - Parameter text: the letters, as a journal has them.
  package init(text: String) {
    letters = Array(text.utf8)
  }

  package var text: String { String(decoding: letters, as: UTF8.self) }
}

extension LetterRow: RandomAccessCollection {
  package var startIndex: Int { letters.startIndex }
  package var endIndex: Int { letters.endIndex }

  /// Nil for a letter that stands for no value.
  package subscript(index: Int) -> Value? { Value(letter: letters[index]) }
}

package typealias VerdictRow = LetterRow<Verdict>

extension Verdict: Lettered {
  package var letter: UInt8 {
    switch self {
    case .met: UInt8(ascii: "m")
    case .partial: UInt8(ascii: "p")
    case .gap: UInt8(ascii: "g")
    case .unknown: UInt8(ascii: "u")
    case .notApplicable: UInt8(ascii: "x")
    case .notAssessed: UInt8(ascii: "n")
    case .waived: UInt8(ascii: "w")
    }
  }

  package init?(letter: UInt8) {
    switch letter {
    case UInt8(ascii: "m"): self = .met
    case UInt8(ascii: "p"): self = .partial
    case UInt8(ascii: "g"): self = .gap
    case UInt8(ascii: "u"): self = .unknown
    case UInt8(ascii: "x"): self = .notApplicable
    case UInt8(ascii: "n"): self = .notAssessed
    case UInt8(ascii: "w"): self = .waived
    default: return nil
    }
  }
}

extension Force: Lettered {
  package var letter: UInt8 {
    switch self {
    case .mandatory: UInt8(ascii: "M")
    case .presumed: UInt8(ascii: "P")
    case .recommended: UInt8(ascii: "R")
    case .drafting: UInt8(ascii: "D")
    }
  }

  package init?(letter: UInt8) {
    guard let force = Force.allCases.first(where: { $0.letter == letter }) else { return nil }
    self = force
  }
}

extension PartState: Lettered {
  /// What was not asked is no more known than what nobody could tell.
  package var letter: UInt8 {
    switch self {
    case .holds: UInt8(ascii: "h")
    case .fails: UInt8(ascii: "f")
    case .unknown, .notAsked: UInt8(ascii: "u")
    }
  }

  package init?(letter: UInt8) {
    switch letter {
    case UInt8(ascii: "h"): self = .holds
    case UInt8(ascii: "f"): self = .fails
    case UInt8(ascii: "u"): self = .unknown
    default: return nil
    }
  }
}
