import Manuscript
import Source

/// Writes remarks into a Word file as comments, between its bytes.
struct WordAnnotator {
  let source: String
  let limits: Limits

  /// - Parameter date: the day whose law counts, `2026-11-27`.
  /// - Throws: `Refusal` when the file is none that comments can be written into.
  func annotated(_ bytes: [UInt8], with remarks: [Remark], date: String) throws(Refusal) -> AnnotatedFile {
    var container = try WordContainer(bytes, source: source, limits: limits)
    let namespace = container.isStrict ? WordNamespace.strict : WordNamespace.transitional
    var marks = WordMarks(container.bytes(of: container.main) ?? [], namespace: namespace)
    var comments = WordComments(container, main: marks.index)
    var id = comments.firstFreeID(called: marks.calledIDs)
    var new: [WordComments.New] = []
    var byParagraph: [(paragraph: Int, ids: [Int])] = []
    for remark in remarks where !comments.kept.contains(WordComments.text(of: remark)) {
      guard let paragraph = paragraph(of: remark, container, marks) else {
        throw Refusal(source: source, cause: AnnotationFault.noParagraph)
      }
      new.append(WordComments.New(id: id, remark: remark))
      if let last = byParagraph.indices.last, byParagraph[last].paragraph == paragraph {
        byParagraph[last].ids.append(id)
      } else {
        byParagraph.append((paragraph, [id]))
      }
      id += 1
    }
    marks.remove(comments.removed)
    for (paragraph, ids) in byParagraph { marks.mark(paragraph, with: ids) }
    comments.write(new, date: date, into: &container)
    container.replace(container.main, by: marks.edits.applied(to: marks.index.bytes))
    return AnnotatedFile(bytes: try container.written(), notices: container.notices)
  }

  /// Where a remark hangs; what stands in another part or nowhere is remarked on at the beginning.
  private func paragraph(of remark: Remark, _ container: WordContainer, _ marks: WordMarks) -> Int? {
    guard remark.place.part == nil || remark.place.part == container.main, let path = remark.place.element
    else {
      return marks.first
    }
    return marks.paragraph(at: path) ?? marks.first
  }
}
