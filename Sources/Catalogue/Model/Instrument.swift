import Source

/// A legal instrument (văn bản): law, decree, decision, circular, resolution, dispatch.
package struct Instrument: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case law, resolution, decree, decision, circular, dispatch, directive, conclusion, announcement, plan
  }

  package let id: String
  package let kind: Kind
  /// Number and symbol as printed, for example `269/2025/NĐ-CP`; nil when not seen.
  package let number: String?
  package let year: Int?
  package let issuer: String?
  package let title: Label
  /// Other printed names that mean this instrument and no other.
  package let aliases: [String]
  package let binding: String
  package let provisions: [Provision]
  /// The parts on which no criterion rests, as far as somebody said why.
  package let withoutCriterion: [PartWithoutCriterion]
  /// Rules by which older plans are to be reviewed.
  package let reviews: [ReviewOfOlderPlans]
  package let life: Life
  package let provenance: Provenance
  package let origin: Origin

  /// The year by which a law is told from the laws of its name before and after it; nil for other kinds, whose names
  /// are those of programmes and may be followed by the years of these.
  package var yearOfLaw: Int? { kind == .law ? year ?? life.issued?.year : nil }

  /// The names by which it is cited: the aliases, and for a law its title with its year, as Nghị định 30/2020 prints it.
  package var names: [String] {
    guard let year = yearOfLaw, let title = title.vietnamese, title.utf8.starts(with: "Luật ".utf8),
      !title.utf8.starts(with: "Luật sửa".utf8)
    else { return aliases }
    let bare = title.utf8.firstIndex(of: UInt8(ascii: "(")).map { String(title[..<$0]) } ?? title
    let name = bare.split(separator: " ").joined(separator: " ")
    let dated = "\(name) \(year)"
    return aliases.contains(name) || aliases.contains(dated) ? aliases : aliases + [dated]
  }
}

/// A rule that has plans approved before a day reviewed, and does not say that they were wrong.
package struct ReviewOfOlderPlans: Sendable, Hashable {
  package let instrument: String
  package let provision: String?
  package let approvedBefore: CalendarDate
  package let planKinds: [String]
  /// The group of criteria that say what is asked beyond the law of the plan's own day.
  package let group: String
  package let rule: Label
}

/// A part of an instrument on which no criterion rests, and the reason.
package struct PartWithoutCriterion: Sendable {
  /// A provision of the catalogue; nil for articles that it does not have.
  package let provision: String?
  /// Such articles, as printed.
  package let articles: String?
  package let reason: Label
}

/// An article, clause or point of an instrument.
package struct Provision: Sendable {
  package let id: String
  package let article: String?
  package let clause: String?
  package let point: String?
  package let subject: Label
  package let provenance: Provenance
}

/// Where an entry stands in the catalogue's files.
package struct Origin: Sendable, Hashable {
  package let file: String
  package let line: Int

  package init(file: String, line: Int) {
    self.file = file
    self.line = line
  }
}
