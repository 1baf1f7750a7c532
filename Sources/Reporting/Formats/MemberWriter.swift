import Compliance
import MasterPlan
import Source

/// What `JSONReport` writes to: names and values in the order of the report. JSON's bytes are one way to keep
/// them, a tree for XML another.
protocol MemberWriter {
  mutating func object(_ members: (inout Self) -> Void)
  mutating func array<Elements: Sequence>(
    _ elements: Elements, _ write: (inout Self, Elements.Element) -> Void)
  /// Begins a member; its value comes next.
  mutating func key(_ name: StaticString)
  mutating func string(_ text: String)
  mutating func integer(_ number: Int)
  mutating func boolean(_ value: Bool)
  mutating func null()

  /// Writes the members of a finding whose words are known already.
  /// - Parameter evidence: writes the one member that is never the same.
  /// - Returns: false where nothing is remembered; then nothing is written.
  mutating func remembered(
    _ finding: Finding, evidence: (inout Self) -> Void, words: () -> LineMemory.Words
  ) -> Bool
  func remembered(_ citation: LocatedCitation, words: () -> String) -> String

  /// What of a finding is sealed, or what was put together for it before.
  func sealLine(of finding: Finding) -> [UInt8]

  /// Writes one place, or what was written for it in this report before.
  mutating func remembered(_ evidence: Evidence, write: (inout Self) -> Void)
  mutating func path(of place: Place)
  mutating func excerpt(of evidence: Evidence)
}

extension MemberWriter {
  mutating func remembered(
    _ finding: Finding, evidence: (inout Self) -> Void, words: () -> LineMemory.Words
  ) -> Bool { false }

  func remembered(_ citation: LocatedCitation, words: () -> String) -> String { words() }

  func sealLine(of finding: Finding) -> [UInt8] { finding.sealLine }

  mutating func remembered(_ evidence: Evidence, write: (inout Self) -> Void) { write(&self) }

  mutating func path(of place: Place) { string(place.path) }

  mutating func excerpt(of evidence: Evidence) { string(SafeText.of(evidence.excerpt, limit: 400)) }

  // MARK: Members

  mutating func optional(_ text: String?) {
    if let text { string(text) } else { null() }
  }

  mutating func optional(_ number: Int?) {
    if let number { integer(number) } else { null() }
  }

  mutating func member(_ name: StaticString, _ text: String) {
    key(name)
    string(text)
  }

  mutating func member(_ name: StaticString, optional text: String?) {
    key(name)
    optional(text)
  }

  mutating func member(_ name: StaticString, optional number: Int?) {
    key(name)
    optional(number)
  }

  mutating func member(_ name: StaticString, _ number: Int) {
    key(name)
    integer(number)
  }

  mutating func member(_ name: StaticString, _ value: Bool) {
    key(name)
    boolean(value)
  }

  /// An object, or null where there is none.
  mutating func member<Value>(_ name: StaticString, _ value: Value?, _ members: (inout Self, Value) -> Void) {
    key(name)
    if let value { object { members(&$0, value) } } else { null() }
  }

  mutating func member<Elements: Sequence>(
    _ name: StaticString, each elements: Elements, _ write: (inout Self, Elements.Element) -> Void
  ) {
    key(name)
    array(elements, write)
  }
}
