import Foundation
import Source
import TestSupport
import Testing

@testable import XML

/// The short way of reading a plan against the long one, in which libxml2 builds a tree and validates it.
@Suite struct DocumentTableTests {
  private let schema: TableSchema

  init() throws {
    schema = try Repository.planSchema.get()
  }

  @Test("Every plan of Examples/ is read the short way, with what the long way reads", arguments: plans())
  func examples(_ path: String) throws {
    let source = try Repository.source(path)
    let quick = try #require(quickTable(of: source))
    #expect(try difference(quick, longTable(of: source)) == nil)
  }

  @Test("One change anywhere in a plan: what the short way accepts is valid and the same", arguments: 0..<16)
  func mutations(_ seed: Int) throws {
    var random = Seeded(state: UInt64(seed) &* 0x9E37_79B9 &+ 1)
    let paths = Self.plans()
    var accepted = 0
    for round in 0..<120 {
      let source = try Repository.source(paths[round % paths.count])
      let changed = try Self.mutated(source, by: &random)
      let text: SourceText
      do { text = try SourceText(name: "changed.xml", stored: changed) } catch { continue }
      guard let quick = quickTable(of: text) else { continue }
      accepted += 1
      let long = try #require(try? longTable(of: text), "libxml2 refuses what the short way accepts")
      #expect(difference(quick, long) == nil)
    }
    // A change of a word in a text is still a valid plan: the test must have compared something.
    #expect(accepted > 10)
  }

  @Test(
    "What the short way does not understand is still read",
    arguments: [
      (
        "a prefix", "xmlns=\"urn:khung:master-plan:1\"",
        "xmlns=\"urn:khung:master-plan:1\" xmlns:q=\"urn:khung:master-plan:1\""
      ),
      ("a reference in a text", "thành phố Bình Lam</name>", "thành phố B&#xEC;nh Lam &amp; phụ cận</name>"),
      ("a CDATA section", "thành phố Bình Lam</name>", "thành phố <![CDATA[Bình Lam]]></name>"),
      ("a comment in a text", "thành phố Bình Lam</name>", "thành <!-- ở đây -->phố Bình Lam</name>"),
      ("a tilde", "thành phố Bình Lam</name>", "thành phố &#126; Bình ~ Lam</name>"),
      (
        "a location of a schema", "coverage=\"complete\">",
        "coverage=\"complete\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"a b\">"
      ),
      ("white space in values", "stage=\"approved\"", "stage=\"  approved\n\""),
      ("a reference in a value", "clause=\"", "clause=\"Mục &#x1EA5; &lt;"),
    ])
  func longWay(_ name: String, _ old: String, _ new: String) throws {
    let plan = try String(decoding: Repository.source("Examples/binh-lam-complete.xml").bytes, as: UTF8.self)
    let place = try #require(plan.range(of: old))
    let changed = plan.replacingCharacters(in: place, with: new)
    let text = try SourceText(name: "changed.xml", stored: Array(changed.utf8))
    #expect(try difference(schema.table(of: text), longTable(of: text)) == nil, "\(name)")
  }

  @Test(
    "A key that is there twice, or a reference that leads nowhere, is left to libxml2",
    arguments: [
      ("phase=\"GD1\"", "phase=\"GD9\""), ("id=\"GD2\"", "id=\"GD1\""),
    ])
  func keys(_ old: String, _ new: String) throws {
    let plan = try String(decoding: Repository.source("Examples/binh-lam-complete.xml").bytes, as: UTF8.self)
    let place = try #require(plan.range(of: old))
    let text = try SourceText(
      name: "changed.xml", stored: Array(plan.replacingCharacters(in: place, with: new).utf8))
    let quick = quickTable(of: text)
    #expect(quick == nil)
    #expect(throws: Refusal.self) { try schema.table(of: text) }
  }

  @Test(
    "Letters that are no characters of XML are left to libxml2",
    arguments: [
      [0xED, 0xA0, 0x80], [0xEF, 0xBF, 0xBE], [0xC0, 0x80], [0xC3], [0xF5, 0x80, 0x80, 0x80], [0xE1, 0xBA],
    ] as [[UInt8]])
  func illegalLetters(_ bytes: [UInt8]) throws {
    var plan = try Repository.source("Examples/binh-lam-complete.xml").bytes
    let place = try #require(SourceText(name: "p", stored: plan).offset(of: "Bình Lam</name>"))
    plan.insert(contentsOf: bytes, at: place)
    let text = try SourceText(name: "changed.xml", stored: plan)
    let quick = quickTable(of: text)
    #expect(quick == nil)
    #expect(throws: Refusal.self) { try schema.table(of: text) }
  }

