import Manuscript
import Source
import XML

/// Chunks of another format inside the file (`w:altChunk`), which Word shows as part of the text.
extension BodyReader {
  func readChunk(_ tag: MarkupTag) {
    let id = tag.value(.id, in: .relationships) ?? ""
    guard let relation = word.package.relationships(of: part)[id] else { return lose(.unreadPart, id) }
    if relation.isExternal { return lose(.externalPart, relation.target) }
    guard let bytes = word.package.bytes(of: relation.target) else {
      return lose(.unreadPart, relation.target)
    }
    let paragraphs: [String]
    switch word.package.contentType(of: relation.target) {
    case "text/html", "application/xhtml+xml": paragraphs = HTMLText.paragraphs(of: bytes)
    case "text/plain":
      paragraphs = String(decoding: bytes, as: UTF8.self).split { $0.isNewline }.map(String.init)
    default: return lose(.unreadPart, relation.target)
    }
    for text in paragraphs {
      emit(Block(.paragraph, text: text, place: place(steps, page, nil)))
    }
  }
}
