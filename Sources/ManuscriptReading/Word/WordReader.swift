import Manuscript
import Source
import XML

/// Reads Word files (ISO/IEC 29500, transitional and strict).
///
/// Done: body, headers, footers, notes, comments, text boxes, content controls with their stores, tracked changes as
/// accepted, results of fields, numbering, symbols, letter sets from before Unicode by their evidence, chunks of HTML
/// and text. Named as losses: pictures, diagrams, objects, what leads out of the file, macros. Not done: text of
/// diagrams and charts, formulas as anything but their letters, names of days in bound dates.
struct WordReader {
  let name: String
  let limits: Limits

  /// - Throws: `Refusal` when the file cannot be read or its parts contradict each other.
  func read(_ bytes: [UInt8], digest: String) throws(Refusal) -> Manuscript {
    let package = try WordPackage(bytes, source: name, limits: limits)
    let context = try WordContext(package)
    var losses = packageLosses(package)
    context.footnotes = try notes("footnotes", context, &losses)?.notes ?? [:]
    context.endnotes = try notes("endnotes", context, &losses)?.notes ?? [:]
    guard let body = try read(package.main, context) else {
      throw Refusal(source: name, cause: ManuscriptFault.noDocument)
    }
    losses += body.losses
    var manuscript = Manuscript(
      source: name, digest: digest, format: .word, blocks: body.containers.first ?? [])
    for part in package.parts("header") + package.parts("footer") {
      guard let margin = try read(part, context) else { continue }
      manuscript.margins += margin.containers.first ?? []
      losses += margin.losses
    }
    manuscript.comments = try comments(context, body, &losses)
    manuscript.losses = losses
    if body.listed > limits.manuscript.losses {
      manuscript.losses.append(
        Loss(
          .furtherLosses, place: ManuscriptPlace(part: package.main),
          count: body.listed - limits.manuscript.losses))
    }
    if !body.hasPages { manuscript.forgetPages() }
    return manuscript
  }

  private func read(_ part: String, _ context: WordContext) throws(Refusal) -> BodyReader? {
    do throws(Refusal) {
      guard let text = try context.package.text(of: part) else { return nil }
      let reader = BodyReader(context, part: part)
      try Self.markup.read(text, limits: limits.ofParts, into: reader)
      if let rest = reader.carried {
        reader.carried = nil
        reader.paragraph = rest
        reader.paragraph?.isMarkDeleted = false
        reader.endParagraph()
      }
      return reader
    } catch {
      throw ManuscriptFault.refusal(error, of: part, in: name)
    }
  }

  static let markup = MarkupReader(names: WordName.all.map(\.rawValue), namespaces: WordSpace.addresses)

  private func notes(
    _ type: String, _ context: WordContext, _ losses: inout [Loss]
  ) throws(Refusal) -> BodyReader? {
    guard let part = context.package.parts(type).first else { return nil }
    let reader = try read(part, context)
    losses += reader?.losses ?? []
    return reader
  }

  private func comments(
    _ context: WordContext, _ body: BodyReader, _ losses: inout [Loss]
  ) throws(Refusal) -> [Manuscript.Comment] {
    guard let reader = try notes("comments", context, &losses) else { return [] }
    if reader.furtherComments > 0 {
      losses.append(
        Loss(.furtherComments, place: ManuscriptPlace(part: reader.part), count: reader.furtherComments))
    }
    let called = reader.notes.compactMap { id, blocks in
      reader.authors[id] == Manuscript.Comment.ownAuthor
        ? nil : body.commentPlaces[id].map { (id, blocks, $0) }
    }
    return called.sorted { ($0.2.block, $0.0) < ($1.2.block, $1.0) }.map { id, blocks, place in
      Manuscript.Comment(
        author: reader.authors[id], text: blocks.map(\.printed).joined(separator: "\n"), place: place)
    }
  }

  /// What leads out of the file, and programs in it.
  private func packageLosses(_ package: WordPackage) -> [Loss] {
    var losses: [Loss] = []
    for name in package.names {
      let steps = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      if name.utf8.first == UInt8(ascii: "/") || steps.contains(where: { $0.elementsEqual("..".utf8) }) {
        losses.append(Loss(.unsafePart, words: name, place: ManuscriptPlace()))
      }
    }
    for relation in package.relationships(of: package.main).values.sorted(by: { $0.target < $1.target })
    where relation.type == "vbaProject" {
      losses.append(Loss(.macro, words: relation.target, place: ManuscriptPlace()))
    }
    for settings in package.parts("settings") {
      for relation in package.relationships(of: settings).values where relation.isExternal {
        losses.append(Loss(.externalPart, words: relation.target, place: ManuscriptPlace(part: settings)))
      }
    }
    return losses
  }
}
