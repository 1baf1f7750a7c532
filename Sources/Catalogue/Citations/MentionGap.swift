/// What stands between a text that is named and the one before it: whether the two stand side by side, or the first is
/// about the second.
struct MentionGap {
  /// A semicolon, the end of a sentence or "căn cứ": what follows is a text of its own.
  private(set) var isBreak = false
  /// A comma, "và", a plus or a new line just before it.
  private(set) var isJoined = false
  private(set) var isJoinedByAnd = false
  /// It stands in brackets that were opened in between.
  private(set) var opensBracket = false
  private(set) var closesBracket = false
  /// "ban hành kèm theo", "quy định tại": the text before it is what this one holds.
  private(set) var holdsTheFirst = false
  /// "được sửa đổi bởi": as it was amended, the line may rest on both.
  private(set) var isPassive = false
  /// "theo" alone leaves that open.
  private(set) var isFollowed = false
  /// Words of a relation stand just before it: "thay thế", "sửa đổi", "hướng dẫn".
  private(set) var endsInRelation = false
  /// Words that deny stand before it.
  private(set) var denies = false
  private(set) var isEmpty = false
  private(set) var isWordless = false

  init(_ text: FoldedText, _ words: ArraySlice<FoldedWord>, from start: Int, to end: Int, isFirst: Bool) {
    isWordless = words.isEmpty
    guard start < end else {
      isEmpty = true
      isBreak = isFirst
      return
    }
    readBrackets(text, start, end)
    readJoint(text, words, start, end)
    let own = Self.clause(text, words, end)
    readWords(own, isFirst: isFirst)
    if isFirst { isBreak = true }
    isEmpty = words.isEmpty && !isJoined && !isBreak
  }

  private mutating func readBrackets(_ text: FoldedText, _ start: Int, _ end: Int) {
    var depth = 0
    let letters = text.letters
    for index in start..<end {
      switch letters[index] {
      case "(", "[": depth += 1
      case ")", "]":
        if depth > 0 { depth -= 1 } else { closesBracket = true }
      case ";" where depth == 0: isBreak = true
      case "." where depth == 0:
        // The end of a sentence, and not of an abbreviation.
        if index > 2, letters[(index - 3)..<index].allSatisfy(\.isWordPart), index + 2 < letters.count,
          letters[index + 1] == " ", text.isCapital(index + 2)
        {
          isBreak = true
        }
      default: break
      }
    }
    opensBracket = depth > 0
  }

  /// Walks back from the text over words that may stand between a comma and what it parts.
  private mutating func readJoint(
    _ text: FoldedText, _ words: ArraySlice<FoldedWord>, _ start: Int, _ end: Int
  ) {
    var place = end
    var index = words.endIndex
    while true {
      let from = index > words.startIndex ? words[index - 1].end : start
      let between = text.letters[from..<place]
      let isNewLine = place < text.letters.count && text.followsNewLine(place)
      if between.contains(where: { Self.joints.contains($0) })
        || between.allSatisfy({ $0 == " " }) && isNewLine
      {
        let connects = index > words.startIndex && Self.connecting.contains(words[index - 1].text)
        isJoined = !(isNewLine && connects)
        return
      }
      if words.isEmpty, between.contains(where: { $0 == "/" || $0 == "-" }) {
        isJoined = true
        return
      }
      guard index > words.startIndex else { return }
      index -= 1
      let word = words[index]
      if Self.ands.contains(word.text) {
        isJoined = true
        isJoinedByAnd = true
        return
      }
      if word.text == Self.basis { isBreak = true }
      guard Self.fillers.contains(word.text) || word.number(digits: 3) != nil || word.end - word.start == 1
      else { return }
      place = word.start
    }
  }

  /// The words since the last comma or semicolon.
  private static func clause(
    _ text: FoldedText, _ words: ArraySlice<FoldedWord>, _ end: Int
  ) -> ArraySlice<FoldedWord> {
    var index = words.endIndex
    var place = end
    while index > words.startIndex {
      let between = text.letters[words[index - 1].end..<place]
      if between.contains(where: { joints.contains($0) }) { break }
      index -= 1
      place = words[index].start
    }
    return words[index...]
  }

  private mutating func readWords(_ words: ArraySlice<FoldedWord>, isFirst: Bool) {
    let texts = words.map(\.text)
    let last = texts.last ?? ""
    denies = texts.indices.suffix(4).contains { index in
      Self.denials.contains(texts[index])
        && !(index + 1 < texts.count && Self.notDenied.contains(texts[index + 1]))
    }
    if isFirst, Self.replacing.contains(texts.suffix(2).joined(separator: " ")) { denies = true }
    endsInRelation = Self.relating.contains(last)
    guard Self.places.contains(last) else { return }
    isPassive = texts.contains(Self.passive)
    holdsTheFirst = !isPassive && texts.contains { Self.holding.contains($0) }
    isFollowed = !isPassive && !holdsTheFirst
  }

  private static let joints: Set<Unicode.Scalar> = [";", ",", "+", "&", ".", ":", "\u{2022}", "*"]
  private static func folded(_ words: String) -> Set<String> {
    Set(words.split(separator: " ").map { PrintWords.folded(String($0)) })
  }

  private static let ands = folded("và cùng hoặc and")
  private static let basis = PrintWords.folded("căn")
  private static let fillers = folded("các số căn cứ điều khoản điểm mục chương phụ lục như cả với một những")
  /// A line that breaks after one of these goes on.
  private static let connecting = folded(
    "của số theo dẫn hành thế đổi sung hiện khai về tại cho bỏ với và tiết thi các điều cứ")
  private static let relating = folded("dẫn hành thế đổi sung hiện khai bỏ tiết cho chính thay về của")
  private static let denials = folded("không chưa")
  /// "không gian", "không khí" deny nothing.
  private static let notDenied = folded("gian khí quân dây phận trung tin chỉ những ngừng lực")
  private static let replacing = Set(
    ["thay thế", "thay cho", "bãi bỏ", "hủy bỏ", "huỷ bỏ"].map {
      $0.split(separator: " ").map { PrintWords.folded(String($0)) }.joined(separator: " ")
    })
  private static let places = folded("tại theo trong bởi bằng")
  private static let passive = PrintWords.folded("được")
  private static let holding = folded("ban hành phê duyệt quy định hướng dẫn nêu kèm công bố")
}
