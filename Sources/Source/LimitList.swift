extension Limits {
  /// One bound as it is shown.
  package struct Bound: Sendable, Equatable {
    /// Its place in `Limits`: `input.bytes`.
    package let name: String
    package let value: Int
    package let unit: Unit
  }

  package enum Unit: String, Sendable {
    case bytes, milliseconds, levels, number, times
  }

  /// All of them, in the order of their declaration; a test holds the list against the structs.
  package var bounds: [Bound] {
    func bound(_ name: String, _ value: Int, _ unit: Unit) -> Bound {
      Bound(name: name, value: value, unit: unit)
    }
    func seconds(_ name: String, _ value: Double) -> Bound {
      bound(name, Int((value * 1000).rounded()), .milliseconds)
    }
    return [
      bound("input.bytes", input.bytes, .bytes),
      bound("input.depth", input.depth, .levels),
      bound("input.attributes", input.attributes, .number),
      bound("input.text", input.text, .bytes),
      seconds("input.patience", input.patience),
      bound("expression.depth", expression.depth, .levels),
      bound("expression.tokens", expression.tokens, .number),
      bound("expression.expanded", expression.expanded, .bytes),
      seconds("expression.seconds", expression.seconds),
      bound("expression.steps", expression.steps, .number),
      bound("expression.text", expression.text, .bytes),
      bound("expression.held", expression.held, .bytes),
      bound("expression.recursion", expression.recursion, .levels),
      bound("schema.inclusions", schema.inclusions, .levels),
      bound("schema.elements", schema.elements, .number),
      bound("schema.extensions", schema.extensions, .levels),
      bound("folder.depth", folder.depth, .levels),
      bound("folder.catalogueFiles", folder.catalogueFiles, .number),
      bound("folder.reports", folder.reports, .number),
      bound("archive.depth", archive.depth, .levels),
      bound("archive.entries", archive.entries, .number),
      bound("archive.expansion", archive.expansion, .times),
      bound("archive.alwaysAllowed", archive.alwaysAllowed, .bytes),
      bound("archive.bytes", archive.bytes, .bytes),
      bound("manuscript.parts", manuscript.parts, .number),
      bound("manuscript.partBytes", manuscript.partBytes, .bytes),
      bound("manuscript.bytes", manuscript.bytes, .bytes),
      bound("manuscript.expansion", manuscript.expansion, .times),
      bound("manuscript.alwaysAllowed", manuscript.alwaysAllowed, .bytes),
      bound("manuscript.depth", manuscript.depth, .levels),
      bound("manuscript.elements", manuscript.elements, .number),
      bound("manuscript.blocks", manuscript.blocks, .number),
      bound("manuscript.comments", manuscript.comments, .number),
      bound("manuscript.remarks", manuscript.remarks, .number),
      bound("manuscript.files", manuscript.files, .number),
      bound("manuscript.losses", manuscript.losses, .number),
      bound("manuscript.columns", manuscript.columns, .number),
      seconds("manuscript.seconds", manuscript.seconds),
      bound("manuscript.memory", manuscript.memory, .bytes),
      bound("manuscript.output", manuscript.output, .bytes),
      bound("review.depth", review.depth, .levels),
      bound("review.line", review.line, .bytes),
      bound("review.jobs", review.jobs, .number),
      bound("lint.expressions", lint.expressions, .number),
      bound("lint.extensions", lint.extensions, .levels),
      bound("lint.expanded", lint.expanded, .number),
      bound("lint.suggestions", lint.suggestions, .number),
      bound("lint.rounds", lint.rounds, .number),
      bound("lint.violations", lint.violations, .number),
      bound("memory.citations", memory.citations, .number),
      bound("memory.days", memory.days, .number),
      bound("memory.wordings", memory.wordings, .bytes),
      bound("memory.findings", memory.findings, .bytes),
    ]
  }
}
