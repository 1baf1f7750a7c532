/// A sentence of libxml2's validator, cut where its words end and those of the document begin. It is made as
/// "Element '{namespace}a', attribute 'b': words", and what follows the colon begins with libxml2's words.
struct Sentence {
  let element: String
  let attribute: String?
  private let words: Substring.UTF8View
  let isInclusion: Bool

  /// - Parameter node: the element that the sentence is about, where there is a tree: then its namespace, which may
  ///   be any words, is passed over by its length.
  init(_ message: String, _ node: Element?) {
    var rest = Substring(message).utf8
    func take(_ text: String) -> Bool {
      guard rest.starts(with: text.utf8) else { return false }
      rest = rest.dropFirst(text.utf8.count)
      return true
    }
    func name() -> String {
      if rest.first == UInt8(ascii: "{"), let end = rest.firstIndex(of: UInt8(ascii: "}")) {
        rest = rest[rest.index(after: end)...]
      }
      let name = rest.prefix { $0 != UInt8(ascii: "'") }
      rest = rest.dropFirst(name.count + 1)
      return String(Substring(name))
    }
    let inclusion = "http://www.w3.org/2001/XInclude"
    isInclusion =
      node.map { $0.namespace == inclusion } ?? message.utf8.starts(with: "Element '{\(inclusion)}".utf8)
    guard take("Element '") else {
      (element, attribute, words) = ("", nil, rest)
      return
    }
    if let node, let namespace = node.namespace, take("{\(namespace)}\(node.name)'") {
      element = node.name
    } else {
      element = name()
    }
    attribute = take(", attribute '") ? name() : nil
    _ = take(": ")
    // "[facet 'enumeration'] The value …"
    words = rest
  }

  func begins(_ text: String) -> Bool { words.starts(with: text.utf8) }

  /// The names of the schema behind "Expected is one of ( … )"; no value stands in such a sentence.
  var expectation: [String] {
    let text = String(Substring(words))
    guard let open = text.firstRange(of: "Expected is "),
      let start = text[open.upperBound...].firstIndex(of: "("),
      let end = text[start...].firstRange(of: " )")
    else { return [] }
    return text[text.index(after: start)..<end.lowerBound].split(separator: ",").map {
      Self.localName($0.filter { $0 != " " })
    }
  }

  /// The type at the end of "'value' is not a valid value of the atomic type 'xs:date'."; empty where the type has no
  /// name.
  func type(after value: String) -> String {
    var rest = words
    let quoted = "'\(value)'"
    guard rest.starts(with: quoted.utf8) else { return "" }
    rest = rest.dropFirst(quoted.utf8.count)
    let parts = rest.split(separator: UInt8(ascii: "'"), omittingEmptySubsequences: false)
    return parts.count > 1 ? Self.localName(String(Substring(parts[1]))) : ""
  }

  static func localName(_ name: String) -> String {
    var bytes = name.utf8[...]
    if bytes.first == UInt8(ascii: "{"), let end = bytes.lastIndex(of: UInt8(ascii: "}")) {
      bytes = bytes[bytes.index(after: end)...]
    }
    if bytes.starts(with: "xs:".utf8) { bytes = bytes.dropFirst(3) }
    return String(Substring(bytes))
  }

  /// The values of "'a', 'b'", which are the schema's own.
  static func list(_ set: String) -> [String] {
    set.split(separator: "'", omittingEmptySubsequences: false).enumerated()
      .compactMap { $0.isMultiple(of: 2) ? nil : String($1) }
  }

  /// The value of "['a']", which stands behind the name of the element.
  static func key(_ words: [String]) -> String {
    guard let bytes = words.first(where: { $0.utf8.starts(with: "['".utf8) })?.utf8, bytes.count >= 4 else {
      return ""
    }
    return String(Substring(bytes.dropFirst(2).dropLast(2)))
  }
}
