import Source

/// Writes results as SVRL, the Schematron Validation Report Language (ISO/IEC 19757-3, annex D).
/// Several documents share one report; each pattern in it names its document.
package enum SVRL {
  package static let namespace = "http://purl.oclc.org/dsdl/svrl"

  /// - Parameters:
  ///   - results: of one schema and phase, one for each document.
  ///   - errors: documents that were refused, and why; they stand first, so that nobody can take
  ///     the report for one of all documents. An error without a document names it in its message.
  package static func report(
    _ results: [ValidationResult], errors: [(document: String, message: String)] = []
  ) -> String {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svrl:schematron-output"
    let first = results.first
    text += attributes([
      ("xmlns:svrl", namespace), ("title", first?.schemaTitle), ("phase", first?.phase),
      ("schemaVersion", first?.schemaVersion),
    ])
    text += ">\n"
    for error in errors {
      let name = error.document.isEmpty ? nil : anyURI(error.document)
      text += "  <svrl:error\(attributes([("document", name), ("location", "/")]))>"
      text += "\(XMLText.escaped(error.message))</svrl:error>\n"
    }
    for item in first?.namespaces ?? [] {
      text += "  <svrl:ns-prefix-in-attribute-values"
      text += "\(attributes([("prefix", item.prefix), ("uri", item.uri)]))/>\n"
    }
    for result in results {
      for pattern in result.patterns { write(pattern, &text) }
    }
    return text + "</svrl:schematron-output>\n"
  }

  private static func write(_ pattern: ValidationResult.ActivePattern, _ text: inout String) {
    let documents = pattern.documents.map(anyURI).joined(separator: " ")
    text += "  <svrl:active-pattern"
    text += attributes([
      ("id", pattern.id), ("documents", documents.isEmpty ? nil : documents), ("name", pattern.title),
      ("role", pattern.role),
    ])
    text += "/>\n"
    for rule in pattern.rules {
      text += "  <svrl:fired-rule"
      text += attributes([
        ("id", rule.id), ("context", rule.context), ("role", rule.role), ("flag", tokens(rule.flag)),
        ("document", anyURI(rule.document)),
      ])
      text += "/>\n"
      for finding in rule.findings { write(finding, &text) }
    }
  }

  private static func write(_ finding: SchematronFinding, _ text: inout String) {
    let name = finding.kind == .failedAssertion ? "failed-assert" : "successful-report"
    text += "  <svrl:\(name)"
    text += attributes([
      ("id", finding.id), ("location", finding.location), ("test", finding.test), ("role", finding.role),
      ("flag", tokens(finding.flag)), ("severity", finding.severity), ("xml:lang", finding.language),
    ])
    text += ">\n"
    for detail in finding.diagnostics {
      text += "    <svrl:diagnostic-reference"
      text += attributes([("diagnostic", detail.id), ("role", detail.role)]) + ">"
      text += message(detail.message) + "</svrl:diagnostic-reference>\n"
    }
    for detail in finding.properties {
      text += "    <svrl:property-reference"
      text += attributes([("property", detail.id), ("role", detail.role), ("scheme", detail.scheme)]) + ">"
      text += message(detail.message) + "</svrl:property-reference>\n"
    }
    text += "    \(message(finding.message))\n  </svrl:\(name)>\n"
  }

  private static func message(_ message: FilledMessage) -> String {
    let list = attributes(
      [
        ("xml:space", message.space), ("xml:lang", message.language), ("see", message.see),
        ("icon", message.icon), ("fpi", message.fpi),
      ].filter { own in !message.attributes.contains { $0.name == own.0 } }
        + message.attributes.map { ($0.name, $0.value) })
    return "<svrl:text\(list)>\(message.xml)</svrl:text>"
  }

  private static func attributes(_ list: [(name: String, value: String?)]) -> String {
    list.map { item in
      item.value.map { " \(item.name)=\"\(XMLText.escaped($0, attribute: true))\"" } ?? ""
    }.joined()
  }

  /// SVRL wants at least one token where there is a flag at all.
  private static func tokens(_ flag: String?) -> String? {
    let text = flag?.collapsingWhitespace() ?? ""
    return text.isEmpty ? nil : text
  }

  /// A path as a URI reference (RFC 3986): what has no place in one is percent-encoded.
  private static func anyURI(_ path: String) -> String {
    var result = ""
    for byte in path.utf8 {
      let scalar = Unicode.Scalar(byte)
      if scalar.isASCII, scalar.properties.isAlphabetic || "0123456789-._~/".unicodeScalars.contains(scalar) {
        result.unicodeScalars.append(scalar)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }
}
