import Manuscript
import Source
import Wordings

// Systems, platforms, databases that a document names.
extension RecognitionPass {
  /// Each name once, where it first stands. A name begins with the word for a kind of system and goes on to a sign or a
  /// word that names do not hold. It stands in a plan where the document treats it as one thing: in capitals, behind a
  /// verb of building, as a heading; and where the kind alone may be of anything, with a word that only digital systems
  /// have. All else is asked.
  /// - Parameter isMeasured: whether the words say what is measured: they name systems only in passing.
  mutating func findComponents(_ text: String, _ place: ManuscriptPlace, isMeasured: Bool = false) {
    let read = ReadText(text)
    var word = 0
    /// Where a name ended that the document treats as one thing: in a list the next is one as well.
    var namedEnd: Int?
    while word < read.words.count {
      guard let match = rules[.component].match(at: word, in: read.folded), isOneKind(match.range, read)
      else {
        word += 1
        continue
      }
      let end = nameEnd(word, from: match.range.upperBound, in: read)
      defer { word = max(end, match.range.upperBound, word + 1) }
      guard end - word >= 2, end - word <= 24, !isGeneric(word..<end, read),
        !(read.isCapital(word) && startsSentence(word, read) && isVerb(word, read))
      else { continue }
      let isDigital = isDigital(word..<end, match, read)
      var standing = standing(word, match, end, read)
      if standing == .mentioned, isDigital, !isVague(match, read) || namedEnd == word,
        namedEnd == word || hasOwnSign(word..<end, read)
      {
        standing = .named
      }
      if standing == .named { namedEnd = continued(end, read) }
      // In the middle of a sentence in small letters the kind alone says nothing.
      if standing == .mentioned, !isDigital || isVague(match, read) { continue }
      let isMeasured = isMeasured || isShare(word, read)
      if isMeasured, standing != .named { continue }
      guard isNew(word..<end, read, remember: !isMeasured) else { continue }
      let name = read.string(word..<end).closingBrackets.bare
      // A name alone may be of anything: what a wording of the catalogue shows as well is of that type.
      let shown = type(of: name)
      var attributes = [("type", shown ?? match.means)]
      if PlannedWords(text).isPlanned { attributes.append(("status", "planned")) }
      add(
        RecognisedFact(
          "architecture", "component", name, attributes, at: place, quoting: text,
          by: .name(read.string(match.range)),
          standing == .named && isDigital && !isMeasured ? .likely : .ask))
    }
  }

  private enum Standing { case named, mentioned }

  /// `hạ tầng, dữ liệu`: a short kind does not go over a comma.
  private func isOneKind(_ kind: Range<Int>, _ read: ReadText) -> Bool {
    kind.count > 4
      || !kind.dropFirst().contains { read.gap(before: $0).contains { ",;:.(".utf8.contains($0) } }
  }

  /// Whether the words around it treat it as a thing of its own.
  private func standing(_ word: Int, _ match: PhraseTable.Match, _ end: Int, _ read: ReadText) -> Standing {
    let isClass = rules[.generic].match(at: word, in: read.folded)?.means == "class"
    if read.isCapital(word), !startsSentence(word, read) { return .named }
    if isClass { return .mentioned }
    if read.isCapital(word) {
      // A sentence or heading that begins with a kind and nothing else speaks of all of them.
      return match.range.upperBound < end ? .named : .mentioned
    }
    var before = word
    // `xây dựng các hệ thống …`, `xây dựng 02 hệ thống …`
    while before > 0, read.gap(before: before).allSatisfy({ $0 <= 0x20 }),
      rules[.plural].match(at: before - 1, in: read.folded) != nil
        || read.printed(before - 1).utf8.allSatisfy({ (0x30...0x39).contains($0) })
    {
      before -= 1
    }
    // `triển khai tối thiểu 01 sàn giao dịch`
    if let least = rules[.least].isEnd(of: read.folded, before: before) { before = least.range.lowerBound }
    return rules[.build].isEnd(of: read.folded, before: before) != nil ? .named : .mentioned
  }

  private func isVerb(_ word: Int, _ read: ReadText) -> Bool {
    rules[.generic].match(at: word, in: read.folded)?.means == "verb"
  }

  private func isGeneric(_ name: Range<Int>, _ read: ReadText) -> Bool {
    guard let generic = rules[.generic].match(at: name.lowerBound, in: read.folded), generic.means != "verb"
    else { return false }
    if generic.means == "never" { return true }
    guard generic.means != "class", generic.range.upperBound >= name.upperBound else { return false }
    // `Hệ thống Cảnh báo, dự báo, …`: more of the name stands behind the comma.
    let isCut =
      name.upperBound < read.words.count && read.gap(before: name.upperBound).contains(UInt8(ascii: ","))
    return !(isCut && read.isCapital(name.lowerBound) && !startsSentence(name.lowerBound, read))
  }

  /// Kinds that may be of anything: a system, an application.
  private func isVague(_ match: PhraseTable.Match, _ read: ReadText) -> Bool {
    rules[.vague].match(at: match.range.lowerBound, in: read.folded).map { $0.range == match.range } ?? false
  }

  /// What a list goes on with behind a name: the word behind a comma, a semicolon or "và"; nil where the list ends.
  private func continued(_ end: Int, _ read: ReadText) -> Int? {
    guard end < read.words.count else { return nil }
    if rules[.and].match(at: end, in: read.folded) != nil { return end + 1 }
    let gap = read.gap(before: end)
    return gap.contains { ",;".utf8.contains($0) } && !gap.contains { ".:".utf8.contains($0) } ? end : nil
  }

