import Catalogue

/// What the words of plans say, as far as XPath 1.0 can tell. Each wording that a requirement asks for becomes
/// variables of the schema, evaluated once for a plan:
///
/// - `$may-…`: texts that hold the words of one of its ways, whatever else they say;
/// - `$says-…`: those of them that are one plain sentence, which nothing takes back.
///
/// What is the one and not the other is beyond this export: the criterion's report has the role `beyond-xpath`.
final class SpokenWords {
  private(set) var variables: [(name: String, value: String)] = []
  private var known: Set<String> = []
  private let wordings: [WordingKey: Wording]
  /// The variable that tells whether a phrase stands anywhere in the plan, by the phrase.
  private var presences: [String: String] = [:]

  init(_ catalogue: Catalogue) {
    wordings = Dictionary(catalogue.wordings.wordings.map { ($0.key, $0) }) { first, _ in first }
    variables = [
      ("spoken-from", XPath.quoted(TextFolding.from)), ("spoken-to", XPath.quoted(TextFolding.to)),
      ("spoken-signs", XPath.quoted(TextFolding.allowed)),
      ("spoken-capitals", XPath.quoted(TextFolding.upper)),
      ("strange", "/p:master-plan/*//*[not(*)][translate(.,\(XPath.quoted(TextFolding.foreign)),'')!=.]"),
      ("plain", "/p:master-plan/*//*[not(*)][\(Self.plain(catalogue))]"),
      ("spoken", "normalize-space(translate(string(/p:master-plan),$spoken-from,$spoken-to))"),
    ]
  }

  /// Whether the catalogue has a wording for it.
  func knows(_ key: WordingKey) -> Bool { wordings[key] != nil }

  /// The variables of a wording among the texts of sections: `$may-…` and `$says-…`.
  func names(of key: WordingKey, in sections: [String]) -> (may: String, says: String) {
    let name = "\(key.list)-\(key.token)-in-\(sections.joined(separator: "-"))"
    let names = (may: "$may-\(name)", says: "$says-\(name)")
    guard known.insert(name).inserted else { return names }
    let ways = wordings[key]?.ways ?? []
    // Most wordings are in no text of a plan: then no text is looked at one by one.
    let some = Self.any(ways.map { way($0, by: presence(of:)) })
    let asked = sections.map { "self::p:\($0)" }.joined(separator: " or ")
    let found = Self.any(ways.map { way($0, by: test) })
    variables.append(("may-\(name)", "/p:master-plan[\(some)]/*[\(asked)]//*[not(*)][\(found)]"))
    // In a way whose parts must follow each other only their being there can be told.
    let sure = ways.filter { !$0.isInOrder || $0.says.count == 1 }
    let unless = (wordings[key]?.unless ?? []).map { holds([$0], by: test) }
    let says =
      "\(names.may)[\(Self.isPlain)]"
      + (sure.count == ways.count ? "" : "[\(Self.any(sure.map { way($0, by: test) }))]")
      + (unless.isEmpty ? "" : "[not(\(Self.any(unless)))]")
    variables.append(("says-\(name)", sure.isEmpty ? XPath.nothing : says))
    return names
  }

  /// The folded words of the context node, each between two spaces.
  private static let words = "concat(' ',normalize-space(translate(.,$spoken-from,$spoken-to)),' ')"

  /// The context node is one of the plain texts.
  static let isPlain = "count(.|$plain)=count($plain)"

  private func way(_ way: Wording.Way, by test: (String) -> String) -> String {
    "(" + way.says.map { holds($0, by: test) }.joined(separator: " and ") + ")"
  }

  private func holds(_ phrases: [String], by test: (String) -> String) -> String {
    Self.any(phrases.flatMap { TextFolding.forms(of: $0) }.map(test))
  }

  /// The context node has the phrase as whole words. A text is folded only for a phrase that the plan has: XPath 1.0
  /// keeps nothing of a node, and would fold it for each of thousands.
  private func test(_ form: String) -> String {
    "(\(presence(of: form)) and contains(\(Self.words),\(XPath.quoted(" \(form) "))))"
  }

  /// Whether the phrase stands anywhere in the plan, perhaps inside other words: where elements touch each other their
  /// texts have no space between them.
  private func presence(of form: String) -> String {
    if let known = presences[form] { return known }
    let name = "phrase-\(presences.count + 1)"
    variables.append((name, "contains($spoken,\(XPath.quoted(form)))"))
    presences[form] = "$\(name)"
    return "$\(name)"
  }

  private static func any(_ tests: [String]) -> String {
    tests.isEmpty ? "false()" : tests.count == 1 ? tests[0] : "(" + tests.joined(separator: " or ") + ")"
  }

  /// One sentence of ordinary letters, composed, with no word that might take it back. Looked for as letters, so that
  /// the word inside another one counts too: a text is rather left out than misread.
  private static func plain(_ catalogue: Catalogue) -> String {
    let stops = "string-length(normalize-space(.))-string-length(translate(normalize-space(.),'.',''))"
    let last = "substring(normalize-space(.),string-length(normalize-space(.)))"
    var tests = [
      "string-length(normalize-space(.))>7",
      "translate(normalize-space(.),$spoken-signs,'')=''",
      "(\(stops)=0 or (\(stops)=1 and \(last)='.'))",
      "not(contains(normalize-space(.),' - ')) and not(contains(normalize-space(.),' – '))",
      "3*string-length(translate(.,$spoken-capitals,''))>2*string-length(.)",
    ]
    for cue in cues(catalogue) {
      let (first, rest) = (cue.prefix(1), cue.dropFirst())
      tests.append("not(contains(.,\(XPath.quoted(cue))))")
      let capital = first.uppercased() + rest
      if capital != cue { tests.append("not(contains(.,\(XPath.quoted(capital))))") }
    }
    for (first, second) in pairs(catalogue) {
      let capital = first.prefix(1).uppercased() + first.dropFirst()
      let begins = any([first, capital].map { "contains(.,\(XPath.quoted($0)))" })
      tests.append("not(\(begins) and contains(.,\(XPath.quoted(second))))")
    }
    return tests.joined(separator: " and ")
  }

  /// Cues of two parts.
  private static func pairs(_ catalogue: Catalogue) -> [(first: String, second: String)] {
    var pairs: [(String, String)] = []
    for phrase in catalogue.wordings.denials.flatMap(\.cues).flatMap(\.phrases) {
      let words = phrase.split(separator: " ")
      guard let gap = words.firstIndex(of: "…") else { continue }
      let second = TextFolding.forms(of: words[(gap + 1)...].joined(separator: " "))
      for first in TextFolding.forms(of: words[..<gap].joined(separator: " ")) {
        pairs += second.map { (first, $0) }
      }
    }
    return pairs
  }

  /// What makes a cue of one part; of those that hold each other the shorter.
  private static func cues(_ catalogue: Catalogue) -> [String] {
    var phrases: Set<String> = []
    for phrase in catalogue.wordings.denials.flatMap(\.cues).flatMap(\.phrases) {
      let words = phrase.split(separator: " ")
      guard !words.contains("…") else { continue }
      phrases.formUnion(TextFolding.forms(of: words.joined(separator: " ")))
    }
    let sorted = phrases.filter { !$0.isEmpty }.sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
    var kept: [String] = []
    for phrase in sorted where !kept.contains(where: { Self.contains(phrase, $0) }) { kept.append(phrase) }
    return kept
  }

  private static func contains(_ text: String, _ part: String) -> Bool {
    let (text, part) = (Array(text.utf8), Array(part.utf8))
    guard part.count <= text.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0..<($0 + part.count)].elementsEqual(part) }
  }
}
