import Catalogue
import Languages
import Phrasing
import Source
import Writing

/// What all OSCAL documents of ours have in common (NIST OSCAL 1.2.1, JSON).
enum OSCAL {
  static let version = "1.2.1"
  /// The namespace of properties that OSCAL does not define.
  static let namespace = "urn:khung:oscal:1"

  /// A document under its root name, with a UUID made from its own content.
  static func document(_ root: String, _ members: [(String, JSON)]) -> String {
    let uuid = OSCALIdentifier.uuid(JSON.object(members).text())
    return JSON.object([(root, .object([("uuid", .string(uuid))] + members))]).text()
  }

  /// - Parameters:
  ///   - refusals: the inputs that could not be judged.
  ///   - day: stands for the time of the document: a report sees no clock.
  static func metadata(
    _ title: String, day: CalendarDate, version: String, _ language: Language, _ props: [JSON] = [],
    refusals: [String] = []
  ) -> JSON {
    .object(
      [
        ("title", text(title)), ("last-modified", time(day)), ("version", .string(version)),
        ("oscal-version", .string(Self.version)),
        (
          "props",
          .array([prop("language", language.rawValue), prop("khung-version", Program.version)] + props)
        ),
      ]
        + (refusals.isEmpty
          ? []
          : [
            (
              "remarks",
              text("\(language(.refusedTitle(refusals.count))): " + refusals.joined(separator: "; "))
            )
          ]))
  }

  static func time(_ day: CalendarDate) -> JSON { .string("\(day)T00:00:00Z") }

  /// Words in a field that holds Markdown: nothing in them takes effect.
  static func text(_ text: String, limit: Int = 4_000) -> JSON {
    .string(SafeText.markdown(filled(SafeText.of(text, limit: limit))))
  }

  /// A property in our namespace.
  static func prop(_ name: String, _ value: String) -> JSON {
    .object([
      ("name", .string(name)), ("ns", .string(namespace)),
      ("value", .string(filled(SafeText.of(value, limit: 400)))),
    ])
  }

  /// A property that OSCAL itself defines.
  static func ownProp(_ name: String, _ value: String) -> JSON {
    .object([("name", .string(name)), ("value", .string(value))])
  }

  static func reference(_ name: String, _ uuid: String) -> JSON {
    .array([.object([(name, .string(uuid))])])
  }

  /// Where the words on a criterion stand in the catalogue.
  static func statement(_ criterion: String) -> String { "\(criterion)_smt" }

  /// OSCAL wants text without white space at its ends, and at least one character of it.
  private static func filled(_ text: String) -> String {
    let words = text.split { $0.isWhitespace }.joined(separator: " ")
    return words.isEmpty ? "–" : words
  }

  // MARK: Back matter

  static func resourceID(_ entry: String) -> String { OSCALIdentifier.uuid("resource\n\(entry)") }

  /// The texts with these ids, each once.
  static func backMatter(_ entries: [String], _ phrasing: Phrasing) -> [(String, JSON)] {
    let resources = Set(entries).sorted().compactMap { resource($0, phrasing) }
    return resources.isEmpty ? [] : [("back-matter", .object([("resources", .array(resources))]))]
  }

  private static func resource(_ id: String, _ phrasing: Phrasing) -> JSON? {
    let catalogue = phrasing.catalogue
    let (name, title, provenance): (String, Label, Provenance)
    if let instrument = catalogue.instrument(id) {
      (name, title, provenance) = (phrasing.fullName(instrument), instrument.title, instrument.provenance)
    } else if let standard = catalogue.standard(id) {
      (name, title, provenance) = (standard.number, standard.title, standard.provenance)
    } else {
      return nil
    }
    let words = [name, phrasing.language.own(title)].compactMap { $0 }.joined(separator: ": ")
    var members: [(String, JSON)] = [
      ("uuid", .string(resourceID(id))), ("title", text(words)),
      ("props", .array([prop("catalogue-id", id), prop("mark", provenance.mark.rawValue)])),
      ("citation", .object([("text", text(words))])),
    ]
    if let source = provenance.source {
      members.append(("rlinks", .array([.object([("href", .string(URIReference.of(source)))])])))
    }
    return .object(members)
  }
}
