import Manuscript
import Source
import Wordings

// Systems, platforms, databases that a document names.
extension RecognitionPass {
  /// Each name once, where it first stands. A name begins with the word for a kind of system, in a capital or behind a
  /// verb of building, and goes on to a sign or a word that names do not hold.
  mutating func findComponents(_ text: String, _ place: ManuscriptPlace) {
    guard sections.section != "governance" || tables.last?.place.block == place.block else { return }
    let read = ReadText(text)
    var word = 0
    while word < read.words.count {
      guard let match = rules[.component].match(at: word, in: read.folded) else {
        word += 1
        continue
      }
      let end = nameEnd(from: match.range.upperBound, in: read)
      defer { word = max(end, match.range.upperBound, word + 1) }
      let isNamed =
        word > 0 && !startsSentence(word, read)
        ? read.isCapital(word) || rules[.build].isEnd(of: read.folded, before: word) != nil
        : read.isCapital(word) && rules[.generic].match(at: word, in: read.folded)?.means != "verb"
      guard isNamed, end - word >= max(2, match.range.count + 1), end - word <= 24 else { continue }
      let name = read.string(word..<end).closingBrackets.bare
      if let generic = rules[.generic].match(at: word, in: read.folded), generic.means != "verb",
        generic.range.upperBound >= end || generic.means == "never"
      {
        continue
      }
      guard isNew(Array(read.words[word..<end])) else { continue }
      // A name alone may be of anything: what stands in the plan a wording of the catalogue shows as well.
      let shown = type(of: name)
      var attributes = [("type", shown ?? match.means)]
      if PlannedWords(text).isPlanned { attributes.append(("status", "planned")) }
      add(
        RecognisedFact(
          "architecture", "component", name, attributes, at: place, quoting: text,
          by: .name(read.string(match.range)), shown != nil && read.isCapital(word) ? .likely : .ask))
    }
  }

  private func startsSentence(_ word: Int, _ read: ReadText) -> Bool {
    word == 0 || read.gap(before: word).contains { ".;:+\n".utf8.contains($0) }
  }

  /// Whether neither the name, nor one that goes on where it ends, nor one that ends where it goes on, stood before.
  private mutating func isNew(_ words: [FoldedWords.Word]) -> Bool {
    let start = Array(words.prefix(3))
    let before = components[start] ?? []
    guard !before.contains(where: { $0.starts(with: words) || words.starts(with: $0) }) else { return false }
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
      if depth == 0, gap.contains(where: { ",;:.+\n".utf8.contains($0) }) { return end }
      if depth == 0, rules[.nameEnd].match(at: end, in: read.folded) != nil, !read.isCapital(end) {
        return end
      }
      end += 1
    }
    return end
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
