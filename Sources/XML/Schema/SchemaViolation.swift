import CLibXML2
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
    /// The value has not the form that it needs.
    case wrongValue
    /// The value is not one of `expected`.
    case valueNotInList
    case textNotAllowed
    /// There is an element inside one that holds only words.
    case elementInWords
    /// A reference within the file leads nowhere.
    case danglingReference
    /// Two items carry one identifier.
    case repeatedIdentifier
    case missingIdentifier
    /// XInclude is not processed, ever.
    case inclusion
    /// Anything rarer, by libxml2's error number, which no person reads.
    case other(code: Int32)
  }

  package let kind: Kind
  package let element: String
  package let attribute: String?
  package let value: String?
  package let expected: [String]
  /// What a wrong value should look like.
  let form: ValueForm?

  package init(
    kind: Kind, element: String, attribute: String?, value: String?, expected: [String]
  ) {
    self.init(kind, element, attribute: attribute, value: value, expected: expected)
  }

  private init(
    _ kind: Kind, _ element: String, attribute: String? = nil, value: String? = nil, expected: [String] = [],
    form: ValueForm? = nil
  ) {
    self.kind = kind
    self.element = element
    self.attribute = attribute
    self.value = value
    self.expected = expected
    self.form = form
  }

  /// Understands an error of libxml2's validator (`xmlschemas.c` of 2.9.14). Its number tells the kind, its
  /// parameters the values. Its sentence is read only where it holds words of libxml2 and of the schema: before
  /// the first value, and behind what is known to be one. What a document says cannot steer it.
  /// - Parameter node: the element, where there is a tree.
  init(_ error: LibraryError, at node: Element? = nil) {
    let sentence = Sentence(error.message, node)
    let element = node?.name ?? sentence.element
    let attribute = sentence.attribute
    let words = error.words
    if sentence.isInclusion {
      self.init(.inclusion, element)
      return
    }
    switch xmlParserErrors(rawValue: UInt32(bitPattern: error.code)) {
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_4:
      self.init(.missingAttribute, element, attribute: Sentence.localName(words[0]))
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1, XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2, XML_SCHEMAV_CVC_TYPE_3_1_1:
      self.init(
        .unexpectedAttribute, element,
        attribute: words[0].isEmpty ? attribute : Sentence.localName(words[0]))
    case XML_SCHEMAV_ELEMENT_CONTENT where sentence.begins("Missing child element"):
      self.init(.missingElement, element, expected: sentence.expectation)
    case XML_SCHEMAV_ELEMENT_CONTENT where sentence.begins("This element is not expected"):
      self.init(.unexpectedElement, element, expected: sentence.expectation)
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1, XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3:
      self.init(sentence.begins("Element content") ? .elementInWords : .textNotAllowed, element)
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_2, XML_SCHEMAV_CVC_TYPE_3_1_2:
      self.init(.elementInWords, element)
    case XML_SCHEMAV_CVC_ENUMERATION_VALID:
      self.init(
        .valueNotInList, element, attribute: attribute, value: words[0],
        expected: Sentence.list(words[1]))
    case XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1, XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_2,
      XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_3:
      let type = sentence.type(after: words[0])
      self.init(
        .wrongValue, element, attribute: attribute, value: words[0], expected: [type].filter { !$0.isEmpty },
        form: ValueForm(type: type))
    case XML_SCHEMAV_CVC_PATTERN_VALID:
      self.init(.wrongValue, element, attribute: attribute, value: words[0], form: .pattern(words[1]))
    case XML_SCHEMAV_CVC_MININCLUSIVE_VALID, XML_SCHEMAV_CVC_MINEXCLUSIVE_VALID:
      self.init(.wrongValue, element, attribute: attribute, value: words[0], form: .least(words[1]))
    case XML_SCHEMAV_CVC_MAXINCLUSIVE_VALID, XML_SCHEMAV_CVC_MAXEXCLUSIVE_VALID:
      self.init(.wrongValue, element, attribute: attribute, value: words[0], form: .most(words[1]))
    case XML_SCHEMAV_CVC_MINLENGTH_VALID, XML_SCHEMAV_CVC_LENGTH_VALID, XML_SCHEMAV_CVC_MAXLENGTH_VALID:
      // Of an element libxml2 gives the length alone.
      let bound = words.last { !$0.isEmpty } ?? ""
      let isLeast =
        UInt32(bitPattern: error.code) != UInt32(XML_SCHEMAV_CVC_MAXLENGTH_VALID.rawValue)
      self.init(
        .wrongValue, element, attribute: attribute, value: words[2].isEmpty ? nil : words[0],
        form: isLeast ? (bound == "1" ? .text : .longer(bound)) : .shorter(bound))
    case XML_SCHEMAV_CVC_IDC where sentence.begins("No match found"):
      self.init(.danglingReference, element, value: Sentence.key(words))
    case XML_SCHEMAV_CVC_IDC where sentence.begins("Duplicate key"):
      self.init(.repeatedIdentifier, element, value: Sentence.key(words))
    case XML_SCHEMAV_CVC_IDC where sentence.begins("Not all fields"):
      self.init(.missingIdentifier, element)
    default:
      self.init(.other(code: error.code), element)
    }
  }

  /// The same with the values that a named type lists, or the form of the type that it narrows, in place of its name.
  func naming(_ types: SimpleTypes) -> SchemaViolation {
    guard kind == .wrongValue, case .type(let name)? = form else { return self }
    let (values, base) = types.meaning(of: name)
    if !values.isEmpty {
      return SchemaViolation(.valueNotInList, element, attribute: attribute, value: value, expected: values)
    }
    return SchemaViolation(
      .wrongValue, element, attribute: attribute, value: value, expected: expected,
      form: ValueForm(type: base))
  }

  /// What a message about one value is worth beside another about the same: libxml2 says of a value both which bound
  /// it breaks and of which type it should be.
  private var tells: Int {
    switch (kind, form) {
    case (.valueNotInList, _): 4
    case (_, .day?), (_, .year?), (_, .integer?), (_, .decimal?), (_, .name?), (_, .yes?), (_, .address?): 3
    case (_, .pattern?), (_, .type?), (_, .valid?): 1
    case (_, _?): 2
    case (_, nil): 0
    }
  }

  /// Of the violations of one document those that are mistakes of their own, in their order, and how many others
  /// follow from them: a missing identifier makes every reference to it dangle.
  static func mistakes(
    _ found: [(position: Position?, violation: SchemaViolation)]
  ) -> (mistakes: [(position: Position?, violation: SchemaViolation)], following: Int) {
    var mistakes: [(position: Position?, violation: SchemaViolation)] = []
    var places: [String: Int] = [:]
    var following = 0
    for (position, violation) in found {
      var key: String
      switch violation.kind {
      case .danglingReference: key = "dangling \(violation.value ?? "")"
      case .wrongValue, .valueNotInList: key = "value \(violation.attribute ?? "")"
      case .missingAttribute, .unexpectedAttribute: key = "attribute \(violation.attribute ?? "")"
      default: key = "\(violation.kind)"
      }
      if violation.kind != .danglingReference, let position {
        key += " \(position.line) \(position.column)"
      }
      guard let place = places[key] else {
        places[key] = mistakes.count
        mistakes.append((position, violation))
        continue
      }
      if violation.kind == .danglingReference {
        following += 1
      } else if violation.tells > mistakes[place].violation.tells {
        mistakes[place].violation = violation
      }
    }
    return (mistakes, following)
  }
}

