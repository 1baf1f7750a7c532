import Catalogue
import Source

// What items of a plan show by their words.

extension FacetsAsXPath {
  /// What an item names or says: itself, or the texts of its parts that cite nothing.
  private static let citing = "self::p:standard or self::p:based-on or self::p:source or self::p:legal-basis"

  /// Whether one of an item's texts is among those of a variable.
  private static func has(_ texts: String) -> String {
    "(not(*) and count(.|\(texts))=count(\(texts)))"
      + " or descendant::*[not(*)][not(\(citing))][not(ancestor::*[\(citing)])][count(.|\(texts))=count(\(texts))]"
  }

  /// Items that say a thing by their words, whatever their label, as the pages of facets have it.
  /// - Parameters:
  ///   - labelled: items that carry the label.
  ///   - others: items that would show it without.
  ///   - isTimed: whether a date or a status counts, which words can contradict.
  ///   - unsettling: what in a text may contradict a value that counts.
  func spoken(
    _ key: WordingKey, labelled: String, others: String, by limit: CalendarDate? = nil, isTimed: Bool = false,
    unless unsettling: [String] = [], in sections: [String]
  ) -> PartAsXPath {
    let complete = areComplete(sections)
    guard words.knows(key) else {
      // A label for which there is no wording is open; one whose words say nothing is none, and this cannot tell.
      let claimed = XPathTest.expression("boolean((\(labelled))[\(Self.has("$plain"))])")
      let beyond = XPathTest.expression("boolean(\(labelled))") && !claimed
      return PartAsXPath(
        holds: .no, fails: .all([!claimed, !beyond, complete]), beyond: beyond)
    }
    let names = words.names(of: key, in: sections)
    let all = "(\(labelled)|\(others))"
    let shown = "\(all)[\(Self.has(names.says))]"
    var inTime = ""
    var unclear = "[false()]"
    // Labels whose own day is out of time do not hold whatever their words mean; where words name years nothing is sure.
    var outOfTime = "[false()]"
    var mayBeOutOfTime = "[false()]"
    if limit != nil || isTimed || !unsettling.isEmpty {
      let planned =
        !unsettling.isEmpty && limit == nil && !isTimed
        ? []
        : [
          "sẽ", "dự kiến", "phấn đấu", "đang", "chuẩn bị", "chưa", "kế hoạch", "dự án", "xây mới",
          "đầu tư mới",
        ]
      let years = planned.isEmpty ? [] : ["20", "19", "21"]
      let words = (planned + years + unsettling).map { "contains(.,'\($0)')" }
      unclear = "[descendant-or-self::*[\(words.joined(separator: " or "))]]"
      inTime = "[not(descendant-or-self::*[\(words.joined(separator: " or "))])]"
    }
    if let limit {
      let typed = "(\(XPath.day("@by"))<=\(limit.number) and \(Self.canBeDue))"
      inTime += "[\(typed) or normalize-space(@status)='existing']"
      let late = "[\(XPath.day("@by"))>0 and not(\(typed)) and not(normalize-space(@status)='existing')]"
      let years = "descendant-or-self::*[contains(.,'20') or contains(.,'19') or contains(.,'21')]"
      outOfTime = late + "[not(\(years))]"
      mayBeOutOfTime = late + "[\(years)]"
    }
    let holds = XPathTest.expression("boolean(\(shown)\(inTime))")
    let doubtful = XPathTest.any([
      .expression("boolean(\(all)[(\(Self.has(names.may))) and not(\(Self.has(names.says)))])"),
      .expression("boolean(\(shown)\(unclear))"),
      .expression("boolean((\(labelled))[not(\(Self.has(names.may)))]\(mayBeOutOfTime))"),
      // Whether words say nothing at all is told of plain texts only.
      .expression("boolean((\(labelled))[not(\(Self.has("$plain")))])"),
      // What cannot be read is neither there nor absent.
      .expression("boolean((\(others))[\(Self.has("$strange"))])"),
    ])
    let open = "(\(labelled))[not(\(Self.has(names.may)))]"
    let claimed = XPathTest.expression(
      limit == nil ? "boolean(\(open))" : "count(\(open))>count(\(open)\(outOfTime))")
    // Beside something late a label counts only if it is in time itself.
    let mixed = limit == nil ? XPathTest.no : claimed && .expression("boolean(\(shown))")
    let beyond = !holds && (doubtful || mixed)
    return PartAsXPath(
      holds: holds, fails: .all([!holds, !doubtful, !claimed, complete]), beyond: beyond)
  }

  /// Texts of sections, at any depth, that cite nothing.
  func texts(in sections: [String]) -> String {
    sections.map { "\(XPath.section($0))//*[not(*)][not(\(Self.citing))][not(ancestor::*[\(Self.citing)])]" }
      .joined(separator: "|")
  }

  /// Items that carry the topic, or a label that earlier files have for it, at any depth.
  func labelled(_ topic: String, in sections: [String]) -> String {
    let former = catalogue.wordings.wordings.first { $0.list == WordingKey.topics && $0.token == topic }?
      .formerly
    let labels = ([topic] + (former ?? [])).map(XPath.isAbout).joined(separator: " or ")
    return sections.map { XPath.section($0) + "//*[\(labels)]" }.joined(separator: "|")
  }

  /// The year of `@by` is one in which something can be due: not before the year of the plan and of its period.
  private static let canBeDue: String = {
    let due = "number(substring(normalize-space(@by),1,4))"
    let dated = "number(substring(normalize-space(/p:master-plan/p:identity/p:date[1]),1,4))"
    let begun = "number(normalize-space(/p:master-plan/p:identity/p:period[1]/@from))"
    return "\(due)>=1990 and \(due)<=2100 and (\(due)>=\(dated) or \(due)>=\(begun)"
      + " or not(\(dated)=\(dated) or \(begun)=\(begun)))"
  }()
}
