import Catalogue
import Source

/// What all OSCAL documents of ours have in common (NIST OSCAL 1.2.1, JSON).
enum OSCAL {
  static let version = "1.2.1"
  /// The namespace of properties that OSCAL does not define.
  static let namespace = "urn:khung:oscal:1"

  /// A document under its root name, with a UUID made from its own content.
  static func document(_ root: String, _ members: [(String, JSON)]) -> String {
    let uuid = ContentDigest.uuid(JSON.object(members).text())
    return JSON.object([(root, .object([("uuid", .string(uuid))] + members))]).text()
  }

  /// - Parameter day: stands for the time of the document: a report sees no clock.
  static func metadata(
    _ title: String, day: CalendarDate, version: String, _ language: Language, _ props: [JSON] = []
  ) -> JSON {
    .object([
      ("title", text(title)), ("last-modified", time(day)), ("version", .string(version)),
      ("oscal-version", .string(Self.version)),
      (
        "props",
        .array([prop("language", language.rawValue), prop("khung-version", Program.version)] + props)
      ),
    ])
  }

  static func time(_ day: CalendarDate) -> JSON { .string("\(day)T00:00:00Z") }

  /// Words in a field that holds Markdown: nothing in them takes effect.
  static func text(_ text: String, limit: Int = 4_000) -> JSON {
    .string(Excerpt.markdown(filled(Excerpt.of(text, limit: limit))))
  }

  /// A property in our namespace.
  static func prop(_ name: String, _ value: String) -> JSON {
    .object([
      ("name", .string(name)), ("ns", .string(namespace)),
      ("value", .string(filled(Excerpt.of(value, limit: 400)))),
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

  static func resourceID(_ entry: String) -> String { ContentDigest.uuid("resource\n\(entry)") }

  /// The texts with these ids, each once.
  static func backMatter(_ entries: [String], _ wording: Wording) -> [(String, JSON)] {
    let resources = Set(entries).sorted().compactMap { resource($0, wording) }
    return resources.isEmpty ? [] : [("back-matter", .object([("resources", .array(resources))]))]
  }

  private static func resource(_ id: String, _ wording: Wording) -> JSON? {
    let catalogue = wording.catalogue
    let (name, title, provenance): (String, Label, Provenance)
    if let instrument = catalogue.instrument(id) {
      (name, title, provenance) = (wording.fullName(instrument), instrument.title, instrument.provenance)
    } else if let standard = catalogue.standard(id) {
      (name, title, provenance) = (standard.number, standard.title, standard.provenance)
    } else {
      return nil
    }
    let words = [name, wording.language.own(title)].compactMap { $0 }.joined(separator: ": ")
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

/// Addresses and paths as URI references (RFC 3986).
enum URIReference {
  private static let unreserved = Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
  private static let reserved = Set(":?#[]@!$&'()*+,;=%".utf8)

  /// An address as a source gives it: what no address may hold is encoded.
  static func of(_ address: String) -> String {
    encoded(address) { unreserved.contains($0) || reserved.contains($0) }
  }

  /// The path of a file as a relative reference.
  static func ofPath(_ path: String) -> String { encoded(path, keeping: unreserved.contains) }

  private static func encoded(_ text: String, keeping: (UInt8) -> Bool) -> String {
    text.utf8.map { byte in
      guard !keeping(byte) else { return String(Unicode.Scalar(byte)) }
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (digits.count == 1 ? "0" + digits : digits)
    }.joined()
  }
}