/// What a value should look like, with an example of it in words.
enum ValueForm: Sendable, Equatable {
  case day, year, integer, decimal, name, text, yes, address
  case pattern(String)
  case least(String)
  case most(String)
  case longer(String)
  case shorter(String)
  case type(String)
  /// Nothing more is known.
  case valid

  /// - Parameter type: a built-in type of XML Schema, or one of ours.
  init(type: String) {
    switch type {
    case "": self = .valid
    case "date", "day": self = .day
    case "gYear", "year": self = .year
    case "integer", "int", "long", "short", "byte", "positiveInteger", "nonNegativeInteger", "unsignedInt",
      "unsignedLong", "unsignedShort", "unsignedByte":
      self = .integer
    case "decimal", "double", "float": self = .decimal
    case "NCName", "Name", "NMTOKEN", "ID", "IDREF", "QName": self = .name
    case "token", "string", "normalizedString", "text": self = .text
    case "boolean": self = .yes
    case "anyURI": self = .address
    default: self = .type(type)
    }
  }

  var phrase: Phrase {
    switch self {
    case .day: Phrase("refusals.form-day")
    case .year: Phrase("refusals.form-year")
    case .integer: Phrase("refusals.form-integer")
    case .decimal: Phrase("refusals.form-decimal")
    case .name: Phrase("refusals.form-name")
    case .text: Phrase("refusals.form-text")
    case .yes: Phrase("refusals.form-yes")
    case .address: Phrase("refusals.form-address")
    case .pattern(let pattern): Phrase("refusals.form-pattern", ["pattern": .text(Quoted.value(pattern))])
    case .least(let bound): Phrase("refusals.form-least", ["bound": .text(Quoted.name(bound))])
    case .most(let bound): Phrase("refusals.form-most", ["bound": .text(Quoted.name(bound))])
    case .longer(let bound): Phrase("refusals.form-longer", ["bound": .text(Quoted.name(bound))])
    case .shorter(let bound): Phrase("refusals.form-shorter", ["bound": .text(Quoted.name(bound))])
    case .type(let type): Phrase("refusals.form-type", ["type": .text(Quoted.name(type))])
    case .valid: Phrase("refusals.form-valid")
    }
  }
}

