import Compliance
import Judging

/// What a run came to.
package struct ReviewResult: Sendable {
  package let counts: SetCounts
  /// Files in folders and archives that are neither plans nor archives.
  package let leftOut: Int
  package let wasInterrupted: Bool
  /// Files of an earlier round that somebody changed since; they were written anew or taken away.
  package var edited: [String] = []
  /// What people decided, and rules of a province, that fit no plan of the run.
  package let strays: [Notice]
  /// Whether a journal keeps the rows, so that an interrupted run can go on.
  var isJournalled = false
  /// Whether somebody took the lock of the journal away meanwhile.
  var lostItsLock = false

  init(counts: SetCounts, leftOut: Int, wasInterrupted: Bool, strays: [Notice]) {
    self.counts = counts
    self.leftOut = leftOut
    self.wasInterrupted = wasInterrupted
    self.strays = strays
  }

  /// What a person is told besides the rows, in this order.
  package func messages(progress: ReviewProgress) -> [ReviewPhrase] {
    var messages: [ReviewPhrase] = []
    if lostItsLock { messages.append(.lockTaken) }
    if progress != .never || wasInterrupted || counts.refused > 0 {
      messages.append(
        .summary(
          plans: counts.plans, conforming: counts.conforming, nonConforming: counts.nonConforming,
          incomplete: counts.incomplete, refused: counts.refused))
    }
    if counts.plans == 0, !wasInterrupted { messages.append(.nothingNamed) }
    if counts.repeated > 0 { messages.append(.repeated(counts.repeated)) }
    if !edited.isEmpty { messages.append(.edited(edited)) }
    if counts.takenOver > 0 { messages.append(.takenOver(counts.takenOver)) }
    if leftOut > 0 { messages.append(.leftOut(leftOut)) }
    if wasInterrupted {
      messages.append(
        isJournalled ? .interrupted(done: counts.plans) : .interruptedWithoutJournal(done: counts.plans))
    }
    return messages
  }

  /// Nothing judged is never a success.
  package func status(failOn: FailOn) -> RunStatus {
    if counts.plans == 0 || counts.refused > 0 { return .refused }
    return RunStatus(
      isNonConforming: counts.nonConforming > 0, hasGaps: counts.withGaps > 0,
      isIncomplete: counts.incomplete > 0 || counts.withUnjudged > 0 || !strays.isEmpty, failOn: failOn)
  }
}
