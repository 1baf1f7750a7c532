import Linting
import Phrasing
import Source
import Writing

/// The formats of a linter's findings, each rendered by the file of its name.
package enum LintFormat: String, Sendable, CaseIterable {
  case text, json, sarif, github
}

/// Turns what the linter found into the text of a format.
package struct LintRenderer: Sendable {
  private let language: Language
  private let style: TerminalStyle

  package init(_ language: Language, style: TerminalStyle) {
    self.language = language
    self.style = style
  }

  /// - Parameters:
  ///   - known: how many findings a baseline keeps quiet.
  ///   - removable: what the baseline lists in vain.
  package func render(
    _ result: LintResult, known: Int, removable: [LintBaseline.Entry], as format: LintFormat
  ) -> String {
    switch format {
    case .text: LintText(language, style: style).text(result, known: known, removable: removable)
    case .json: LintJSON(language).text(result, known: known, removable: removable)
    case .sarif: LintSARIF(language).text(result)
    case .github: LintAnnotations(language).text(result)
    }
  }
}

extension Language {
  /// What a finding says, harmless on any terminal and in any editor.
  func words(_ finding: LintFinding) -> String {
    switch finding.message {
    case .words(let label): SafeText.harmless(self(label))
    case .refused(let cause): SafeText.harmless(self.cause(cause))
    }
  }
}
