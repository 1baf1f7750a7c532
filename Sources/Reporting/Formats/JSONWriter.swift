import Compliance
import MasterPlan
import Source
import Writing

/// Writes JSON (RFC 8259) as it comes, without a tree in between: the same text that `JSON` would give, for
/// reports of which a review writes thousands.
struct JSONWriter: MemberWriter {
  private(set) var bytes: [UInt8] = []
  /// Two spaces a level and a member a line, or everything on one line.
  private let isIndented: Bool
  private var depth = 0
  private var isFirst = true

  private let memory: LineMemory?
  /// What was written for the sections of the last plan where something is missing: the same few for most
  /// findings.
  private var sections: [(place: Place, bytes: [UInt8])] = []

  /// - Parameter memory: words of earlier lines.
  init(indented: Bool, memory: LineMemory? = nil) {
    isIndented = indented
    self.memory = memory
    bytes.reserveCapacity(indented ? 0 : 192 << 10)
  }

  // MARK: Structure

  mutating func object(_ members: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "{"))
    members(&self)
    close(UInt8(ascii: "}"))
  }

  mutating func array<Elements: Sequence>(
    _ elements: Elements, _ write: (inout JSONWriter, Elements.Element) -> Void
  ) {
    open(UInt8(ascii: "["))
    for element in elements {
      separate()
      write(&self, element)
    }
    close(UInt8(ascii: "]"))
  }

  /// Begins a member; its value comes next.
  mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    if isIndented { bytes.append(0x20) }
  }

  private mutating func open(_ byte: UInt8) {
    bytes.append(byte)
    depth += 1
    isFirst = true
  }

  private mutating func close(_ byte: UInt8) {
    depth -= 1
    if !isFirst { breakLine() }
    isFirst = false
    bytes.append(byte)
  }

  private mutating func separate() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    breakLine()
  }

  private mutating func breakLine() {
    guard isIndented else { return }
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<depth * 2 { bytes.append(0x20) }
  }

  // MARK: Values

  mutating func string(_ text: String) { JSON.write(text, to: &bytes) }

  mutating func integer(_ number: Int) { Self.write(number, to: &bytes) }

  mutating func null() { raw("null") }

  mutating func boolean(_ value: Bool) { raw(value ? "true" : "false") }

  private mutating func raw(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private static func write(_ number: Int, to bytes: inout [UInt8]) {
    guard number >= 10 else {
      if number < 0 {
        bytes.append(contentsOf: String(number).utf8)
      } else {
        bytes.append(0x30 + UInt8(number))
      }
      return
    }
    let start = bytes.count
    var rest = number
    while rest > 0 {
      bytes.append(0x30 + UInt8(rest % 10))
      rest /= 10
    }
    bytes[start...].reverse()
  }

  // MARK: Words of earlier lines, and bytes of the plan as they are

  mutating func remembered(
    _ finding: Finding, evidence: (inout JSONWriter) -> Void, words: () -> LineMemory.Words
  ) -> Bool {
    guard let memory, let words = memory.words(of: finding, make: words) else { return false }
    separate()
    bytes.append(contentsOf: words.before)
    evidence(&self)
    separate()
    bytes.append(contentsOf: words.after)
    return true
  }

  func remembered(_ citation: LocatedCitation, words: () -> String) -> String {
    memory?.words(of: citation, make: words) ?? words()
  }

  func sealLine(of finding: Finding) -> [UInt8] { memory?.known(finding)?.seal ?? finding.sealLine }

  mutating func remembered(_ evidence: Evidence, write: (inout JSONWriter) -> Void) {
    guard evidence.role == .belongsHere else { return write(&self) }
    let place = evidence.place
    if let first = sections.first, !first.place.isInDocument(of: place) { sections = [] }
    for section in sections where section.place == place {
      isFirst = false
      return bytes.append(contentsOf: section.bytes)
    }
    let start = bytes.count
    write(&self)
    sections.append((place, Array(bytes[start...])))
  }

  mutating func path(of place: Place) {
    // Names of the schema and numbers: nothing to escape.
    bytes.append(UInt8(ascii: "\""))
    place.writePath(to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func excerpt(of evidence: Evidence) {
    // In a review these are most of the bytes, and most stand in the plan as they are written here.
    let isWritten = evidence.withExcerpt { JSON.writePlain($0, limit: 400, to: &bytes) } ?? false
    if !isWritten { string(SafeText.of(evidence.excerpt, limit: 400)) }
  }
}
