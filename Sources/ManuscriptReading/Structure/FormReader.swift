import Manuscript
import Source

/// Tells the parts of a document that every administrative document has (letterhead, title, bases, signature, annexes)
/// from its own text, and has the headings of that text found. The plan may stand behind the decision's signature or
/// inside its first article: both come out of the order of what is found, and nothing ends at a signature.
struct FormReader {
  private let form: DocumentForm

  init(_ form: DocumentForm) {
    self.form = form
  }

  /// Where in a document a block stands.
  private enum Zone { case front, title, body, annexTitle, signature }

  func settle(_ blocks: inout [Block]) {
    var outliner = Outliner(form, blocks)
    var zone = Zone.front
    for index in blocks.indices {
      TableHeads(form).settle(&blocks[index])
      guard blocks[index].hasWords else { continue }
      if case .table(let table) = blocks[index].kind {
        if let role = role(of: table, zone) {
          blocks[index].role = role
          mark(&blocks[index], role)
          if role == .signature { zone = .signature }
        }
        continue
      }
      guard blocks[index].role == .body else { continue }
      let next = blocks[(index + 1)...].firstIndex(where: \.hasWords)
      zone = settle(&blocks[index], zone, &outliner, next.flatMap { label(of: blocks[$0]) })
    }
    settleLines(&blocks)
  }

  /// A letterhead without a table, as plain text has it: the issuer's lines in capitals in front of the motto, number
  /// and day between motto and title.
  private func settleLines(_ blocks: inout [Block]) {
    let most = 8
    guard let motto = blocks.prefix(most).firstIndex(where: { $0.role == .letterhead }),
      let title = blocks[motto...].prefix(most).firstIndex(where: { $0.role == .title })
    else { return }
    for index in 0..<title where blocks[index].role == .body && blocks[index].hasWords {
      guard case .paragraph = blocks[index].kind, blocks[index].text.utf8.count < 120,
        index > motto || Letters.areCapitals(blocks[index].text)
      else { continue }
      blocks[index].role = .letterhead
    }
  }

  /// Settles one paragraph.
  /// - Returns: the zone that the next one stands in.
  private func settle(
    _ block: inout Block, _ zone: Zone, _ outliner: inout Outliner, _ next: TypedLabel.Kind?
  ) -> Zone {
    // What tells a part stands in its first words.
    let plain = PlainLetters.words(Substring(block.text.unicodeScalars.prefix(160)))
    let isMarked =
      block.look.contains(.bold) || block.look.contains(.centred) || block.look.contains(.capitals)
      || Letters.areCapitals(block.text)
    if zone != .body || isMarked, form.holds(plain, .motto), plain.count < 60 {
      block.role = .letterhead
      return .front
    }
    if form.begins(plain, with: .recipients) {
      block.role = .signature
      return .signature
    }
    if isIssuedWith(block, plain) {
      block.role = .issuedWith
      return zone == .signature || zone == .title ? .front : zone
    }
    if isMarked, form.isOne(plain, of: .kind), zone != .body || block.look.contains(.centred) {
      // `QUYẾT ĐỊNH:` in front of the first article says again what the title says.
      guard block.text.utf8.last(where: { $0 > 0x20 }) != UInt8(ascii: ":") else { return .body }
      outliner.restart()
      block.role = .title
      return .title
    }
    switch zone {
    case .title:
      if TypedLabel(block.text, form: form) == nil, isMarked, !form.begins(plain, with: .basis) {
        // Who issues it stands in capitals between title and bases.
        let isIssuer = form.begins(plain, with: .issuer) && Letters.areCapitals(block.text)
        block.role = isIssuer ? .letterhead : .title
        return isIssuer ? .front : .title
      }
    case .annexTitle:
      if TypedLabel(block.text, form: form) == nil, isMarked {
        block.role = .annex
        return .annexTitle
      }
    case .signature:
      // Lines of recipients without a table.
      if let label = TypedLabel(block.text, form: form), label.kind == .dash {
        block.role = .signature
        return .signature
      }
    case .front, .body: break
    }
    if zone == .front || zone == .title,
      form.begins(plain, with: .basis) || form.begins(plain, with: .proposal)
    {
      block.role = .basis
      return .front
    }
    outliner.settle(&block, next: next)
    if block.role == .annex { return .annexTitle }
    if block.headingLevel != nil { return .body }
    return zone == .annexTitle || zone == .signature ? .body : zone == .title ? .front : zone
  }

  private func label(of block: Block) -> TypedLabel.Kind? {
    switch block.kind {
    case .heading: .annex
    case .listItem: block.label.flatMap { TypedLabel($0 + " A", form: form)?.kind } ?? .dash
    case .paragraph: TypedLabel(block.text, form: form)?.kind
    case .table, .note, .textBox: nil
    }
  }

  /// `(Ban hành kèm theo Quyết định số … )`, often with its number left open.
  private func isIssuedWith(_ block: Block, _ plain: [UInt8]) -> Bool {
    guard block.text.utf8.first(where: { $0 > 0x20 }) == UInt8(ascii: "(") else { return false }
    return form.begins(plain, with: .issuedWith)
  }

  private func role(of table: Table, _ zone: Zone) -> Block.Role? {
    guard table.columns <= 4, table.rows.count <= 6 else { return nil }
    for row in table.rows {
      for cell in row.cells {
        let plain = PlainLetters.words(Substring(cell.text.unicodeScalars.prefix(400)))
        if form.begins(plain, with: .recipients) { return .signature }
        if form.holds(plain, .motto) { return .letterhead }
      }
    }
    return nil
  }

  /// The blocks inside are what the table is.
  private func mark(_ block: inout Block, _ role: Block.Role) {
    guard case .table(var table) = block.kind else { return }
    for row in table.rows.indices {
      table.rows[row].isHeader = false
      for cell in table.rows[row].cells.indices {
        for inner in table.rows[row].cells[cell].blocks.indices {
          table.rows[row].cells[cell].blocks[inner].role = role
        }
      }
    }
    block.kind = .table(table)
  }
}
