extension Manuscript {
  /// Changes the place of every block, loss and comment.
  package mutating func changePlaces(_ change: (inout ManuscriptPlace) -> Void) {
    for index in blocks.indices { blocks[index].changePlaces(change) }
    for index in losses.indices { change(&losses[index].place) }
    for index in comments.indices { change(&comments[index].place) }
  }
}

extension Block {
  fileprivate mutating func changePlaces(_ change: (inout ManuscriptPlace) -> Void) {
    change(&place)
    switch kind {
    case .table(var table):
      // Held once, so that it is changed in place.
      kind = .paragraph
      for row in table.rows.indices {
        for cell in table.rows[row].cells.indices {
          for index in table.rows[row].cells[cell].blocks.indices {
            table.rows[row].cells[cell].blocks[index].changePlaces(change)
          }
        }
      }
      kind = .table(table)
    case .note(let mark, let isEndnote, var blocks):
      for index in blocks.indices { blocks[index].changePlaces(change) }
      kind = .note(mark: mark, isEndnote: isEndnote, blocks: blocks)
    case .textBox(var blocks):
      for index in blocks.indices { blocks[index].changePlaces(change) }
      kind = .textBox(blocks)
    case .heading, .paragraph, .listItem: break
    }
  }
}
