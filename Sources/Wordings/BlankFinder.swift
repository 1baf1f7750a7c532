/// Finds what a form left open: dotted lines, brackets with an instruction, fields of a mail merge that was not run,
/// what a word processor shows for a reference that it lost. A remark, a reference or an abbreviation in brackets is
/// none.
struct BlankFinder {
  private let text: UnsafeBufferPointer<UInt8>
  private let scan: TextScan
  private let book: PhraseBook
  private(set) var blanks: [StatementReading.Blank] = []

  init(_ text: UnsafeBufferPointer<UInt8>, _ scan: TextScan, _ book: PhraseBook) {
    self.text = text
    self.scan = scan
    self.book = book
    findPrompts()
    findSigns()
    blanks.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  private mutating func add(_ range: Range<Int>, _ reason: StatementReading.Blank.Reason) {
    blanks.append(StatementReading.Blank(range: range, reason: reason))
  }

  private mutating func findPrompts() {
    for hit in scan.hits where book.role(hit.phrase).contains(.prompt) {
      add(Int(scan.words[Int(hit.start)].start)..<Int(scan.words[Int(hit.end) - 1].end), .prompt)
    }
  }

  private mutating func findSigns() {
    var end = 0
    for sign in scan.signs where sign >= end {
      let found: Range<Int>?
      switch text[sign] {
      case 0xE2 where has([0xE2, 0x98, 0x90], at: sign):
        add(sign..<sign + 3, .prompt)
        found = sign..<sign + 3
      case UInt8(ascii: "."), 0xE2, UInt8(ascii: "_"): found = dottedLine(at: sign)
      case UInt8(ascii: "#"): found = cellError(at: sign)
      default: found = bracket(at: sign)
      }
      end = found?.upperBound ?? end
    }
  }

  // MARK: Dotted lines

  /// A run of dots, ellipses or lines; gives where it ends, whether or not it is a blank.
  private mutating func dottedLine(at sign: Int) -> Range<Int>? {
    var start = sign
    while start > 0, text[start - 1] == UInt8(ascii: ".") { start -= 1 }
    var end = start
    var dots = 0
    var ellipses = 0
    var lines = 0
    var last = start
    scanning: while end < text.count {
      switch text[end] {
      case UInt8(ascii: "."):
        dots += 1
        end += 1
      case UInt8(ascii: "_"):
        lines += 1
        end += 1
      case 0xE2 where hasEllipsis(at: end):
        ellipses += 1
        end += 3
      case 0x20 where dots + ellipses + lines > 1 && end - last < 2:
        end += 1
        continue scanning
      default: break scanning
      }
      last = end
    }
    guard last > start else { return nil }
    let range = start..<last
    let isLong = dots >= 5 || ellipses >= 2 || lines >= 3 || ellipses >= 1 && dots >= 3
    let isGap = ellipses == 1 || dots == 3 || dots == 4 || lines == 2
    if isLong || isGap && isSlot(range) { add(range, .dottedLine) }
    return range
  }

  private func hasEllipsis(at index: Int) -> Bool {
    index + 2 < text.count && text[index] == 0xE2 && text[index + 1] == 0x80 && text[index + 2] == 0xA6
  }

  /// Whether something is to be put in here: "số …/QĐ-UBND", "ngày … tháng … năm …", or all of the text.
  private func isSlot(_ range: Range<Int>) -> Bool {
    let before = previous(range.lowerBound)
    let after = next(range.upperBound)
    if before == UInt8(ascii: "/") || after == UInt8(ascii: "/") { return true }
    if before == nil, after == nil { return true }
    // After a comma, or in a list in brackets, it says "and so on".
    guard before != UInt8(ascii: ",") else { return false }
    let behind = firstWord(at: range.upperBound)
    if behind > 0, isBlank(Int(scan.words[behind - 1].end)..<range.lowerBound),
      hasSlot(max(0, behind - 2)..<behind)
    {
      return true
    }
    return behind < scan.words.count && isBlank(range.upperBound..<Int(scan.words[behind].start))
      && hasSlot(behind..<min(behind + 2, scan.words.count))
  }

  private func hasSlot(_ words: Range<Int>) -> Bool {
    book.clauseAutomaton.hits(scan.words, in: words).contains {
      book.role($0.phrase).contains(.slot)
    }
  }

  private func previous(_ index: Int) -> UInt8? {
    text[..<index].last { $0 != 0x20 && $0 != 0x0A && $0 != 0x09 }
  }

  private func next(_ index: Int) -> UInt8? {
    text[index...].first { $0 != 0x20 && $0 != 0x0A && $0 != 0x09 }
  }

  private func isBlank(_ range: Range<Int>) -> Bool {
    text[range].allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0xC2 || $0 == 0xA0 }
  }

  // MARK: Brackets

  private struct Bracket {
    let opening: [UInt8]
    let closing: [UInt8]
    let kind: Kind
    enum Kind { case square, round, field, curly, quotation }
  }

  private static let brackets: [Bracket] = [
    Bracket(opening: Array("{{".utf8), closing: Array("}}".utf8), kind: .field),
    Bracket(opening: Array("${".utf8), closing: Array("}".utf8), kind: .field),
    Bracket(opening: Array("<<".utf8), closing: Array(">>".utf8), kind: .field),
    Bracket(opening: Array("«".utf8), closing: Array("»".utf8), kind: .quotation),
    Bracket(opening: Array("[".utf8), closing: Array("]".utf8), kind: .square),
    Bracket(opening: Array("［".utf8), closing: Array("］".utf8), kind: .square),
    Bracket(opening: Array("{".utf8), closing: Array("}".utf8), kind: .curly),
    Bracket(opening: Array("<".utf8), closing: Array(">".utf8), kind: .square),
    Bracket(opening: Array("(".utf8), closing: Array(")".utf8), kind: .round),
  ]

