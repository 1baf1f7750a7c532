import Manuscript
import Source
import Wordings

// Systems, platforms, databases that a document names.
extension RecognitionPass {
  /// Each name once, where it first stands. A name begins with the word for a kind of system and goes on to a sign or a
  /// word that names do not hold. It stands in a plan where the document treats it as one thing: in capitals, behind a
  /// verb of building, as a heading; and where the kind alone may be of anything, with a word that only digital systems
  /// have. All else is asked.
  mutating func findComponents(_ text: String, _ place: ManuscriptPlace) {
    let read = ReadText(text)
    var word = 0
    while word < read.words.count {
      guard let match = rules[.component].match(at: word, in: read.folded) else {
        word += 1
        continue
      }
      let end = nameEnd(from: match.range.upperBound, in: read)
      defer { word = max(end, match.range.upperBound, word + 1) }
      guard end - word >= 2, end - word <= 24, !isGeneric(word..<end, read),
        !(read.isCapital(word) && startsSentence(word, read) && isVerb(word, read))
      else { continue }
      let standing = standing(word, read)
      guard standing != .mentioned || read.isCapital(word) || isDigital(word..<end, match, read) else {
        continue
      }
      let name = read.string(word..<end).closingBrackets.bare
      guard isNew(word..<end, read) else { continue }
      // A name alone may be of anything: what a wording of the catalogue shows as well is of that type.
      let shown = type(of: name)
      let isSure = standing == .named && isDigital(word..<end, match, read)
      var attributes = [("type", shown ?? match.means)]
      if PlannedWords(text).isPlanned { attributes.append(("status", "planned")) }
      add(
        RecognisedFact(
          "architecture", "component", name, attributes, at: place, quoting: text,
          by: .name(read.string(match.range)), isSure ? .likely : .ask))
    }
  }

  private enum Standing { case named, mentioned }

  /// Whether the words around it treat it as a thing of its own.
  private func standing(_ word: Int, _ read: ReadText) -> Standing {
    if read.isCapital(word) { return .named }
    var before = word
    // `xây dựng các hệ thống …`, `xây dựng 02 hệ thống …`
    while before > 0, read.gap(before: before).allSatisfy({ $0 <= 0x20 }),
      rules[.plural].match(at: before - 1, in: read.folded) != nil
        || read.printed(before - 1).utf8.allSatisfy({ (0x30...0x39).contains($0) })
    {
      before -= 1
    }
    return rules[.build].isEnd(of: read.folded, before: before) != nil ? .named : .mentioned
  }

  private func isVerb(_ word: Int, _ read: ReadText) -> Bool {
    rules[.generic].match(at: word, in: read.folded)?.means == "verb"
  }

  private func isGeneric(_ name: Range<Int>, _ read: ReadText) -> Bool {
    guard let generic = rules[.generic].match(at: name.lowerBound, in: read.folded), generic.means != "verb"
    else { return false }
    return generic.range.upperBound >= name.upperBound || generic.means == "never"
  }

  /// Kinds that stand for one thing in all texts, or a name with a word that only digital systems have.
  private func isDigital(_ name: Range<Int>, _ match: PhraseTable.Match, _ read: ReadText) -> Bool {
    match.range.count > 1
      || name.dropFirst().contains { rules[.digital].match(at: $0, in: read.folded) != nil }
  }

  private func startsSentence(_ word: Int, _ read: ReadText) -> Bool {
    word == 0 || read.gap(before: word).contains { ".;:+\n".utf8.contains($0) }
  }

  /// Whether the name did not stand before. A longer name that begins with one that did is another system where a
  /// complement tells them apart (`… về thủ tục hành chính`); else it is the same with more words behind it.
  private mutating func isNew(_ name: Range<Int>, _ read: ReadText) -> Bool {
    let words = Array(read.words[name])
    let start = Array(words.prefix(2))
    for before in components[start] ?? [] {
      if before.starts(with: words) { return false }
      if words.starts(with: before), before.count >= 5 || words.count - before.count < 2,
        rules[.titledNot].match(at: name.lowerBound + before.count, in: read.folded) == nil
      {
        return false
      }
    }
    components[start, default: []].append(words)
    return true
  }

  private func nameEnd(from start: Int, in read: ReadText) -> Int {
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
      if depth == 0, rules[.nameEnd].match(at: end, in: read.folded) != nil, !read.isCapital(end) {
        return goesOn(end, from: start, read) ?? end
      }
      end += 1
    }
    return end
  }

  /// `hệ thống thu gom và xử lý rác thải thông minh`: "và" is inside a name that is digital by what stands behind it.
  private func goesOn(_ and: Int, from start: Int, _ read: ReadText) -> Int? {
    guard rules[.and].match(at: and, in: read.folded) != nil,
      !(start..<and).contains(where: { rules[.digital].match(at: $0, in: read.folded) != nil }),
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
