import Archives
import Catalogue
import Compliance
import Languages
import OfficeWriting
import Phrasing
import Source

/// What goes between ministry and city: the letter that asks, by article and day, and the table in which the city says
/// what it did. Both from a template with named places, which an office replaces by its own.
package struct Letter {
  package enum Kind: String, Sendable, CaseIterable {
    /// The ministry's answer to the city.
    case letter
    /// The city's table of what it took over and explains, with an empty column for its words.
    case response
  }

  /// Places without which a letter would say nothing.
  private static let needed = ["dia-phuong", "ten-de-an", "bang-noi-dung"]

  private let kind: Kind
  private let phrasing: Phrasing
  private var language: Language { phrasing.language }

  package init(_ kind: Kind, _ phrasing: Phrasing) {
    (self.kind, self.phrasing) = (kind, phrasing)
  }

  /// The template inside the program, for an office to make its own of.
  /// - Throws: `OfficeFault` when there is no memory left.
  package func template() throws(OfficeFault) -> [UInt8] {
    let form = AdministrativeForm(language)
    let (title, city) = (Phrase.Argument.text("{{ten-de-an}}"), Phrase.Argument.text("{{dia-phuong}}"))
    func place(_ name: String) -> WordDocument.Block { .paragraph(.init("{{\(name)}}")) }
    var blocks = form.head(day: "{{ngay-phap-luat}}")
    switch kind {
    case .letter:
      blocks += [
        .paragraph(.init(language(Phrase("answers.letter-about", ["title": title])), .center)),
        .paragraph(.init(language(Phrase("answers.letter-to", ["place": city])), isBold: true, .center)),
        .paragraph(
          .init(
            language(
              Phrase(
                "answers.letter-opening",
                [
                  "title": title, "number": .text("{{so}}"), "date": .text("{{ngay}}"), "place": city,
                  "outcome": .text("{{ket-luan}}"), "count": .text("{{so-noi-dung}}"),
                  "mandatory": .text("{{so-bat-buoc}}"),
                ])), .both)), place("bang-noi-dung"),
        .paragraph(
          .init(
            language(
              Phrase(
                "answers.letter-closing",
                ["place": city, "edition": .text("{{danh-muc}}"), "day": .text("{{ngay-phap-luat}}")])), .both
          )),
      ]
    case .response:
      blocks += [
        .paragraph(.init(language(Phrase("answers.response-title")), isBold: true, .center)),
        .paragraph(
          .init(language(Phrase("answers.response-about", ["title": title, "place": city])), .center)),
        place("bang-noi-dung"),
      ]
    }
    blocks += form.signature()
    do throws(ContainerFault) {
      return try WordDocument(blocks, title: language(Phrase("answers.letter-name"))).bytes()
    } catch { throw .noRoom }
  }

  /// - Parameters:
  ///   - report: nil where the file could not be judged: then the letter says what to send again.
  ///   - template: the office's own; nil for that of the program.
  /// - Throws: `Refusal` when the template cannot be filled in.
  package func bytes(
    _ report: GapReport?, refusals: [String], template: (bytes: [UInt8], name: String)?
  ) throws(Refusal) -> [UInt8] {
    let own: [UInt8]
    if let template {
      own = template.bytes
    } else {
      do throws(OfficeFault) { own = try self.template() } catch {
        throw Refusal(source: kind.rawValue, cause: error)
      }
    }
    let name = template?.name ?? kind.rawValue
    let filling = try WordTemplate(own, source: name)
    let places = filling.places
    let missing = Self.needed.filter { !places.contains($0) }
    guard missing.isEmpty else {
      throw Refusal(source: name, cause: TemplateFault.without(places: missing.map { "{{\($0)}}" }))
    }
    return try filling.filled(report.map(values) ?? values(refusals: refusals))
  }

  private func values(_ report: GapReport) -> [String: WordTemplate.Value] {
    let asked = report.gaps + report.findings.filter { $0.verdict == .unknown && $0.force == .mandatory }
    let identity = report.plan.identity
    let conclusion = phrasing.conclusion(report.conformity)
    return [
      "dia-phuong": .text(SafeText.of(report.plan.city.name, limit: 400)),
      "ten-de-an": .text(SafeText.of(identity.title, limit: 1_000)),
      "so": .text(SafeText.of(identity.number ?? "………", limit: 100)),
      "ngay": .text(identity.date.map { language($0) } ?? "………"),
      "ngay-phap-luat": .text(language(report.asOf.date)),
      "ket-luan": .text(conclusion.outcome),
      "ly-do": .text(SafeText.of(conclusion.why, limit: 2_000)),
      "so-noi-dung": .text(String(asked.count)),
      "so-bat-buoc": .text(String(asked.count { $0.force == .mandatory })),
      "tep": .text(SafeText.of(report.plan.source.name, limit: 400)),
      "danh-muc": .text(report.catalogue.edition.number),
      "bang-noi-dung": .blocks(
        asked.isEmpty
          ? [.paragraph(.init(language(Phrase("answers.letter-nothing"))))] : [.table(table(asked))]),
    ]
  }

  /// A file that could not be judged: what to send again.
  private func values(refusals: [String]) -> [String: WordTemplate.Value] {
    let blank = WordTemplate.Value.text("………")
    var blocks: [WordDocument.Block] = [.paragraph(.init(language(Phrase("answers.letter-refused"))))]
    blocks += refusals.map { .paragraph(.init("– " + SafeText.of($0, limit: 1_000), .both)) }
    return [
      "dia-phuong": blank, "ten-de-an": blank, "so": blank, "ngay": blank, "ngay-phap-luat": blank,
      "ket-luan": .text(language(Phrase("answers.sheet-refused"))), "ly-do": blank, "so-noi-dung": .text("0"),
      "so-bat-buoc": .text("0"), "bang-noi-dung": .blocks(blocks),
    ]
  }

  private func table(_ asked: [Finding]) -> WordDocument.Table {
    var heads = [
      Phrase("answers.column-number"), Phrase("answers.column-asked"), Phrase("answers.column-basis"),
    ]
    switch kind {
    case .letter: heads += [Phrase("answers.column-to-write"), Phrase("answers.column-deadline")]
    case .response: heads += [Phrase("answers.column-response"), Phrase("answers.column-where-mended")]
    }
    var rows: [[[WordDocument.Paragraph]]] = [heads.map { [.init(language($0), isBold: true, .center)] }]
    for (number, finding) in asked.enumerated() {
      let words = FindingWords(finding, phrasing)
      let mark =
        finding.verdict == .unknown
        ? language(Phrase("answers.question")) : phrasing.name(of: finding.verdict)
      var row: [[WordDocument.Paragraph]] = [
        [.init(String(number + 1), .center)],
        [
          .init([
            .init(language(finding.criterion.title), isBold: true),
            .init(" (\(finding.criterion.id); \(phrasing.name(of: finding.force)); \(mark))"),
          ])
        ] + words.missing.map { .init($0) }, words.bases.map { .init($0) },
      ]
      switch kind {
      case .letter: row += [[.init(words.remedy)], [.init(words.deadline, .center)]]
      case .response: row += [[], []]
      }
      rows.append(row)
    }
    return .init(widths: [6, 32, 22, 28, 12], rows: rows)
  }
}
