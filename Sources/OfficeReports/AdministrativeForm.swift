import Languages
import OfficeWriting
import Source

/// Head and signature as the rules for administrative documents set them (Nghị định 30/2020/NĐ-CP, Phụ lục I). Names
/// of offices and numbers are for its user to fill in.
struct AdministrativeForm {
  private let language: Language

  init(_ language: Language) {
    self.language = language
  }

  /// - Parameter day: the day whose law counts, in words: a document sees no clock.
  func head(day: String) -> [WordDocument.Block] {
    let left: [WordDocument.Paragraph] = [
      .init(language(Phrase("answers.office")), isBold: true, .center), .init("–––––––", .center),
    ]
    let right: [WordDocument.Paragraph] = [
      .init(language(Phrase("answers.state")), isBold: true, .center),
      .init(language(Phrase("answers.motto")), isBold: true, .center), .init("–––––––––––––––", .center),
      .init([.init(language(Phrase("answers.place-and-day", ["day": .text(day)])), isItalic: true)], .center),
    ]
    return [.table(.init(widths: [40, 60], rows: [[left, right]], hasBorders: false, hasHead: false))]
  }

  /// Recipients and signature.
  func signature() -> [WordDocument.Block] {
    let left: [WordDocument.Paragraph] = [
      .init([.init(language(Phrase("answers.recipients")), isBold: true, isItalic: true)]),
      .init(language(Phrase("answers.recipients-list"))),
    ]
    let right: [WordDocument.Paragraph] = [
      .init(language(Phrase("answers.signature")), isBold: true, .center)
    ]
    return [.table(.init(widths: [50, 50], rows: [[left, right]], hasBorders: false, hasHead: false))]
  }
}
