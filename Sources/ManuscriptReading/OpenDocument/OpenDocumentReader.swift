import Archives
import Manuscript
import Source
import XML

/// Reads OpenDocument texts, as packages and as one XML file.
///
/// Done: body, headers and footers, notes, comments, boxes, lists and outlines as printed, tracked changes as accepted,
/// tables with merged cells, hidden text, letter sets from before Unicode. Named as losses: pictures, objects, macros.
/// Not done: forms, indexes other than as they stand, conditional text.
struct OpenDocumentReader {
  let name: String
  let limits: Limits

  static let type = "application/vnd.oasis.opendocument.text"

  /// - Throws: `Refusal` when the file cannot be read.
  func read(_ bytes: [UInt8], digest: String) throws(Refusal) -> Manuscript {
    let wanted: Set = ["content.xml", "styles.xml", "META-INF/manifest.xml", "mimetype"]
    let container = try Container(bytes, source: name, limits: limits.manuscript) { wanted.contains($0) }
    if let manifest = container.parts["META-INF/manifest.xml"],
      manifest.firstRange(of: Array("encryption-data".utf8)) != nil
    {
      throw Refusal(source: name, cause: ManuscriptFault.encrypted)
    }
    guard let content = container.parts["content.xml"] else {
      throw Refusal(source: name, cause: ManuscriptFault.noDocument)
    }
    let symbols = try SymbolTable.builtIn()
    var styles = OpenDocumentStyles()
    var margins: [Block] = []
    var losses: [Loss] = []
    if let part = container.parts["styles.xml"] {
      let body = try read(part, "styles.xml", styles, symbols)
      (styles, margins) = (body.styles, body.margins)
      losses = body.losses
    }
    let body = try read(content, "content.xml", styles, symbols)
    for part in container.names
    where part.utf8.starts(with: "Basic/".utf8) || part.utf8.starts(with: "Scripts/".utf8) {
      losses.append(Loss(.macro, words: part, place: ManuscriptPlace()))
      break
    }
    return manuscript(body, digest, .openDocument, margins, losses)
  }

  /// The same as one XML file.
  func readFlat(_ bytes: [UInt8], digest: String) throws(Refusal) -> Manuscript {
    let body = try read(bytes, nil, OpenDocumentStyles(), try SymbolTable.builtIn())
    return manuscript(body, digest, .flatOpenDocument, body.margins, [])
  }

  private func manuscript(
    _ body: OpenDocumentBody, _ digest: String, _ format: Manuscript.Format, _ margins: [Block],
    _ losses: [Loss]
  ) -> Manuscript {
    var manuscript = Manuscript(
      source: name, digest: digest, format: format, blocks: body.containers.first ?? [], margins: margins,
      comments: body.comments, losses: losses + body.losses)
    if !body.hasPages { manuscript.forgetPages() }
    return manuscript
  }

  private func read(
    _ bytes: [UInt8], _ part: String?, _ styles: OpenDocumentStyles, _ symbols: SymbolTable
  ) throws(Refusal) -> OpenDocumentBody {
    do throws(Refusal) {
      let text = try SourceText(name: part.map { name + "!/" + $0 } ?? name, stored: bytes)
      let body = OpenDocumentBody(
        part: part ?? "", styles: styles, symbols: symbols, limits: limits.manuscript)
      try Self.markup.read(text, limits: limits.ofParts, into: body)
      return body
    } catch {
      throw ManuscriptFault.refusal(error, of: part ?? name, in: name)
    }
  }

  private static let markup = MarkupReader(
    names: OpenDocumentName.all.map(\.rawValue), namespaces: OpenDocumentSpace.addresses)
}