  /// A plan with something written into it.
  private func plan(with piece: String, before mark: String) throws -> SourceText {
    var bytes = try Repository.source("Examples/binh-lam-complete.xml").bytes
    let place = try #require(SourceText(name: "p", stored: bytes).offset(of: mark))
    bytes.insert(contentsOf: piece.utf8, at: place)
    return try SourceText(name: "changed.xml", stored: bytes)
  }

  private func refusal(of text: SourceText, limits: Limits = Limits()) -> MarkupFault? {
    do throws(Refusal) {
      _ = try schema.table(of: text, limits: limits)
      return nil
    } catch {
      return error.cause as? MarkupFault
    }
  }

  @Test func `what is hostile in a short plan is refused as in any document`() throws {
    let laughs = "<!DOCTYPE a [<!ENTITY a 'b'><!ENTITY c '&a;&a;'>]>"
    let root = "<master-plan"
    #expect(try refusal(of: plan(with: laughs, before: root)) == .documentType)
    #expect(try refusal(of: plan(with: "<!DOCTYPE a SYSTEM 'a.dtd'>", before: root)) == .documentType)
    let namespaces = (0..<300).map { " xmlns:n\($0)='urn:n'" }.joined()
    let attributes = (0..<300).map { " a\($0)='x'" }.joined()
    // libxml2 does not count these.
    let xml = String(repeating: " xmlns:xml='http://www.w3.org/XML/1998/namespace'", count: 300)
    for piece in [namespaces, attributes, xml] {
      let text = try plan(with: piece, before: " xmlns=\"urn:khung:master-plan:1\"")
      #expect(text.isBrief(Limits()))
      #expect(refusal(of: text) == .tooManyAttributes(limit: 256))
    }
    let deep = String(repeating: "<statement>", count: 200)
    #expect(try refusal(of: plan(with: deep, before: "</master-plan>")) == .tooDeep(limit: 100))
    let unmarked = try Repository.source("Examples/binh-lam-complete.xml").bytes
    let zero = try SourceText(name: "zero.xml", stored: unmarked + [0] + Array("<x>".utf8))
    #expect(refusal(of: zero) == .nulByte)
  }

  @Test func `limits that a caller sets bind a short plan too`() throws {
    let text = try Repository.source("Examples/binh-lam-complete.xml")
    var limits = Limits()
    limits.input.depth = 3
    #expect(refusal(of: text, limits: limits) == .tooDeep(limit: 3))
    limits = Limits()
    limits.input.attributes = 2
    #expect(refusal(of: text, limits: limits) == .tooManyAttributes(limit: 2))
    limits = Limits()
    limits.input.text = 100
    #expect(refusal(of: text, limits: limits) == .textTooLong(limit: 100))
    #expect(refusal(of: text) == nil)
  }

  @Test func `a plan with a long stretch without tags is looked through first, and read the same`() throws {
    let words = String(repeating: "Đô thị thông minh. ", count: 4_000)
    for piece in [words, "<!-- \(words) -->"] {
      let text = try plan(with: piece, before: "</title>")
      #expect(!text.isBrief(Limits()))
      #expect(try difference(schema.table(of: text), longTable(of: text)) == nil)
    }
    // Thousands of attributes in one tag are counted before libxml2 compares them pairwise.
    let attributes = (0..<20_000).map { " a\($0)=''" }.joined()
    let wide = try plan(with: attributes, before: " xmlns=\"urn:khung:master-plan:1\"")
    #expect(!wide.isBrief(Limits()))
    #expect(refusal(of: wide) == .tooManyAttributes(limit: 256))
  }

