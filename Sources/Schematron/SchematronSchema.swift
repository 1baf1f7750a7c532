import Source

/// A compiled schema of ISO/IEC 19757-3 (Schematron) with the query binding `xslt`: every inclusion,
/// abstract pattern and abstract rule is resolved, and every expression is known to be well formed
/// with all its prefixes, functions and variables. A value that all workers share; each evaluates
/// with a `Validator` of its own.
package struct SchematronSchema: Sendable {
  /// Which patterns take part (5.4.10).
  package enum PhaseChoice: Sendable, Equatable {
    /// The phase that `defaultPhase` names, or all patterns without one: `#DEFAULT`.
    case byDefault
    /// All patterns: `#ALL`.
    case all
    case named(String)

    /// Reads the name of a phase as command lines write it.
    package init(_ name: String) {
      switch name {
      case "#ALL": self = .all
      case "#DEFAULT": self = .byDefault
      default: self = .named(name)
      }
    }
  }

  package let title: String?
  package let schemaVersion: String?
  package let defaultPhase: String?
  /// The names of all phases, in the order of the schema.
  package var phaseNames: [String] { phases.map(\.id) }
  /// `ns` declarations in the order of the schema.
  package let namespaces: [Namespace]
  /// Files that inclusions and `document()` may read lie below these folders.
  let folders: [String]
  package let source: SourceText
  let path: String?
  let phases: [Phase]
  let patterns: [Pattern]
  let variables: [Variable]
  let keys: [Key]
  let queries: [Query]
  /// Prefixes under which expressions of included files find the namespaces that their own files bind.
  let aliases: [String: String]
  let limits: Limits

  package struct Namespace: Sendable, Equatable {
    package let prefix: String
    package let uri: String

    package init(prefix: String, uri: String) {
      self.prefix = prefix
      self.uri = uri
    }
  }

  struct Phase: Sendable {
    let id: String
    let active: [String]
    let variables: [Variable]
    let weight: Weight?
  }

  struct Pattern: Sendable {
    let id: String?
    let title: String?
    let role: String?
    let weight: Weight?
    let documents: Query?
    let variables: [Variable]
    let rules: [Rule]
    /// Names that phases which activate the pattern define.
    let lent: Set<String>
    /// The numbers of its queries.
    let queries: Range<Int>
  }

  struct Rule: Sendable {
    let id: String?
    let role: String?
    let flag: String?
    let severity: String?
    let weight: Weight?
    let context: Query
    let subject: Query?
    let steps: [Step]

    /// Whether it holds an assertion; a rule without one takes nodes and asks nothing of them.
    var asks: Bool {
      steps.contains { if case .assertion = $0 { true } else { false } }
    }
  }

  enum Step: Sendable {
    case variable(Variable)
    case assertion(Assertion)
  }

  struct Assertion: Sendable {
    let isReport: Bool
    let id: String?
    let test: Query
    let role: String?
    let flag: String?
    let severity: String?
    let weight: Weight?
    let subject: Query?
    let message: Message
    let diagnostics: [Detail]
    let properties: [Detail]
  }

  /// A diagnostic or a property that an assertion refers to.
  struct Detail: Sendable {
    let id: String
    let role: String?
    let scheme: String?
    let message: Message
  }

  struct Variable: Sendable {
    enum Value: Sendable {
      case query(Query)
      /// XML that becomes a tree.
      case content(String)
    }

    let name: String
    let value: Value
  }

  struct Key: Sendable {
    let name: String
    let match: Query
    let use: Query
  }

  /// Text with markup and with places that are filled in for each finding.
  struct Message: Sendable {
    let text: [RichText]
    let language: String?
    let space: String?
    let see: String?
    let icon: String?
    let fpi: String?
  }

  indirect enum RichText: Sendable {
    case text(String)
    case valueOf(Query)
    case copyOf(Query)
    case name(Query?)
    case markup(Markup, attributes: [(name: String, value: String)], [RichText])
    /// An element of another namespace, with the declarations that it needs.
    case foreign(name: String, attributes: [(name: String, value: String)], [RichText])
  }

  enum Markup: String, Sendable {
    case emph, dir, span
  }

  /// The name of the phase and the patterns that are active in it.
  func activity(_ choice: PhaseChoice) throws(Refusal) -> (phase: Phase?, name: String, patterns: [Pattern]) {
    let name: String
    switch choice {
    case .all: name = "#ALL"
    case .byDefault: name = defaultPhase ?? "#ALL"
    case .named(let given): name = given
    }
    if name == "#ALL" { return (nil, name, patterns) }
    guard let phase = phases.first(where: { $0.id == name }) else {
      throw Refusal(source: source.name, cause: SchematronFault.undefined(kind: .phase, name: name))
    }
    return (phase, name, patterns.filter { pattern in pattern.id.map(phase.active.contains) ?? false })
  }
}