  /// What only a name has: an abbreviation in brackets behind it, whose it is, or what it is about.
  private func hasOwnSign(_ name: Range<Int>, _ read: ReadText) -> Bool {
    if rules[.generic].match(at: name.lowerBound, in: read.folded)?.means == "class" { return false }
    let hasAbbreviation = name.dropFirst().contains {
      guard read.gap(before: $0).contains(UInt8(ascii: "(")) else { return false }
      let scalars = read.printed($0).unicodeScalars
      return scalars.count <= 8 && scalars.count { $0.properties.isUppercase } >= 2
    }
    if hasAbbreviation { return true }
    return name.dropFirst(2).contains {
      rules[.own].match(at: $0, in: read.folded) != nil && $0 + 1 < name.upperBound
    }
  }

  /// Whether the clause gives the share of something before it comes to the name.
  private func isShare(_ word: Int, _ read: ReadText) -> Bool {
    var place = word
    while place > 0 {
      let gap = read.gap(before: place)
      if gap.contains(where: { ";.".utf8.contains($0) }) { return false }
      if gap.contains(UInt8(ascii: "%")) { return true }
      place -= 1
    }
    return read.gap(before: 0).contains(UInt8(ascii: "%"))
  }

  /// A kind that is digital by itself, or a name with a word that only digital systems have.
  private func isDigital(_ name: Range<Int>, _ match: PhraseTable.Match, _ read: ReadText) -> Bool {
    !isVague(match, read)
      || name.dropFirst(match.range.count).contains { rules[.digital].match(at: $0, in: read.folded) != nil }
  }

  private func startsSentence(_ word: Int, _ read: ReadText) -> Bool {
    word == 0 || read.gap(before: word).contains { ".;:+\n".utf8.contains($0) }
  }

  /// Whether the name did not stand before. A longer name that begins with one that did is another system where a
  /// complement tells them apart (`… về thủ tục hành chính`); else it is the same with more words behind it.
  private mutating func isNew(_ name: Range<Int>, _ read: ReadText, remember: Bool) -> Bool {
    let words = Array(read.words[name])
    let start = Array(words.prefix(2))
    for before in components[start] ?? [] {
      if before.starts(with: words) { return false }
      let shared = zip(words, before).prefix { $0 == $1 }.count
      // Long names that part late are one, seen from two sides.
      if shared >= 7 { return false }
      if shared == before.count, before.count >= 5 || words.count - before.count < 2 {
        let next = name.lowerBound + shared
        let isOther =
          read.isCapital(next) || rules[.titledNot].match(at: next, in: read.folded) != nil
          || rules[.complement].match(at: next, in: read.folded) != nil
        if !isOther { return false }
      }
    }
    if remember { components[start, default: []].append(words) }
    return true
  }

  private func nameEnd(_ word: Int, from start: Int, in read: ReadText) -> Int {
    var end = start
    var depth = 0
    while end < read.words.count {
      let gap = read.gap(before: end)
      if gap.contains(UInt8(ascii: "(")) { depth += 1 }
      if gap.contains(UInt8(ascii: ")")) {
        depth = max(0, depth - 1)
        if depth == 0 { return end }
      }
      if depth == 0, gap.contains(where: { ",;:.+".utf8.contains($0) }) { return end }
      if depth == 0, gap.contains(UInt8(ascii: "-")), gap.contains(0x0A) { return end }
      if depth == 0, rules[.nameEnd].match(at: end, in: read.folded) != nil, !read.isCapital(end),
        rules[.own].isEnd(of: read.folded, before: end) == nil
      {
        // `Hệ thống thông tin phục vụ họp …`: without its complement it is no name.
        let isBare =
          end == start || rules[.generic].match(at: word, in: read.folded)?.range.upperBound == end
        if isBare, read.isCapital(word), end + 1 < read.words.count,
          rules[.complement].match(at: end, in: read.folded) != nil
        {
          end += 1
          continue
        }
        return goesOn(end, from: word, isBare: isBare, read) ?? end
      }
      end += 1
    }
    return end
  }

  /// `hệ thống thu gom và xử lý rác thải thông minh`: "và" is inside a name that is digital by what stands behind it.
  private func goesOn(_ and: Int, from start: Int, isBare: Bool, _ read: ReadText) -> Int? {
    guard rules[.and].match(at: and, in: read.folded) != nil,
      isBare || !(start..<and).contains(where: { rules[.digital].match(at: $0, in: read.folded) != nil }),
      rules[.component].match(at: and + 1, in: read.folded) == nil,
      rules[.build].match(at: and + 1, in: read.folded) == nil
    else { return nil }
    var end = and + 1
    while end < read.words.count, end - and <= 7, !read.isCapital(end) {
      if read.gap(before: end).contains(where: { ",;:.+(".utf8.contains($0) })
        || rules[.nameEnd].match(at: end, in: read.folded) != nil
      {
        break
      }
      end += 1
    }
    return (and + 1..<end).contains(where: { rules[.digital].match(at: $0, in: read.folded) != nil })
      ? end : nil
  }

  /// The type that the wordings show.
  private mutating func type(of name: String) -> String? {
    var copy = name
    let reading = copy.withUTF8 { recogniser.statements.read($0, using: &memory) }
    let types = reading.mentions.filter { $0.standing == .shown }.map {
      recogniser.statements.wordings[$0.wording]
    }
    .filter { $0.list == "component-type" }
    return types.first?.token
  }
}

extension String {
  /// Without a bracket that is opened and never closed, and what stands in it.
  fileprivate var closingBrackets: String {
    guard let open = unicodeScalars.lastIndex(of: "("), !unicodeScalars[open...].contains(")") else {
      return self
    }
    return String(unicodeScalars[..<open])
  }
}
