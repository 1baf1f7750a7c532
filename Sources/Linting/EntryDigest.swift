import Catalogue
import Source
import XML

/// A short digest of everything that an entry says: every fact, every word, where it was seen. The order of
/// attributes and of parts, spaces between words and comments do not count.
enum EntryDigest {
  static func of(_ element: Element) -> String {
    String(ContentDigest.sha256(Array(notation(element).utf8)).prefix(16))
  }

  private static func notation(_ element: Element) -> String {
    let attributes = element.attributes.map { "\($0.name)=\(quoted($0.value))" }.sorted()
    let parts = element.children.map(notation)
    // A sample of a plan is read in its order; the parts of an entry are told apart by what they hold.
    let ordered = element.isNamed("snippet") ? parts : parts.sorted()
    let words = parts.isEmpty ? quoted(element.text) : ""
    return "<\(element.name) \(attributes.joined(separator: " "))>\(ordered.joined())\(words)</>"
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.utf8.split { $0 <= 0x20 }.map { String(Substring($0)) }.joined(separator: " ") + "\""
  }

  /// What the entries of a file are called in the list, with the element of each.
  static func entries(of root: Element) -> [(kind: String, id: String, element: Element)] {
    root.children.flatMap { part -> [(kind: String, id: String, element: Element)] in
      if part.isNamed("edition") || part.isNamed("examples") { return [] }
      return part.children.map { element -> (kind: String, id: String, element: Element) in
        let id =
          element.attribute("id")
          ?? [element.attribute("list"), element.attribute("token")].compactMap { $0 }.joined(separator: ":")
        return (element.name, id, element)
      }
    }.filter { !$0.id.isEmpty }
  }
}