  @Test("Without a tree a plan is refused in the same words and at the same place", arguments: 0..<4)
  func streams(_ seed: Int) throws {
    var random = Seeded(state: UInt64(seed) &* 0x9E37_79B9 &+ 77)
    let paths = Self.plans()
    var refused = 0
    for round in 0..<120 {
      let source = try Repository.source(paths[round % paths.count])
      let text: SourceText
      do {
        text = try SourceText(name: "changed.xml", stored: Self.mutated(source, by: &random))
        _ = try text.guardStructure(Limits())
      } catch { continue }
      let streamed = try StreamValidation(text, tags: text.guardStructure(Limits()))
        .refusal(by: schema.validator())
      do {
        _ = try longTable(of: text)
        #expect(streamed == nil)
      } catch let refusal as Refusal {
        refused += 1
        // All mistakes are named: one that is about a reference leaves all to the tree.
        if ([refusal] + refusal.further).contains(where: {
          ($0.cause as? SchemaViolation)?.kind == .danglingReference
        }) {
          // What is about an element that was read long ago is left to the tree.
          #expect(streamed == nil)
        } else if let violation = refusal.cause as? SchemaViolation, violation.kind == .textNotAllowed {
          // A text in pieces is counted by its pieces.
          #expect(streamed?.isCaused(by: violation) == true && streamed?.position == refusal.position)
        } else {
          #expect(streamed == refusal)
        }
      }
    }
    #expect(refused > 10)
  }

  // MARK: Helpers

  /// As `TableSchema.table` asks for it.
  private func quickTable(of text: SourceText) -> DocumentTable? {
    text.isBrief(Limits()) ? schema.quickTable(of: text, limits: Limits()) : nil
  }

  private func longTable(of text: SourceText) throws -> DocumentTable {
    try schema.validatedTable(of: text, tags: text.guardStructure(Limits()), limits: Limits())
  }

  /// The first row in which two tables differ.
  private func difference(_ one: DocumentTable, _ other: DocumentTable) -> String? {
    let (left, right) = (image(one), image(other))
    if left.count != right.count { return "\(left.count) rows, \(right.count) rows" }
    return zip(left, right).first { $0 != $1 }.map { "\($0) – \($1)" }
  }

  /// Everything that can be asked of a table.
  private func image(_ table: DocumentTable) -> [String] {
    let rows = (0..<table.count).map { row in
      let attributes = table.attributes(of: row).map {
        "\(table.attributeName($0))=\(table.string(table.value(ofAttribute: $0)))"
      }
      return "\(table.name(of: row))[\(table.position(of: row))] in \(table.parent(of: row) ?? -1) to "
        + "\(table.end(of: row)) at \(table.tags[row]) \(attributes) “\(table.string(table.text(of: row)))”"
    }
    return rows + ["\(table.carriers)", "\(table.symbolStarts)"]
  }

  private static func plans() -> [String] {
    Repository.files(below: "Examples", withExtension: "xml").filter { $0.split(separator: "/").count == 2 }
  }

  /// One change of the kinds that people make: a byte, a tag, a value, a piece left out, doubled or moved.
  private static func mutated(_ source: SourceText, by random: inout Seeded) throws -> [UInt8] {
    var bytes = source.bytes
    let tags = try source.guardStructure(Limits())
    let tag = tags[random.below(tags.count)]
    let end = bytes[tag...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1
    switch random.below(9) {
    case 0: bytes[random.below(bytes.count)] = UInt8(random.below(256))
    case 1: bytes.remove(at: random.below(bytes.count))
    case 2:
      let pieces = [
        "&amp;", "&#x1EA1;", "<!-- x -->", "]]>", "\r\n", "  ", "~", "ễ", "<![CDATA[ấ]]>", "<?x y?>", "&#13;",
      ]
      bytes.insert(contentsOf: pieces[random.below(pieces.count)].utf8, at: end + 1)
    case 3:
      // Inside the start tag: another value, or one more attribute.
      let quotes = bytes[tag..<end].indices.filter { bytes[$0] == UInt8(ascii: "\"") }
      guard quotes.count >= 2 else { return bytes }
      let first = random.below(quotes.count / 2) * 2
      let values = [
        "", " ", "x", "2026-02-30", "2026-02-28", "+5", "007", "1.50", "-1", "planned", "đ", "a b", "&lt;",
        "101", "3e2",
      ]
      bytes.replaceSubrange(
        (quotes[first] + 1)..<quotes[first + 1], with: values[random.below(values.count)].utf8)
    case 4:
      let extra = [
        " topic=\"open-data open-data\"", " note=\"ghi chú\"", " id=\"GD1\"", " xml:lang=\"vi\"",
        " phase=\"GD1\"",
      ]
      bytes.insert(
        contentsOf: extra[random.below(extra.count)].utf8,
        at: bytes[end - 1] == UInt8(ascii: "/") ? end - 1 : end)
    case 5, 6:
      let whole = tag..<source.endOfElement(at: tag)
      let piece = Array(bytes[whole])
      if random.below(2) == 0 {
        bytes.removeSubrange(whole)
      } else {
        bytes.insert(contentsOf: piece, at: whole.upperBound)
      }
    case 7:
      let whole = tag..<source.endOfElement(at: tag)
      let piece = Array(bytes[whole])
      let target = tags[random.below(tags.count)]
      guard !whole.contains(target) else { return bytes }
      if target < tag {
        bytes.removeSubrange(whole)
        bytes.insert(contentsOf: piece, at: target)
      } else {
        bytes.insert(contentsOf: piece, at: target)
        bytes.removeSubrange(whole)
      }
    default:
      let word = ["từ", "[số]", "chưa có", "A", "\u{301}", "💡"][random.below(6)]
      bytes.insert(contentsOf: word.utf8, at: end + 1)
    }
    return bytes
  }

  /// SplitMix64: the same seed gives the same changes.
  private struct Seeded {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((value ^ (value >> 31)) % UInt64(max(limit, 1)))
    }
  }
}

