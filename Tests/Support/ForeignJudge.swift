import Foundation

/// A judge that we did not write: a program that says whether a text is what it claims to be.
package enum ForeignJudge {
  /// Runs a judge on a text; nil when the judge is not on this machine, which is said.
  /// - Parameter name: of the file that holds the text; its ending matters to some judges.
  package static func run(_ command: [String], on text: String, named name: String) throws -> (
    status: Int32, said: String
  )? {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: name)
    try text.write(to: file, atomically: true, encoding: .utf8)
    let run = try Launch.run(command + [file.path])
    guard run.status != 127, !run.said.contains("No module named"), !run.said.hasPrefix("skipped:") else {
      print("skipped: \(command[0]) or a module of it is not on this machine; \(run.said.prefix(200))")
      return nil
    }
    return (run.status, run.said)
  }

  /// A published schema beside the checkout; nil where there is none, which is said.
  package static func schema(_ name: String) -> String? {
    guard let folder = Repository.judges() else {
      print("skipped: the published schemas are not here (KHUNG_JUDGES)")
      return nil
    }
    return folder.appending(path: name).path
  }

  /// Validates JSON against a JSON Schema. OSCAL's patterns use Unicode properties, which need `regex`.
  package static func json(_ text: String, schema: String) throws -> (status: Int32, said: String)? {
    try run(["python3", "-c", Self.validateJSON, schema], on: text, named: "report.json")
  }

  package static func xml(_ text: String, schema: String) throws -> (status: Int32, said: String)? {
    try run(["xmllint", "--noout", "--schema", schema], on: text, named: "report.xml")
  }

  private static let validateJSON = """
    import json, sys, jsonschema, jsonschema._keywords
    schema = json.load(open(sys.argv[1]))
    if '\\\\p{' in json.dumps(schema):
        import regex
        jsonschema._keywords.re = regex
    document = json.load(open(sys.argv[2]))
    kind = jsonschema.validators.validator_for(schema)
    errors = list(kind(schema, format_checker=kind.FORMAT_CHECKER).iter_errors(document))
    for error in errors[:5]: print(list(error.absolute_path), error.message[:400])
    sys.exit(1 if errors else 0)
    """
}
