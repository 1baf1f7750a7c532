import ArgumentParser
import Forms
import Intake
import Judging
import Languages
import MasterPlan
import Source
import Workers
import Writing

/// `khung new`: a plan to be filled in, as a Word or OpenDocument form or as a plan file.
struct NewPlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: Phrase("command-line.new-plan").said,
    discussion: Phrase("command-line.new-plan-details").said)

  @Option(help: Phrase("command-line.new-plan-format").help)
  var format: PlanForm.Format = .docx

  @Option(help: Phrase("command-line.new-plan-from").help, completion: .file())
  var from: String?

  @OptionGroup var catalogue: CatalogueOptions

  @Option(name: .shortAndLong, help: Phrase("command-line.new-plan-output").help, completion: .file())
  var output: String

  @Option(name: .customLong("lang"), help: Phrase("command-line.language-of-messages").help)
  var language: Language = Speech.ofReports

  func run() throws {
    if let from, Output.isSame(from, output) {
      throw Phrase("command-line.overwrites-input", ["input": .text(from)]).usageError
    }
    try Tool.run {
      let loaded = try catalogue.sources.load()
      let intake = FirstUse {
        Result { try Intake(loaded.catalogue, vocabulary: loaded.contract.vocabulary) }
      }
      let plan = try from.map { path in
        let file = try SourceReader().contents(of: path)
        return try MasterPlan.read(
          Intake.plan(file.bytes, named: file.name, by: intake), schema: loaded.contract.schema)
      }
      let bytes = try PlanForm.builtIn().bytes(
        plan, topics: Intake.topics(of: loaded.catalogue), as: format)
      try Output.write(bytes, to: output)
      return .conforming
    }
  }
}

extension PlanForm.Format: ExpressibleByArgument {}
