/// What an input may cost before it is refused. One place for every bound, so that a reviewer
/// can read them at once; each exists because some input without it is slow or fills memory.
package struct Limits: Sendable, Equatable {
  /// Size of a document in bytes, as stored.
  package var bytes = 64 << 20
  /// Depth of nested elements.
  package var depth = 100
  /// Attributes of one element. libxml2 compares them pairwise.
  package var attributes = 256
  /// Length of one run of text, comment or attribute value in bytes.
  package var text = 4 << 20
  /// Seconds to wait for the first byte of a named pipe that nobody may ever write to.
  package var patience = 0.6

  /// Depth of nested parentheses, predicates and calls in an XPath expression.
  package var expressionDepth = 64
  /// Tokens of an XPath expression: libxml2 walks long chains recursively.
  package var expressionTokens = 4000
  /// Seconds that the rules of one schema may take on one document.
  package var evaluation = 10.0
  /// Depth of inclusions of one schema file in another.
  package var inclusions = 16
  /// Elements to which a schema may grow by including, extending and instantiating.
  package var schemaElements = 200_000
  /// Depth of abstract rules that extend one another.
  package var extensions = 32

  /// Length of one expression in bytes once the parameters of its abstract pattern are in it.
  package var expandedExpression = 1 << 20

  package init() {}
}
