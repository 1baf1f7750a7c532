import Annotating
import Compliance
import Intake
import Judging
import Manuscript
import Phrasing
import Recognition
import Source
import Writing

/// `khung check --annotate`: the report, and the city's own file with a remark at each place that it speaks of.
struct AnnotatedCheck {
  private let options: JudgingOptions
  private let destination: String

  init(_ options: JudgingOptions, to destination: String) {
    self.options = options
    self.destination = destination
  }

  func run(over path: String, _ asOf: CalendarDate?, _ reader: SourceReader) throws {
    if Output.isSame(path, destination) {
      throw Phrase("command-line.overwrites-input", ["input": .text(path)]).usageError
    }
    var read: (bytes: [UInt8], reading: Reading, spans: [SectionSpan])?
    try options.run(
      over: [path], asOf: asOf, call: .onePlan,
      judge: { path, judge throws(Refusal) in
        let contents = try reader.contents(of: path)
        guard Intake.isDocument(contents.bytes) else {
          throw Refusal(source: path, cause: AnnotationFault.notWritable)
        }
        let intake = try Intake(judge.rules.catalogue, vocabulary: judge.rules.contract.vocabulary)
        let reading = try intake.read(contents.bytes, named: contents.name)
        guard Annotator.canWrite(reading.manuscript.format) else {
          throw Refusal(source: path, cause: AnnotationFault.notWritable)
        }
        read = (contents.bytes, reading, intake.sections(of: reading))
        return [try judge.report(on: intake.plan(of: reading))]
      },
      finish: { reports, rules in
        guard let report = reports.first, let read else { return }
        let limits = Limits()
        let phrasing = Phrasing(
          options.output.language, catalogue: rules.catalogue, vocabulary: rules.contract.vocabulary)
        let remarks = Remarks(
          report, of: read.reading, spans: read.spans, phrasing: phrasing,
          onlyMandatory: options.output.only == .mandatory, limit: limits.manuscript.remarks)
        let annotated = try Annotator(limits: limits).annotated(
          read.bytes, of: read.reading.manuscript, with: remarks.list, day: report.asOf.date)
        let file = try OutputFile(destination)
        try file.write(annotated.bytes)
        try file.commit()
        Tool.complain(
          Phrase(
            "command-line.annotated",
            ["count": .number(remarks.list.count), "file": .text(destination)]
          ).said)
        if remarks.further > 0 {
          Tool.complain(Phrase("command-line.annotated-further", ["count": .number(remarks.further)]).said)
        }
        for notice in annotated.notices { Tool.complain(notice.phrase.said) }
      })
  }
}