extension SchemaViolation {
  package var phrase: Phrase {
    let element = Phrase.Argument.text(Quoted.name(self.element))
    let attribute = Phrase.Argument.text(Quoted.name(self.attribute ?? ""))
    let value = Phrase.Argument.text(SafeText.of(self.value ?? "", limit: 60))
    return switch kind {
    case .unexpectedElement:
      Phrase("refusals.violation-unexpected", ["element": element, "expected": expectation])
    case .missingElement: Phrase("refusals.violation-missing", ["element": element, "expected": expectation])
    case .missingAttribute:
      Phrase("refusals.violation-missing-attribute", ["element": element, "attribute": attribute])
    case .unexpectedAttribute:
      Phrase("refusals.violation-attribute", ["element": element, "attribute": attribute])
    case .wrongValue:
      Phrase(
        "refusals.violation-value",
        ["where": .phrase(place), "value": value, "form": .phrase((form ?? .valid).phrase)])
    case .valueNotInList:
      Phrase("refusals.violation-list", ["where": .phrase(place), "value": value, "list": expectation])
    case .textNotAllowed: Phrase("refusals.violation-text", ["element": element])
    case .elementInWords: Phrase("refusals.violation-words-only", ["element": element])
    case .danglingReference: Phrase("refusals.violation-dangling", ["element": element, "value": value])
    case .repeatedIdentifier: Phrase("refusals.violation-repeated", ["element": element, "value": value])
    case .missingIdentifier: Phrase("refusals.violation-no-identifier", ["element": element])
    case .inclusion: Phrase("refusals.violation-inclusion")
    case .other: Phrase("refusals.violation-other", ["element": element])
    }
  }

  /// The first dozen of what may stand there.
  private var expectation: Phrase.Argument {
    guard !expected.isEmpty else { return .phrase(.nothing) }
    return .text(
      expected.prefix(12).map(Quoted.name).joined(separator: ", ") + (expected.count > 12 ? ", …" : ""))
  }

  private var place: Phrase {
    guard let attribute else {
      return Phrase("refusals.element", ["name": .text(Quoted.name(element))])
    }
    return Phrase(
      "refusals.attribute-of",
      ["attribute": .text(Quoted.name(attribute)), "element": .text(Quoted.name(element))])
  }
}
