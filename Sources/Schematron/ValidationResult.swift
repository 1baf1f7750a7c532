import Source

/// What one schema found in one document: data, to be rendered as SVRL, as text or as findings.
package struct ValidationResult: Sendable {
  /// The name of the document as its user gave it.
  package let document: String
  package let schemaTitle: String?
  package let schemaVersion: String?
  /// The phase, or `#ALL`.
  package let phase: String
  package let namespaces: [SchematronSchema.Namespace]
  /// Every active pattern, once for each document that it was applied to.
  package let patterns: [ActivePattern]

  package init(
    document: String, schemaTitle: String?, schemaVersion: String?, phase: String,
    namespaces: [SchematronSchema.Namespace], patterns: [ActivePattern]
  ) {
    self.document = document
    self.schemaTitle = schemaTitle
    self.schemaVersion = schemaVersion
    self.phase = phase
    self.namespaces = namespaces
    self.patterns = patterns
  }

  /// No assertion failed and no report fired. True also when nothing was checked: look at `firedRules`
  /// and `idle` before calling a document valid.
  package var isValid: Bool { findings.isEmpty }

  /// The number of nodes of which some rule asked anything. Zero means that nothing was checked.
  package var firedRules: Int { patterns.reduce(0) { $0 + $1.rules.count(where: \.asks) } }

  /// The patterns and rules that checked nothing, in the order of the schema.
  package var idle: [IdleRule] { patterns.flatMap(\.idle) }

  /// Failed assertions and successful reports, in the order of the patterns and of the document.
  package var findings: [SchematronFinding] { patterns.flatMap { $0.rules.flatMap(\.findings) } }

  /// An active pattern (ISO/IEC 19757-3, annex D).
  package struct ActivePattern: Sendable {
    package let id: String?
    package let title: String?
    package let role: String?
    /// The documents that the pattern was applied to, each once; empty when `documents` named none.
    package let documents: [String]
    package let rules: [FiredRule]
    /// What of it checked nothing in any of the documents.
    package let idle: [IdleRule]

    package init(
      id: String?, title: String?, role: String?, documents: [String], rules: [FiredRule],
      idle: [IdleRule] = []
    ) {
      self.id = id
      self.title = title
      self.role = role
      self.documents = documents
      self.rules = rules
      self.idle = idle
    }
  }

  /// A rule or a pattern that checked nothing. A rule whose nodes an earlier rule of its pattern took is none:
  /// that is how alternatives are written (ISO/IEC 19757-3, 5.4.12).
  package struct IdleRule: Sendable, Hashable {
    package enum Why: Sendable, Hashable {
      /// The context of the rule matched no node.
      case matchesNothing
      /// The rule holds no assertion.
      case asksNothing
      /// The pattern holds no rule.
      case holdsNoRule
    }

    package let why: Why
    /// The rule by its identifier and context, the pattern by its identifier, title or number.
    package let name: String

    package init(why: Why, name: String) {
      self.why = why
      self.name = name
    }
  }

  /// A rule that matched one node.
  package struct FiredRule: Sendable {
    /// The document that the node stands in.
    package let document: String
    package let id: String?
    package let context: String
    package let role: String?
    package let flag: String?
    /// Whether the rule holds an assertion.
    package let asks: Bool
    package let findings: [SchematronFinding]

    package init(
      document: String, id: String?, context: String, role: String?, flag: String?, asks: Bool = true,
      findings: [SchematronFinding]
    ) {
      self.document = document
      self.asks = asks
      self.id = id
      self.context = context
      self.role = role
      self.flag = flag
      self.findings = findings
    }
  }
}

/// A failed assertion or a successful report.
package struct SchematronFinding: Sendable {
  package enum Kind: Sendable {
    case failedAssertion, successfulReport
  }

  package let kind: Kind
  package let id: String?
  package let test: String
  package let role: String?
  package let flag: String?
  package let severity: String?
  package let weight: Weight
  /// `xml:lang` in effect at the assertion; nil where nothing says, and for findings that come from no schema.
  package let language: String?
  /// The document and the place of the subject, or of the context node without a subject.
  package let document: String
  package let position: Position
  /// An XPath 1.0 location that selects exactly the subject.
  package let location: String
  package let message: FilledMessage
  package let diagnostics: [FilledDetail]
  package let properties: [FilledDetail]

  /// The message for people: where it has no words, the test stands for them.
  package var words: String {
    let says = message.plain.unicodeScalars.contains {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    return says ? message.plain : test.collapsingWhitespace()
  }

  package init(
    kind: Kind, id: String?, test: String, role: String?, flag: String?, severity: String?, weight: Weight,
    language: String? = nil, document: String, position: Position, location: String, message: FilledMessage,
    diagnostics: [FilledDetail], properties: [FilledDetail]
  ) {
    self.kind = kind
    self.id = id
    self.test = test
    self.role = role
    self.flag = flag
    self.severity = severity
    self.weight = weight
    self.language = language
    self.document = document
    self.position = position
    self.location = location
    self.message = message
    self.diagnostics = diagnostics
    self.properties = properties
  }
}

/// A message with its expressions filled in.
package struct FilledMessage: Sendable {
  package let language: String?
  package let space: String?
  package let see: String?
  package let icon: String?
  package let fpi: String?
  /// Attributes that the message copies onto the SVRL `text` element, with the declarations they need.
  package let attributes: [(name: String, value: String)]
  /// The message as the content of an SVRL `text` element.
  package let xml: String
  /// The message as plain text, white space collapsed.
  package let plain: String

  package init(
    language: String?, space: String?, see: String?, icon: String?, fpi: String?,
    attributes: [(name: String, value: String)] = [], xml: String, plain: String
  ) {
    self.attributes = attributes
    self.language = language
    self.space = space
    self.see = see
    self.icon = icon
    self.fpi = fpi
    self.xml = xml
    self.plain = plain
  }
}

/// A diagnostic or a property of a finding.
package struct FilledDetail: Sendable {
  package let id: String
  package let role: String?
  package let scheme: String?
  package let message: FilledMessage

  package init(id: String, role: String?, scheme: String?, message: FilledMessage) {
    self.id = id
    self.role = role
    self.scheme = scheme
    self.message = message
  }
}
