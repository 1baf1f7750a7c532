import Catalogue
import Phrasing
import Source

/// Which criteria rest on which article of an instrument, and why on some articles none does: what the ministry asks
/// of a catalogue that says it checks by a decree. Of the instruments whose editor gave reasons.
extension Handbook {
  func coverage() -> String {
    let instruments = catalogue.instruments.filter { !$0.withoutCriterion.isEmpty }
    return page(
      [
        "# \(escaped(language(.coverageTitle(catalogue.edition.number))))", "",
        language(.coverageIntroduction), "",
      ]
        + instruments.flatMap(section))
  }

  private func section(_ instrument: Instrument) -> [String] {
    let rows = rows(of: instrument)
    let head = [Phrase.coveragePlace, .coverageSubject, .coverageCriteria, .coverageReason].map {
      language($0)
    }
    return [
      "## \(escaped(phrasing.fullName(instrument)))", "",
      language(
        .coverageSummary(
          places: rows.count, covered: rows.count { !$0.criteria.isEmpty },
          reasoned: rows.count { $0.criteria.isEmpty })), "",
    ] + table(head, rows.map { [$0.place, $0.subject, $0.criteria, $0.reason] }) + [""]
  }

  private struct Row {
    /// The number of the article, by which rows are ordered; what has none stands at the end.
    let article: Int
    let place: String
    let subject: String
    let criteria: String
    let reason: String
  }

  private func rows(of instrument: Instrument) -> [Row] {
    let read = instrument.provisions.map { provision in
      Row(
        article: Self.number(provision.article), place: escaped(place(of: provision)),
        subject: escaped(language(provision.subject)), criteria: criteria(on: provision),
        reason: instrument.withoutCriterion.filter { $0.provision == provision.id }
          .map { escaped(language($0.reason)) }.joined(separator: " "))
    }
    let unread = instrument.withoutCriterion.filter { $0.provision == nil }.map { part in
      Row(
        article: Self.number(part.articles), place: escaped(language(.coverageArticles(part.articles ?? ""))),
        subject: "", criteria: "", reason: escaped(language(part.reason)))
    }
    return (read + unread).enumerated().sorted {
      ($0.element.article, $0.offset) < ($1.element.article, $1.offset)
    }
    .map(\.element)
  }

  private func place(of provision: Provision) -> String {
    provision.article == nil ? language(.coverageArticleUnseen) : phrasing.place(of: provision)
  }

  private func criteria(on provision: Provision) -> String {
    catalogue.criteria.flatMap { criterion in
      criterion.bases.filter { $0.provision == provision.id }
        .map { "\(criterion.id) (\(phrasing.name(of: $0.force)))" }
    }.joined(separator: ", ")
  }

  private static func number(_ article: String?) -> Int {
    article.flatMap {
      Int(String(String.UnicodeScalarView($0.unicodeScalars.prefix { ("0"..."9").contains($0) })))
    }
      ?? .max
  }
}

extension Phrase {
  static func coverageTitle(_ edition: String) -> Phrase {
    Phrase("editing.coverage-title", ["edition": .text(edition)])
  }

  static var coverageIntroduction: Phrase { Phrase("editing.coverage-introduction") }
  static var coveragePlace: Phrase { Phrase("editing.coverage-place") }
  static var coverageSubject: Phrase { Phrase("editing.coverage-subject") }
  static var coverageCriteria: Phrase { Phrase("editing.coverage-criteria") }
  static var coverageReason: Phrase { Phrase("editing.coverage-reason") }
  static var coverageArticleUnseen: Phrase { Phrase("editing.coverage-article-unseen") }

  static func coverageArticles(_ articles: String) -> Phrase {
    Phrase("editing.coverage-articles", ["articles": .text(articles)])
  }

  static func coverageSummary(places: Int, covered: Int, reasoned: Int) -> Phrase {
    Phrase(
      "editing.coverage-summary",
      ["places": .number(places), "covered": .number(covered), "reasoned": .number(reasoned)])
  }
}
