import Source

/// One way in which a document is not what its schema allows, in parts that a report can put into
/// words of any language. Names are local names: a plan has one namespace.
package struct SchemaViolation: RefusalCause {
  package enum Kind: Sendable, Equatable {
    /// The element may not stand here; `expected` lists what may.
    case unexpectedElement
    /// The element lacks a child; `expected` lists what is missing.
    case missingElement
    case missingAttribute
    case unexpectedAttribute
    /// The value is not one of `expected`, or not of the type `expected.first`.
    case wrongValue
    case valueNotInList
    case textNotAllowed
    /// A reference within the file leads nowhere.
    case danglingReference
    /// Two items carry one identifier.
    case repeatedIdentifier
    case missingIdentifier
    /// XInclude is not processed, ever.
    case inclusion
    /// Anything rarer, by libxml2's error number.
    case other(code: Int32)
  }

  package let kind: Kind
  package let element: String
  package let attribute: String?
  package let value: String?
  package let expected: [String]

  package init(kind: Kind, element: String, attribute: String?, value: String?, expected: [String]) {
    self.kind = kind
    self.element = element
    self.attribute = attribute
    self.value = value
    self.expected = expected
  }

  /// Takes libxml2's sentence apart. Its shape is fixed in `xmlschemas.c` (2.9.14):
  /// "Element '{ns}a', attribute 'b': [facet 'f'] The value 'v' is not …. Expected is one of ( … )."
  init(code: Int32, message: String) {
    let quoted = Self.quoted(in: message)
    let element = quoted.first.map(Self.localName) ?? ""
    let named = message.firstRange(of: ", attribute '") != nil
    let attribute = named && quoted.count > 1 ? Self.localName(quoted[1]) : nil
    let rest = Array(quoted.dropFirst(named ? 2 : 1))
    var expected = Self.expectation(in: message)
    var value: String?
    let kind: Kind
    if quoted.first?.contains("http://www.w3.org/2001/XInclude") == true {
      kind = .inclusion
    } else if message.contains("is required but missing") {
      kind = .missingAttribute
      self.init(kind: kind, element: element, attribute: rest.first ?? attribute, value: nil, expected: [])
      return
    } else if message.contains("This element is not expected") {
      kind = .unexpectedElement
    } else if message.contains("Missing child element(s)") {
      kind = .missingElement
    } else if message.contains("The attribute '"), message.contains("is not allowed") {
      kind = .unexpectedAttribute
    } else if message.contains("is not an element of the set") {
      kind = .valueNotInList
      value = rest.first { $0 != "enumeration" }
      expected = Array(rest.drop { $0 != value }.dropFirst())
    } else if message.contains("is not a valid value of") || message.contains("[facet '") {
      kind = .wrongValue
      let isFacet = message.contains("[facet '")
      value = isFacet ? rest.dropFirst().first : rest.first
      expected = isFacet ? Array(rest.prefix(1)) : Array(rest.dropFirst().prefix(1)).map(Self.localName)
    } else if message.contains("No match found for key-sequence") {
      kind = .danglingReference
      value = Self.keyValue(in: message)
    } else if message.contains("Duplicate key-sequence") {
      kind = .repeatedIdentifier
      value = Self.keyValue(in: message)
    } else if message.contains("Not all fields of key") {
      kind = .missingIdentifier
    } else if message.contains("Character content") {
      kind = .textNotAllowed
    } else {
      kind = .other(code: code)
    }
    self.init(kind: kind, element: element, attribute: attribute, value: value, expected: expected)
  }

  private static func quoted(in message: String) -> [String] {
    let parts = message.split(separator: "'", omittingEmptySubsequences: false)
    return stride(from: 1, to: parts.count, by: 2).map { String(parts[$0]) }
  }

  private static func localName(_ name: String) -> String {
    let text = name.contains("}") ? String(name.split(separator: "}").last ?? "") : name
    return text.hasPrefix("xs:") ? String(text.dropFirst(3)) : text
  }

  private static func expectation(in message: String) -> [String] {
    guard let open = message.firstRange(of: "Expected is "),
      let start = message[open.upperBound...].firstIndex(of: "("),
      let end = message[start...].firstRange(of: " )")
    else { return [] }
    return message[message.index(after: start)..<end.lowerBound].split(separator: ",").map {
      localName($0.filter { $0 != " " })
    }
  }

  private static func keyValue(in message: String) -> String? {
    guard let open = message.firstRange(of: "key-sequence ['"),
      let close = message[open.upperBound...].firstRange(of: "']")
    else { return nil }
    return String(message[open.upperBound..<close.lowerBound])
  }
}
