import Catalogue
import Linting
import Source
import Writing
import XML

/// A new entry of a catalogue: all that is compulsory, with a mark at everything that a person must say.
package struct NewEntry {
  package enum Kind: String, Sendable, CaseIterable {
    case instrument, standard, criterion, wording, example
  }

  package let text: String

  /// - Parameters:
  ///   - template: the file of the kind, with `{id}` and `{day}` in it.
  ///   - id: of the entry; of an example that of its criterion, of a wording its token.
  ///   - day: on which the entry is read.
  ///   - schema: `catalogue.xsd`.
  /// - Throws: `Refusal` where the id is none that an entry of the kind can have.
  package init(_ template: SourceText, id: String, day: CalendarDate, schema: Schema) throws(Refusal) {
    let words = String(decoding: template.bytes, as: UTF8.self)
    text = words.replacing("{id}", with: XMLText.escaped(id, attribute: true))
      .replacing("{day}", with: day.description)
    try schema.validate(Document(SourceText(name: id, stored: Array(text.utf8))))
  }

  /// Whether an entry of the kind may have the id: one that is there already, or a criterion that an example wants
  /// and nobody has.
  package static func fault(_ kind: Kind, _ id: String, in catalogue: Catalogue) -> CatalogueFault? {
    switch kind {
    case .example:
      return catalogue.criterion(id) == nil ? .danglingReference(to: id, expected: "criterion") : nil
    case .wording: return nil
    case .instrument, .standard, .criterion:
      let origin =
        catalogue.instrument(id)?.origin ?? catalogue.standard(id)?.origin ?? catalogue.criterion(id)?.origin
      return origin.map { .repeatedID(first: "\($0.file):\($0.line)") }
    }
  }
}
