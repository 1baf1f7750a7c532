import Manuscript
import Source
import XML

/// Letters: where they go, and what becomes of those that no page shows.
extension BodyReader {
  /// Where text goes at the moment.
  private enum Sink { case page, hidden, aside, code, placeholder }

  private var sink: Sink {
    if deletions > 0 || moves > 0 { return .aside }
    if let field = fields.last, !field.isInResult { return .code }
    if placeholders > 0 { return .placeholder }
    return isHidden ? .hidden : .page
  }

  private var isHidden: Bool { letters.isHidden }

  /// What the letters of the open run look like: it, its style and that of its paragraph say so. Looked up once a run:
  /// a run may come in many pieces.
  private var letters: LettersLook {
    if let known = lettersOfRun { return known }
    let style = word.styles[paragraph?.style]
    let own = run.style.flatMap { word.styles.character($0) }
    let look = LettersLook(
      isBold: run.isBold ?? own?.isBold ?? style.isBold ?? false,
      isItalic: run.isItalic ?? own?.isItalic ?? style.isItalic ?? false,
      isHidden: run.isHidden ?? own?.isHidden ?? style.isHidden ?? false,
      isCapitals: run.isCapitals ?? own?.isCapitals ?? style.isCapitals ?? false,
      font: run.font ?? own?.font ?? style.font ?? "")
    lettersOfRun = look
    return look
  }

  func beginText(keepsSpace: Bool, _ frame: inout Frame) {
    isText = true
    self.keepsSpace = keepsSpace
    textStart = length(of: sink)
    frame.close = .text
  }

  func endText() {
    isText = false
    guard !keepsSpace, sink == .page else { return }
    // White space at the ends counts only where the file says so (ISO/IEC 29500-1, 17.3.3.31).
    paragraph?.text.trim(from: textStart)
  }

  private func length(of sink: Sink) -> Int { sink == .page ? paragraph?.text.count ?? 0 : aside.utf8.count }

  func put(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    switch sink {
    case .page: appendToPage(bytes)
    case .code: if isCode { fields[fields.count - 1].code += String(decoding: bytes, as: UTF8.self) }
    case .aside: if !isCode, aside.utf8.count < 1 << 20 { aside += String(decoding: bytes, as: UTF8.self) }
    case .placeholder: loseWords(.placeholder, bytes)
    case .hidden: loseWords(.hiddenText, bytes)
    }
  }

  private func appendToPage(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard paragraph != nil, !bytes.isEmpty else { return }
    let letters = letters
    let length = paragraph?.text.count ?? 0
    if paragraph?.fonts.last?.font != letters.font { paragraph?.fonts.append((length, letters.font)) }
    paragraph?.text.append(contentsOf: bytes)
    if insertions > 0, added.utf8.count < 4_000 { added += String(decoding: bytes, as: UTF8.self) }
    let words = bytes.count { $0 > 0x20 }
    guard words > 0 else { return }
    paragraph?.wordBytes += words
    if letters.isBold {
      paragraph?.boldBytes += words
    } else if paragraph?.endOfBold == nil {
      paragraph?.endOfBold = length
    }
    if letters.isItalic { paragraph?.italicBytes += words }
    if letters.isCapitals { paragraph?.capitalBytes += words }
    if !fields.isEmpty { for index in fields.indices { fields[index].resultBytes += words } }
  }

  /// What an old letter set reads as a letter; see `OldPieces`.
  func putSoftHyphen() {
    if sink == .page { put(OldPieces.softHyphen) }
  }

  func putSymbol(_ tag: MarkupTag) {
    guard let code = tag.value(.char).flatMap({ UInt32($0, radix: 16) }) else { return }
    let font = tag.value(.font)
    if let sign = word.symbols.sign(code, font: font) { return put(sign) }
    guard let scalar = Unicode.Scalar(code) else { return }
    put(String(Character(scalar)))
    // A letter of a font of letters is what it is.
    if (0xF000...0xF0FF).contains(code) { lose(.unknownSymbol, font ?? "") }
  }

  func breakPage() {
    guard outer.isEmpty else { return }
    hasPages = true
    page += 1
    // A break in front of the first letter: the paragraph begins on the new page.
    if paragraph?.text.isEmpty == true { paragraph?.page = page }
  }

  // MARK: Deleted text and codes of fields

  func beginAside(_ name: WordName, _ frame: inout Frame) {
    isText = true
    isCode = name == .instrText
    keepsSpace = true
    frame.close = .otherText
  }

  func endAside() {
    isText = false
    isCode = false
  }

  func endInsertion() {
    insertions -= 1
    guard insertions == 0 else { return }
    if !added.isEmpty { lose(.insertedText, added) }
    added = ""
  }

  func loseAside(_ kind: Loss.Kind) {
    if !aside.isEmpty { lose(kind, aside) }
    aside = ""
  }

  // MARK: Losses

  private func loseWords(_ kind: Loss.Kind, _ bytes: UnsafeBufferPointer<UInt8>) {
    let words = String(decoding: bytes, as: UTF8.self)
    if let last = paragraph?.losses.indices.last, paragraph?.losses[last].kind == kind,
      let before = paragraph?.losses[last].words, before.utf8.count < 4_000
    {
      paragraph?.losses[last].words = before + words
    } else {
      lose(kind, words)
    }
  }

  /// Names a loss at the place that is being read.
  func lose(_ kind: Loss.Kind, _ words: String = "", instead: String? = nil) {
    listed += 1
    guard listed <= word.limits.losses else { return }
    if paragraph != nil {
      paragraph?.losses.append((kind, words, instead))
    } else {
      losses.append(Loss(kind, words: words, place: place(steps, page, nil), instead: instead))
    }
  }

  /// Names a loss that leads to another part or to somewhere else.
  func loseRelation(_ kind: Loss.Kind, _ tag: MarkupTag) {
    let id = tag.value(.id, in: .relationships)
    lose(kind, id.flatMap { word.package.relationships(of: part)[$0]?.target } ?? "")
  }

  func place(_ steps: [Int32], _ page: Int, _ id: String?) -> ManuscriptPlace {
    ManuscriptPlace(
      part: part, page: part == word.package.main ? page : nil, row: tables.last.map { $0.rows.count + 1 },
      column: tables.last.map { $0.row.next + 1 }, element: ElementPath(steps), paragraphID: id)
  }
}

extension [UInt8] {
  /// Takes white space from the ends of what begins at a place.
  fileprivate mutating func trim(from start: Int) {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
    while count > start, isSpace(self[count - 1]) { removeLast() }
    var first = start
    while first < count, isSpace(self[first]) { first += 1 }
    if first > start { removeSubrange(start..<first) }
  }
}