@Suite struct MarkupShadowTests {
  @Test("Every character of Unicode, at every offset of a word, is text of XML just where XML 1.0 says so")
  func everyCharacter() {
    var wrong: [UInt32] = []
    for value in 0x80...UInt32(0x10FFFF) {
      // Surrogates are written as if they were characters, which UTF-8 forbids.
      let letter = Self.encoded(value)
      let isCharacter = !(0xD800...0xDFFF).contains(value) && value != 0xFFFE && value != 0xFFFF
      for offset in 0..<(value < 0x3000 ? 8 : 1) {
        let text = Array(repeating: UInt8(ascii: "<"), count: offset) + letter + Array("<abcdefg>".utf8)
        if Self.cast(text).isText != isCharacter { wrong.append(value) }
      }
    }
    #expect(wrong.prefix(10).map { String($0, radix: 16) } == [])
  }

  @Test("Two bytes after each other, of any kind, are taken as the standard library takes them")
  func pairs() {
    for first in UInt8(0x80)...0xFF {
      for second in UInt8(0)...0xFF {
        for rest in [[], [0x41], [0x80], [0xBF, 0x80], [0xE1, 0xBA, 0xA1]] as [[UInt8]] {
          let text = Array("<a>abc".utf8) + [first, second] + rest + Array("</a>    ".utf8)
          let isText = String(validating: text, as: UTF8.self).map { string in
            !string.unicodeScalars.contains { $0.value == 0xFFFE || $0.value == 0xFFFF }
          }
          #expect(Self.cast(text).isText == (isText ?? false), "\(first) \(second) \(rest)")
        }
      }
    }
  }

  @Test func `the shadow keeps every byte of ASCII in its place`() {
    let text = Array("<tên một=\"ằ~\">Đô thị 💡</tên>".utf8)
    let shadow = Self.cast(text)
    #expect(shadow.bytes == text.map { $0 < 0x80 ? $0 : MarkupShadow.tilde })
    #expect(shadow.isText)
  }

  private static func cast(_ text: [UInt8]) -> (bytes: [UInt8], isText: Bool) {
    var shadow = [UInt8](repeating: 0, count: text.count)
    let isText = text.withUnsafeBufferPointer { text in
      shadow.withUnsafeMutableBufferPointer {
        $0.baseAddress.map { MarkupShadow.cast(text, into: $0) } ?? false
      }
    }
    return (shadow, isText)
  }

  /// UTF-8 of a number, also of one that is no character.
  private static func encoded(_ value: UInt32) -> [UInt8] {
    switch value {
    case ..<0x800: [0xC0 | UInt8(value >> 6), 0x80 | UInt8(value & 0x3F)]
    case ..<0x10000:
      [0xE0 | UInt8(value >> 12), 0x80 | UInt8(value >> 6 & 0x3F), 0x80 | UInt8(value & 0x3F)]
    default:
      [
        0xF0 | UInt8(value >> 18), 0x80 | UInt8(value >> 12 & 0x3F), 0x80 | UInt8(value >> 6 & 0x3F),
        0x80 | UInt8(value & 0x3F),
      ]
    }
  }
}
