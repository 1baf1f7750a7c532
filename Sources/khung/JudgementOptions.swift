import ArgumentParser
import Catalogue
import Compliance
import MasterPlan
import Source

/// What people decided: answers and waivers, each from its file.
struct JudgementOptions: ParsableArguments {
  @Option(help: "Waivers (waivers.xsd).", completion: .file())
  var waivers: String?

  @Option(help: "A reviewer's answers to what only a person can judge (answers.xsd).", completion: .file())
  var answers: String?

  func load(for catalogue: Catalogue) throws -> Judgement {
    let reader = SourceReader()
    return Judgement(
      answers: try answers.map {
        try Answers(
          reader.read($0), schema: EmbeddedFile.schema("answers", Answers.namespace), catalogue: catalogue)
      } ?? .none,
      waivers: try waivers.map {
        try Waivers(
          reader.read($0), schema: EmbeddedFile.schema("waivers", Waivers.namespace), catalogue: catalogue,
          today: Tool.today)
      } ?? .none)
  }
}

extension Stage: ExpressibleByArgument {}
