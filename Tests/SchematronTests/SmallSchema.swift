import Glibc
import Schematron
import Source
import XML
import XPath

/// Small schemas and documents as text.
enum SmallSchema {
  static let space = "http://purl.oclc.org/dsdl/schematron"

  /// A `schema` element around `content`.
  static func schema(_ content: String, attributes: String = "") -> String {
    """
    <schema xmlns="\(space)" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" \(attributes)>\(content)</schema>
    """
  }

  static func compile(_ content: String, attributes: String = "", limits: Limits = Limits()) throws
    -> SchematronSchema
  {
    let text = schema(content, attributes: attributes)
    return try SchematronSchema(source(text, "test.sch"), limits: limits)
  }

  static func source(_ text: String, _ name: String) throws(Refusal) -> SourceText {
    try SourceText(name: name, stored: Array(text.utf8))
  }

  /// What a schema finds in a document.
  static func run(
    _ content: String, on document: String, attributes: String = "",
    phase: SchematronSchema.PhaseChoice = .byDefault, limits: Limits = Limits()
  ) throws -> ValidationResult {
    let schema = try compile(content, attributes: attributes, limits: limits)
    return try Validator(schema, phase: phase).validate(Document(source(document, "test.xml")))
  }

  /// The plain messages of what a schema finds.
  static func messages(
    _ content: String, on document: String, attributes: String = "",
    phase: SchematronSchema.PhaseChoice = .byDefault
  ) throws -> [String] {
    try run(content, on: document, attributes: attributes, phase: phase).findings.map(\.message.plain)
  }

  /// One pattern with one rule whose report fires on every node of `context`.
  static func reporting(_ context: String, ns: String = "") -> String {
    "\(ns)<pattern><rule context=\"\(context)\"><report test=\"true()\"/></rule></pattern>"
  }

  /// The locations of all nodes that match `context`.
  static func locations(_ context: String, in document: String, ns: String = "") throws -> [String] {
    try run(reporting(context, ns: ns), on: document).findings.map(\.location)
  }

  /// The refusal of a schema or of the run; nil when there is none.
  static func refusal(
    _ content: String, on document: String = "<a/>", attributes: String = "",
    phase: SchematronSchema.PhaseChoice = .byDefault, limits: Limits = Limits()
  ) -> Refusal? {
    do {
      _ = try run(content, on: document, attributes: attributes, phase: phase, limits: limits)
      return nil
    } catch {
      return error as? Refusal
    }
  }

  /// The fault in a test expression.
  static func fault(_ test: String, on document: String = "<a/>", limits: Limits = Limits()) -> XPathFault
    .Kind?
  {
    let escaped = XMLText.escaped(test, attribute: true)
    let schema = "<pattern><rule context=\"*\"><assert test=\"\(escaped)\"/></rule></pattern>"
    guard let kind = refusal(schema, on: document, limits: limits)?.cause as? XPathFault.Kind else {
      return nil
    }
    return kind
  }
}

/// A folder of files that is removed at the end.
final class Folder {
  let path: String

  init(_ files: [String: String]) throws {
    var template = Array("/tmp/khung-schematron-XXXXXX".utf8CString)
    path = mkdtemp(&template).map { String(cString: $0) } ?? "/tmp"
    for (name, text) in files {
      var folder = path
      for part in name.split(separator: "/").dropLast() {
        folder += "/" + part
        mkdir(folder, 0o700)
      }
      let file = fopen("\(path)/\(name)", "w")
      fputs(text, file)
      fclose(file)
    }
  }

  deinit {
    system("rm -r '\(path)'")
  }

  func validate(_ schema: String, _ document: String) throws -> ValidationResult {
    let schemaPath = "\(path)/\(schema)"
    let documentPath = "\(path)/\(document)"
    let compiled = try SchematronSchema(SourceReader().read(schemaPath), path: schemaPath)
    return try Validator(compiled).validate(
      Document(SourceReader().read(documentPath)), path: documentPath)
  }

  func refusal(_ schema: String, _ document: String) -> Refusal? {
    do {
      _ = try validate(schema, document)
      return nil
    } catch {
      return error as? Refusal
    }
  }
}
