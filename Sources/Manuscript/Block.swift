/// One piece of a document that a reader sees as one: a heading, a paragraph, an item of a list, a table, a note or
/// a text box.
package struct Block: Sendable, Equatable {
  package var kind: Kind
  /// The text exactly as it stands in the file, a typed number included, an automatic one not. Nothing is composed,
  /// trimmed or folded: a quotation of it can be found in the document. A tab is a tab, a soft break a line break.
  package var text: String
  /// The number or sign in front as it is printed, without white space around it: `Điều 1.`, `a)`, `-`. Made by the
  /// word processor, or typed: then `text` begins with it.
  package var label: String?
  /// How many bytes of `text` a typed label takes, with the white space around it; 0 where there is none or a word
  /// processor makes it.
  package var labelBytes = 0
  /// How many bytes of `text` from its beginning are bold where the rest is not: `13. Sở Xây dựng:` in front of what
  /// it has to do. 0 where nothing or all is bold.
  package var titleBytes = 0
  /// What the block is to the document around it.
  package var role: Role
  package var look: Look
  /// Where notes are called in the text: bytes from its beginning, and the note's mark. The notes themselves follow
  /// as blocks.
  package var noteCalls: [NoteCall]
  package var place: ManuscriptPlace

  package init(
    _ kind: Kind, text: String = "", label: String? = nil, role: Role = .body, look: Look = [],
    noteCalls: [NoteCall] = [], place: ManuscriptPlace
  ) {
    self.kind = kind
    self.text = text
    self.label = label
    self.role = role
    self.look = look
    self.noteCalls = noteCalls
    self.place = place
  }

  package indirect enum Kind: Sendable, Equatable {
    /// Level 1 is the highest.
    case heading(level: Int)
    case paragraph
    /// An item that a word processor numbers or marks, or that begins with a typed mark; level 1 is the highest.
    case listItem(level: Int)
    case table(Table)
    /// A footnote or endnote, behind the block that calls it.
    case note(mark: String, isEndnote: Bool, blocks: [Block])
    /// A text box, behind the block that it is anchored in.
    case textBox([Block])
  }

  /// The parts that the rules for administrative documents give to every document.
  package enum Role: String, Sendable {
    case body
    /// Name of the state, motto, issuing body, number, place and date.
    case letterhead
    /// Kind and subject.
    case title
    /// A legal basis in front of the body.
    case basis
    /// Recipients and signature.
    case signature
    /// The line that says with which document an annex or a plan was issued.
    case issuedWith = "issued-with"
    /// The head of an annex.
    case annex
    /// A line of a table of contents: it says again what stands elsewhere.
    case contents
  }

  /// How the text looks as a whole; many documents mark their headings by nothing else.
  package struct Look: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    package static let bold = Look(rawValue: 1)
    package static let italic = Look(rawValue: 2)
    package static let centred = Look(rawValue: 4)
    package static let capitals = Look(rawValue: 8)
  }

  package struct NoteCall: Sendable, Equatable {
    package let offset: Int
    package let mark: String

    package init(offset: Int, mark: String) {
      self.offset = offset
      self.mark = mark
    }
  }
}

extension Block {
  /// The text without a typed label.
  package var words: Substring {
    let utf8 = text.utf8
    return text[utf8.index(utf8.startIndex, offsetBy: min(labelBytes, utf8.count))...]
  }

  /// What a reader of the printed page sees: an automatic label in front of the text.
  package var printed: String {
    guard let label, labelBytes == 0, !label.isEmpty else { return text }
    return text.isEmpty ? label : label + " " + text
  }

  /// A heading as it is quoted in a place: without text that stands on the line behind it.
  package var title: String {
    guard headingLevel != nil, titleBytes > labelBytes, titleBytes < text.utf8.count else { return printed }
    var title = String(decoding: text.utf8.prefix(titleBytes), as: UTF8.self)
    while let last = title.unicodeScalars.last, last.properties.isWhitespace || last == ":" {
      title.unicodeScalars.removeLast()
    }
    return title
  }

  package var headingLevel: Int? {
    if case .heading(let level) = kind { return level }
    return nil
  }

  /// Whether anything in it is more than white space.
  package var hasWords: Bool {
    if text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) { return true }
    switch kind {
    case .table(let table):
      return table.rows.contains { $0.cells.contains { $0.blocks.contains(where: \.hasWords) } }
    case .note(_, _, let blocks), .textBox(let blocks): return blocks.contains(where: \.hasWords)
    case .heading, .paragraph, .listItem: return false
    }
  }

  func visit(_ visit: (Block) -> Void) {
    visit(self)
    switch kind {
    case .table(let table):
      for row in table.rows { for cell in row.cells { for block in cell.blocks { block.visit(visit) } } }
    case .note(_, _, let blocks), .textBox(let blocks): for block in blocks { block.visit(visit) }
    case .heading, .paragraph, .listItem: break
    }
  }
}
