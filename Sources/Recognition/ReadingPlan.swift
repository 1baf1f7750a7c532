import Manuscript
import MasterPlan
import Source
import Wordings

/// A reading as a plan file: every section partial, every item with its place in the document, marked as read by a
/// machine. What was only asked is not in it.
package struct ReadingPlan {
  private let reading: Reading
  private let at: (ManuscriptPlace) -> String
  private let words: (Missing) -> String

  /// - Parameters:
  ///   - at: a place of the document in words.
  ///   - words: what stands in the place of a title or a place that was not found.
  package init(
    _ reading: Reading, at: @escaping (ManuscriptPlace) -> String, words: @escaping (Missing) -> String
  ) {
    self.reading = reading
    self.at = at
    self.words = words
  }

  /// Whether the document is the plan of a city, as far as a machine can tell: it has the title of one, or says
  /// something that plans say.
  package var isOfPlan: Bool {
    reading.fact("identity", "title") != nil
      || reading.inPlan.contains { !["identity", "city"].contains($0.section) }
  }

  /// What a plan has and the reading has not: it is named as not known, and what hangs on it is left open.
  package enum Missing: Sendable, Equatable { case title, place }

  package func xml(sections names: [String]) -> String {
    var xml = #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n"
    xml += "<master-plan xmlns=\"\(MasterPlan.namespace)\" coverage=\"partial\" read-by=\"machine\""
    xml += attribute("manuscript", SafeText.of(reading.manuscript.source, limit: 400))
    xml += attribute("manuscript-sha256", reading.manuscript.digest) + ">\n"
    for name in names { xml += section(name) }
    return xml + "</master-plan>\n"
  }

  private func section(_ name: String) -> String {
    let facts = reading.inPlan.filter { $0.section == name } + notKnown(name)
    guard !facts.isEmpty else { return "" }
    var attributes = ""
    for fact in facts where fact.element.utf8.first == UInt8(ascii: "@") {
      attributes += attribute(String(fact.element.dropFirst()), fact.words)
    }
    if name == "operations-centre" {
      // A centre has a status; where the words tell none, its section cannot stand.
      guard facts.contains(where: { PlannedWords($0.quotation).isPlanned }) else { return "" }
      attributes += attribute("status", "planned")
    }
    let items = facts.filter { $0.element.utf8.first != UInt8(ascii: "@") }
    var lines = ""
    if name == "phases" {
      lines = phases(items)
    } else {
      for element in Self.order {
        for fact in items where fact.element == element { lines += item(fact, indent: "    ") }
      }
    }
    return "  <\(name) coverage=\"partial\"\(attributes)>\n\(lines)  </\(name)>\n"
  }

  /// What a section must say and the reading does not know.
  private func notKnown(_ section: String) -> [RecognisedFact] {
    func has(_ element: String) -> Bool { reading.fact(section, element) != nil }
    func fact(_ element: String, _ words: String) -> RecognisedFact {
      RecognisedFact(section, element, words, at: ManuscriptPlace(), quoting: words, by: .layout, .likely)
    }
    switch section {
    case "identity":
      return (has("title") ? [] : [fact("title", words(.title))])
        + (has("@kind") ? [] : [fact("@kind", Identity.unknown)])
        + (has("@stage") ? [] : [fact("@stage", Stage.draft.rawValue)])
    case "city":
      return (has("name") ? [] : [fact("name", words(.place))])
        + (has("@level") ? [] : [fact("@level", Identity.unknown)])
    default: return []
    }
  }

  /// Tasks stand in a phase: that of the plan's own period. Without one they have no place.
  private func phases(_ items: [RecognisedFact]) -> String {
    var lines = ""
    let tasks = items.filter { $0.element == "task" }
    if !tasks.isEmpty, let period = reading.fact("identity", "period"), let from = period["from"],
      let to = period["to"]
    {
      lines +=
        "    <phase\(attribute("from", from))\(attribute("to", to))\(attribute("at", at(period.place)))>\n"
      lines += "      <name>\(from) - \(to)</name>\n"
      for task in tasks { lines += item(task, indent: "      ") }
      lines += "    </phase>\n"
    }
    for fact in items where fact.element == "phase" || fact.element == "statement" {
      lines += item(fact, indent: "    ")
    }
    return lines
  }

  private func item(_ fact: RecognisedFact, indent: String) -> String {
    let isPlain = fact.section == "identity" || fact.section == "city"
    var start = indent + "<" + fact.element
    if !isPlain { start += attribute("id", fact.id) + attribute("at", at(fact.place)) }
    for detail in fact.attributes { start += attribute(detail.name, detail.value) }
    let isNamed = Self.named.contains(fact.element)
    if !isNamed, fact.parts.isEmpty {
      return fact.words.isEmpty
        ? start + "/>\n" : start + ">" + XMLText.escaped(fact.words) + "</" + fact.element + ">\n"
    }
    var xml = start + ">\n" + indent + "  <name>" + XMLText.escaped(fact.words) + "</name>\n"
    for part in fact.parts {
      xml += indent + "  <" + part.element
      for detail in part.attributes { xml += attribute(detail.name, detail.value) }
      xml += part.words.isEmpty ? "/>\n" : ">" + XMLText.escaped(part.words) + "</" + part.element + ">\n"
    }
    return xml + indent + "</" + fact.element + ">\n"
  }

  private func attribute(_ name: String, _ value: String) -> String {
    " " + name + "=\"" + XMLText.escaped(value, attribute: true) + "\""
  }

  private static let named: Set<String> = ["component", "indicator", "project", "system", "phase"]

  /// Elements in the order in which sections hold them.
  private static let order = [
    "title", "number", "date", "name", "province", "legal-basis", "fact", "objective", "layer", "pillar",
    "field",
    "component", "link", "system", "indicator", "project", "body", "period", "training-target", "participant",
    "pilot",
    "trial", "risk", "partner", "standard", "statement",
  ]
}
