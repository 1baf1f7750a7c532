import Languages
import Manuscript
import Source

/// A manuscript as text for people: what was read, in its order, and what was not.
package struct ManuscriptText {
  private let language: Language

  package init(_ language: Language) {
    self.language = language
  }

  package func text(_ manuscript: Manuscript) -> String {
    var out = Lines()
    var tables = 0
    var blocks = 0
    manuscript.forEachBlock { block in
      blocks += 1
      if case .table = block.kind { tables += 1 }
    }
    out.add(
      language(
        Phrase(
          "manuscript.head",
          [
            "name": .text(manuscript.source), "format": .phrase(manuscript.format.phrase),
            "blocks": .number(blocks),
            "tables": .number(tables), "losses": .number(manuscript.losses.count),
          ])))
    out.add(language(Phrase("manuscript.digest", ["digest": .text(manuscript.digest)])))
    out.add("")
    for block in manuscript.blocks { add(block, to: &out, indent: "") }
    if manuscript.margins.contains(where: \.hasWords) {
      out.add("")
      out.add(language(Phrase("manuscript.margins")))
      for block in manuscript.margins where block.hasWords { add(block, to: &out, indent: "  ") }
    }
    if !manuscript.comments.isEmpty {
      out.add("")
      out.add(language(Phrase("manuscript.comments")))
      for comment in manuscript.comments {
        let author: Phrase.Argument = comment.author.map { .text($0) } ?? .phrase(Phrase("manuscript.nobody"))
        out.add(
          "  "
            + language(
              Phrase(
                "manuscript.comment",
                ["place": .text(words(comment.place)), "author": author, "text": .text(comment.text)])))
      }
    }
    if !manuscript.losses.isEmpty {
      out.add("")
      out.add(language(Phrase("manuscript.losses")))
      for loss in manuscript.losses { out.add("  " + words(loss)) }
    }
    return out.text
  }

  private func add(_ block: Block, to out: inout Lines, indent: String) {
    switch block.kind {
    case .heading(let level):
      out.add("")
      out.add(indent + String(repeating: "#", count: level) + " " + line(block))
    case .paragraph: if block.hasWords { out.add(indent + line(block)) }
    case .listItem(let level): out.add(indent + String(repeating: "  ", count: level - 1) + line(block))
    case .table(let table):
      for row in table.rows {
        let cells = row.cells.map { $0.text.lines(joinedBy: " / ") }
        out.add(indent + "| " + cells.joined(separator: " | ") + " |")
        for cell in row.cells {
          for inner in cell.blocks {
            switch inner.kind {
            case .note, .textBox: add(inner, to: &out, indent: indent + "  ")
            default: break
            }
          }
        }
      }
    case .note(let mark, _, let blocks):
      for (index, inner) in blocks.enumerated() {
        out.add(indent + (index == 0 ? "  [\(mark)] " : "      ") + line(inner))
      }
    case .textBox(let blocks):
      out.add(indent + language(Phrase("manuscript.text-box")))
      for inner in blocks { add(inner, to: &out, indent: indent + "  ") }
    }
  }

  /// A block on one line: its soft breaks are blanks.
  private func line(_ block: Block) -> String {
    block.printed.lines(joinedBy: " ")
  }

  private func words(_ place: ManuscriptPlace) -> String {
    place.phrases.map { language($0) }.joined(separator: ", ")
  }

  private func words(_ loss: Loss) -> String {
    let place = Phrase.Argument.text(words(loss.place))
    let kind = Phrase.Argument.phrase(loss.kind.phrase)
    let text = SafeText.of(loss.words, limit: 100)
    if let instead = loss.instead, !instead.isEmpty {
      return language(
        Phrase(
          "manuscript.loss-instead",
          [
            "place": place, "kind": kind, "words": .text(text),
            "instead": .text(SafeText.of(instead, limit: 100)),
          ]))
    }
    return text.isEmpty
      ? language(Phrase("manuscript.loss-bare", ["place": place, "kind": kind]))
      : language(Phrase("manuscript.loss", ["place": place, "kind": kind, "words": .text(text)]))
  }
}

/// Lines of which no two in a row are empty, and none of which can steer a terminal.
private struct Lines {
  private(set) var text = ""
  private var lastIsEmpty = true

  mutating func add(_ line: String) {
    if line.isEmpty {
      if lastIsEmpty { return }
      lastIsEmpty = true
    } else {
      lastIsEmpty = false
    }
    text += SafeText.harmlessLines(line)
    text += "\n"
  }
}

extension String {
  /// Its lines that are not empty, joined by something else.
  fileprivate func lines(joinedBy sign: String) -> String {
    guard utf8.contains(0x0A) else { return self }
    return utf8.split(separator: 0x0A).map { String(Substring($0)) }.joined(separator: sign)
  }
}
