/// What of a place is known only when the whole document is: numbers of blocks, headings above, paragraphs under them.
extension Manuscript {
  /// Pages that a format does not know are not told.
  package mutating func forgetPages() {
    changePlaces { $0.page = nil }
  }

  /// Numbers all blocks and tells each the headings above it; losses and comments get theirs from the block that they
  /// stand in. To be called when roles, kinds and labels stand.
  package mutating func settlePlaces() {
    // Places of elements are looked up for losses and comments alone.
    var settling = Settling(keepsElements: !losses.isEmpty || !comments.isEmpty)
    for index in blocks.indices { settling.settle(&blocks[index]) }
    for index in losses.indices { settling.settle(&losses[index].place) }
    for index in comments.indices { settling.settle(&comments[index].place) }
    losses.sort { ($0.place.block, $0.kind.rawValue) < ($1.place.block, $1.kind.rawValue) }
    comments.sort { $0.place.block < $1.place.block }
  }
}

private struct Settling {
  private var headings: [(level: Int, text: String)] = []
  private var path: [String] = []
  private var number = 0
  private var paragraph = 0
  private var byElement: [String: ManuscriptPlace] = [:]
  private let keepsElements: Bool

  init(keepsElements: Bool) {
    self.keepsElements = keepsElements
  }

  mutating func settle(_ block: inout Block) {
    number += 1
    if let level = block.headingLevel {
      while let last = headings.last, last.level >= level { headings.removeLast() }
      block.place.headings = headings.map(\.text)
      headings.append((level, block.title))
      path = headings.map(\.text)
      paragraph = 0
    } else {
      block.place.headings = path
      if block.hasWords { paragraph += 1 }
      block.place.paragraph = paragraph
    }
    block.place.block = number
    if keepsElements, let key = Self.key(block.place) { byElement[key] = block.place }
    switch block.kind {
    case .table(var table):
      // Held once, so that it is changed in place.
      block.kind = .paragraph
      // Cells are told by row and column, and by the paragraph that the table is.
      for row in table.rows.indices {
        for cell in table.rows[row].cells.indices { settleInside(&table.rows[row].cells[cell].blocks) }
      }
      block.kind = .table(table)
    case .note(let mark, let isEndnote, var blocks):
      block.kind = .paragraph
      settleInside(&blocks)
      block.kind = .note(mark: mark, isEndnote: isEndnote, blocks: blocks)
    case .textBox(var blocks):
      block.kind = .paragraph
      settleInside(&blocks)
      block.kind = .textBox(blocks)
    case .heading, .paragraph, .listItem: break
    }
  }

  private mutating func settleInside(_ blocks: inout [Block]) {
    let around = (headings, path, paragraph)
    for index in blocks.indices {
      settle(&blocks[index])
      (headings, path, paragraph) = around
      blocks[index].place.headings = path
      blocks[index].place.paragraph = paragraph
    }
  }

  /// The place of the block that has the element of a place.
  func settle(_ place: inout ManuscriptPlace) {
    var around = place
    // What is no block of its own stands in the one around it.
    while let key = Self.key(around), byElement[key] == nil, let element = around.element,
      !element.steps.isEmpty
    {
      around.element = ElementPath(Array(element.steps.dropLast()))
    }
    guard let key = Self.key(around), let known = byElement[key] else { return }
    place.headings = known.headings
    place.block = known.block
    place.paragraph = known.paragraph
  }

  private static func key(_ place: ManuscriptPlace) -> String? {
    if let line = place.line { return "\(place.page ?? 0):\(line)" }
    return place.element.map { (place.part ?? "") + $0.description }
  }
}
