import Compliance
import Judging
import Languages
import MasterPlan
import Phrasing
import Source
import Writing

/// `khung check --transcription`: whether the files agree with themselves, before anybody judges the plans.
struct TranscriptionRun {
  private let output: OutputOptions
  private let catalogue: CatalogueOptions

  init(_ options: JudgingOptions) {
    output = options.output
    catalogue = options.catalogue
  }

  /// Writes the look at each file. A refused one never stops the others.
  func status(of files: [String], _ reader: SourceReader) throws -> RunStatus {
    let language = output.language
    return try Tool.guarded {
      let loaded = try catalogue.sources.load()
      let contract = loaded.contract
      let words = Phrasing(language, catalogue: loaded.catalogue, vocabulary: contract.vocabulary)
      var (status, text) = (RunStatus.conforming, "")
      for file in files {
        do throws(Refusal) {
          let plan = try MasterPlan.read(reader.read(file), schema: contract.schema)
          let look = Transcription(plan, sections: contract.vocabulary.sections)
          text += Self.text(look, of: plan, words)
          if look.remarks.contains(where: { $0.kind.weight == .error }) { status = max(status, .incomplete) }
        } catch {
          Tool.complain(Speech.language.explanation(error))
          status = .refused
        }
      }
      if let file = output.output, file != "-" {
        try OutputFile.write(text, to: file)
      } else {
        try Output.toStandardOutput(text)
      }
      return status
    }
  }

  /// A line a remark, each with the place that an editor finds.
  private static func text(_ look: Transcription, of plan: MasterPlan, _ words: Phrasing) -> String {
    let name = SafeText.harmless(plan.source.name)
    var lines = [words.language(.transcriptionHeading(file: name))]
    for (kind, remarks) in look.byKind {
      lines.append("\(Signs.of(kind.weight)) \(words.words(kind)):")
      for remark in remarks {
        let place = remark.evidence.map { "\($0.position.line):\($0.position.column): " } ?? ""
        lines.append("    \(place)\(words.words(remark))")
      }
    }
    func count(_ weight: Notice.Weight) -> Int { look.remarks.count { $0.kind.weight == weight } }
    lines.append(words.language(.transcriptionSum(errors: count(.error), warnings: count(.warning))))
    return lines.map { SafeText.harmless($0) + "\n" }.joined() + "\n"
  }
}