  /// A bracket that begins here; gives its range where it is a blank.
  private mutating func bracket(at start: Int) -> Range<Int>? {
    guard let bracket = Self.brackets.first(where: { has($0.opening, at: start) }),
      let close = closing(of: bracket, from: start + bracket.opening.count)
    else { return nil }
    let inside = start + bracket.opening.count..<close
    let range = start..<close + bracket.closing.count
    guard let reason = reason(bracket.kind, inside, range) else { return nil }
    add(range, reason)
    return range
  }

  private func has(_ signs: [UInt8], at index: Int) -> Bool {
    guard text[index] == signs[0], index + signs.count <= text.count else { return false }
    return signs.indices.allSatisfy { text[index + $0] == signs[$0] }
  }

  /// Where the nearest closing bracket begins, within the length of an instruction.
  private func closing(of bracket: Bracket, from start: Int) -> Int? {
    var index = start
    let last = min(text.count - bracket.closing.count, start + Self.longest)
    while index <= last {
      if has(bracket.closing, at: index) { return index }
      index += 1
    }
    return nil
  }

  private static let longest = 400

  private func reason(
    _ kind: Bracket.Kind, _ inside: Range<Int>, _ range: Range<Int>
  ) -> StatementReading.Blank.Reason? {
    let words = self.words(in: inside)
    guard !words.isEmpty else {
      return kind == .field || isDotted(inside) ? .dottedLine : nil
    }
    switch kind {
    case .field: return .mergeField
    case .round: return begins(words, with: .instruction) && !refers(words) ? .instruction : nil
    case .curly where isFieldCode(inside): return .mergeField
    case .quotation where isAlone(range) || isFieldName(inside): return .mergeField
    case .square, .curly, .quotation:
      if begins(words, with: .instruction) { return refers(words) ? nil : .instruction }
      guard begins(words, with: .placeholder) else { return nil }
      // "[Số 12/QĐ-UBND]" has been filled in.
      let isFilled = words.contains { scan.words[$0].traits.contains(.digits) }
      return isFilled ? nil : .instruction
    }
  }

  private func words(in range: Range<Int>) -> Range<Int> {
    let from = firstWord(at: range.lowerBound)
    var end = from
    while end < scan.words.count, Int(scan.words[end].end) <= range.upperBound { end += 1 }
    return from..<end
  }

  /// The first word that does not begin before the place.
  private func firstWord(at place: Int) -> Int {
    var low = 0
    var high = scan.words.count
    while low < high {
      let middle = (low + high) / 2
      if Int(scan.words[middle].start) < place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func begins(_ words: Range<Int>, with role: PhraseBook.Roles) -> Bool {
    hit(at: words, role) != nil
  }

  private func hit(at words: Range<Int>, _ role: PhraseBook.Roles) -> TextScan.Hit? {
    let beginning = words.lowerBound..<min(words.upperBound, words.lowerBound + 4)
    return book.clauseAutomaton.hits(scan.words, in: beginning).last {
      Int($0.start) == words.lowerBound && book.role($0.phrase).contains(role)
    }
  }

  /// "(nêu tại Phụ lục 2)" points somewhere and asks for nothing.
  private func refers(_ words: Range<Int>) -> Bool {
    guard let instruction = hit(at: words, .instruction), Int(instruction.end) < words.upperBound else {
      return false
    }
    let rest = Int(instruction.end)..<words.upperBound
    return hit(at: rest, .adverbial) != nil
  }

  private func isDotted(_ range: Range<Int>) -> Bool {
    let inside = text[range]
    let dots = inside.count { $0 == UInt8(ascii: ".") }
    let ellipses = inside.count { $0 == 0xA6 }
    // "[…]" and "[...]" are what an editor left out.
    return inside.contains(UInt8(ascii: "_")) || dots > 3 || ellipses > 1
  }

  private func isFieldCode(_ range: Range<Int>) -> Bool {
    let code = text[range].drop { $0 == 0x20 }.prefix { $0 >= 0x41 && $0 <= 0x5A }
    return Self.fieldCodes.contains { $0.elementsEqual(code) }
  }

  private static let fieldCodes = [
    "MERGEFIELD", "REF", "PAGEREF", "FORMTEXT", "FORMDROPDOWN", "DOCPROPERTY", "DOCVARIABLE", "FILLIN", "ASK",
    "MACROBUTTON", "IF", "INCLUDETEXT",
  ].map { Array($0.utf8) }

  /// A name as mail merges have it: one word without blanks, or with low lines.
  private func isFieldName(_ range: Range<Int>) -> Bool {
    let name = text[range]
    return name.contains(UInt8(ascii: "_")) || !name.contains(0x20) && name.allSatisfy { $0 < 0x80 }
  }

  /// Whether nothing but signs stands around it.
  private func isAlone(_ range: Range<Int>) -> Bool {
    scan.words.allSatisfy { range.contains($0.bytes) }
  }

  // MARK: Errors of spreadsheets

  private mutating func cellError(at start: Int) -> Range<Int>? {
    guard let error = Self.cellErrors.first(where: { text[start...].starts(with: $0) }) else { return nil }
    let range = start..<start + error.count
    add(range, .cellError)
    return range
  }

  private static let cellErrors = [
    "#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!",
  ].map { Array($0.utf8) }
}
