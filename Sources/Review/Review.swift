import Compliance
import Languages
import Source

/// Many plans in one run: read side by side, judged by the same rules, written in the order of the input.
package struct Review: Sendable {
  private let reviewer: Reviewer
  private let language: Language
  private let jobs: Int
  private let progress: ReviewProgress
  private let spoken: Language
  private let isInterrupted: @Sendable () -> Bool

  /// - Parameters:
  ///   - language: that of the rows.
  ///   - jobs: how many plans are judged at once, from 1.
  ///   - spoken: the language in which progress is told.
  ///   - isInterrupted: whether somebody asked for the end. Plans in hand are finished then.
  package init(
    _ reviewer: Reviewer, language: Language, jobs: Int, progress: ReviewProgress, speaking spoken: Language,
    isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) {
    self.reviewer = reviewer
    self.language = language
    self.jobs = max(1, jobs)
    self.progress = progress
    self.spoken = spoken
    self.isInterrupted = isInterrupted
  }

  /// Writes rows to standard output as they come, and keeps nothing.
  package func stream(_ arguments: [String], as format: StreamSink.Format) throws -> ReviewResult {
    let reviewer = reviewer
    return try run(arguments, into: try StreamSink(format, language)) { input in
      do throws(Refusal) {
        let (name, stored) = try reviewer.content(of: input)
        return reviewer.row(name: name, stored: stored) { _, _ in [] }
      } catch {
        return reviewer.refused(error, digest: nil)
      }
    }
  }

  /// Keeps rows in a journal, so that nothing is lost and nothing repeated.
  package func record(_ arguments: [String], in journal: Journal, files: ReportFiles) throws -> ReviewResult {
    try files.makeFolder()
    let (reviewer, lookup) = (reviewer, journal.lookup)
    let earlier = FilesOfReview(in: journal.folder, known: try journal.files())
    earlier.look(at: SetOutputs.Format.allCases.map(\.fileName))
    var outcome: ReviewResult
    do {
      outcome = try run(arguments, into: JournalSink(journal)) { input in
        let content: (name: String, stored: [UInt8])
        do throws(Refusal) {
          content = try reviewer.content(of: input)
        } catch {
          return reviewer.refused(error, digest: nil)
        }
        let digest = ContentDigest.sha256(content.stored)
        if let row = try lookup.row(name: content.name, digest: digest),
          files.exist(for: row.summary, as: earlier)
        {
          return row
        }
        return try reviewer.row(name: content.name, stored: content.stored, digest: digest, also: files.write)
      }
    } catch {
      // What was judged before the fault is kept, if there is still room for it.
      try? journal.flush()
      throw error
    }
    outcome.isJournalled = true
    if outcome.wasInterrupted {
      try journal.flush()
    } else {
      try journal.finish(leftOut: outcome.leftOut)
      try files.removeOthers(keeping: journal.reportNames(), earlier)
    }
    outcome.edited = earlier.edited
    return outcome
  }

  /// The names of all inputs, where they are known before any is read: not those in archives and lists.
  package static func names(of arguments: [String]) -> Set<String>? { PlanSource(arguments).names }

  private func run(
    _ arguments: [String], into sink: sending any RowSink,
    evaluate: @escaping @Sendable (PlanInput) throws -> ReviewRow
  ) throws -> ReviewResult {
    let source = PlanSource(arguments, isInterrupted: isInterrupted)
    let (counts, strays) = (CountsBox(), StrayDecisions(reviewer.strays))
    let counting = CountingSink(
      sink, counts: counts, strays: strays,
      progress: Progress(progress, total: source.total, language: spoken))
    let pipeline = Pipeline(jobs: jobs, source: source, sink: counting)
    let leftOut = try pipeline.run(isInterrupted: isInterrupted, evaluate: evaluate)
    return ReviewResult(
      counts: counts.value, leftOut: leftOut, wasInterrupted: isInterrupted(), strays: strays.list)
  }
}
