import Source

/// One run of one tool as OASIS SARIF 2.1.0: what its results have around them, whoever found them.
package struct SARIFLog {
  let tool: String
  let rules: [JSON]
  let invocation: JSON
  let artifacts: [JSON]
  /// BCP 47.
  let language: String
  let results: [JSON]

  package init(
    tool: String, rules: [JSON], invocation: JSON, artifacts: [JSON], language: String, results: [JSON]
  ) {
    self.tool = tool
    self.rules = rules
    self.invocation = invocation
    self.artifacts = artifacts
    self.language = language
    self.results = results
  }

  package func text() -> String {
    JSON.object([
      ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", .string("2.1.0")),
      ("runs", .array([run])),
    ]).text()
  }

  private var run: JSON {
    let driver = JSON.object([
      ("name", .string(tool)), ("version", .string(Program.version)), ("rules", .array(rules)),
    ])
    return .object([
      ("tool", .object([("driver", driver)])),
      ("invocations", .array([invocation])),
      ("artifacts", .array(artifacts)),
      ("columnKind", .string("unicodeCodePoints")),
      ("language", .string(language)),
      ("results", .array(results)),
    ])
  }

  /// Plain text: brackets, which would make a link, are escaped (SARIF 2.1.0, 3.11.6).
  package static func message(_ text: String) -> JSON {
    .object([("text", .string(SafeText.harmless(text).withBackslash(before: "\\[]")))])
  }

  /// A file, with the members that say more of it.
  package static func artifact(_ path: String, _ members: [(String, JSON)] = []) -> JSON {
    .object([("location", .object([("uri", .string(URIReference.ofPath(path)))]))] + members)
  }

  /// A place in a file, with the text that stands there where it is known.
  package static func location(_ position: Position, in path: String, excerpt: String? = nil) -> JSON {
    var region: [(String, JSON)] = [
      ("startLine", .integer(position.line)), ("startColumn", .integer(position.column)),
    ]
    if let excerpt, !excerpt.isEmpty {
      region.append(("snippet", .object([("text", .string(SafeText.of(excerpt, limit: 400)))])))
    }
    let place = JSON.object([
      ("artifactLocation", .object([("uri", .string(URIReference.ofPath(path)))])),
      ("region", .object(region)),
    ])
    return .object([("physicalLocation", place)])
  }
}
