import Catalogue
import Linting
import Source
import Writing

/// What `khung lint --fix` does to the files of a catalogue, and what `--diff` shows of it first.
package struct LintRepairs {
  package let changed: [Repair.Changed]
  /// Files that repairs would not make valid.
  package let leftAlone: [String]
  private let input: LintInput

  /// - Parameter rules: those whose repairs are wanted; empty for all.
  package init(of input: LintInput, _ contracts: Contracts, rules: [String], asOf: CalendarDate) {
    self.input = input
    (changed, leftAlone) = Repair(contracts, rules: rules).repaired(
      input.files, stability: input.stability, asOf: asOf, mayChange: input.isWanted)
  }

  /// As `diff -u` has it.
  package var difference: String {
    changed.map { file in
      LineDifference(
        of: file.file.text.name, from: input.files.first { $0.name == file.file.name }?.text.bytes ?? [],
        to: file.file.text.bytes
      ).text
    }.joined()
  }

  /// The input with what was repaired.
  package var repaired: LintInput {
    var input = input
    input.replace(changed.map(\.file))
    return input
  }

  /// Writes the files that changed.
  package func write() throws(OutputFailure) {
    for file in changed {
      try OutputFile.write(String(decoding: file.bytes, as: UTF8.self), to: file.file.text.name)
    }
  }
}
