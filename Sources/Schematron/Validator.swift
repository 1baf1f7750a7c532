import Source
import XML
import XPath

/// Applies a schema to documents. It keeps the compiled forms of the expressions, which cache as
/// they work, so each worker makes one of its own and uses it for many documents.
package final class Validator {
  package let schema: SchematronSchema
  let phaseName: String
  let phase: SchematronSchema.Phase?
  let patterns: [SchematronSchema.Pattern]
  let expressions: [XPathExpression]

  /// - Throws: `Refusal` when there is no such phase, no pattern is active in it, or a pattern uses
  ///   a variable that this phase does not define.
  package init(_ schema: SchematronSchema, phase choice: SchematronSchema.PhaseChoice = .byDefault)
    throws(Refusal)
  {
    self.schema = schema
    (phase, phaseName, patterns) = try schema.activity(choice)
    guard !patterns.isEmpty else {
      // A run that checks nothing must not look like one that found nothing.
      throw Refusal(source: schema.source.name, cause: SchematronFault.noPatterns)
    }
    let defined = Set(phase?.variables.map(\.name) ?? [])
    for pattern in patterns {
      let missing = pattern.lent.subtracting(defined)
      for query in schema.queries[pattern.queries] {
        if let use = query.syntax.variables.first(where: { missing.contains($0.name) }) {
          throw query.site.refusal(XPathFault(.undefinedVariable(use.name), in: query.text, at: use.offset))
        }
      }
    }
    var compiled: [XPathExpression] = []
    for query in schema.queries {
      do throws(XPathFault) {
        compiled.append(try XPathExpression(query.syntax))
      } catch {
        throw query.site.refusal(error)
      }
    }
    expressions = compiled
  }

  /// Validates one document.
  /// - Parameter path: its file, from which `documents` and `document()` start.
  /// - Throws: `Refusal` when an expression cannot be evaluated, a document that it needs cannot be
  ///   read, or the time limit is reached. That is never a result.
  package func validate(_ document: Document, path: String? = nil) throws(Refusal) -> ValidationResult {
    let evaluation = try Evaluation(self, document, path: path)
    return ValidationResult(
      document: document.source.name, schemaTitle: schema.title, schemaVersion: schema.schemaVersion,
      phase: phaseName, namespaces: schema.namespaces, patterns: try evaluation.run())
  }
}
