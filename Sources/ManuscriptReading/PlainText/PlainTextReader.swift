import Manuscript
import Source

/// Reads plain text and Markdown. A text has lines and nothing else: what a line begins with tells where a paragraph
/// does.
///
/// Done: headings, paragraphs, bold and italic, tables with bars, tables with one cell a line, tables of HTML. Not done:
/// lists by indentation, links, code, other HTML.
struct PlainTextReader {
  let name: String
  let form: DocumentForm
  let limits: Limits

  func read(_ text: SourceText, digest: String) -> Manuscript {
    let lines = TextLine.all(of: text.bytes)
    let isMarkdown = lines.contains { $0.isMarkdown }
    var paragraphs = TextParagraphs(form, isMarkdown: isMarkdown, limits.manuscript)
    paragraphs.add(lines[...])
    return Manuscript(
      source: name, digest: digest, format: isMarkdown ? .markdown : .text, blocks: paragraphs.blocks)
  }
}
