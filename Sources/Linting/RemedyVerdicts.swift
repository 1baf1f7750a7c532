import Catalogue
import Compliance
import Dispatch
import Synchronization
import XML

/// What the samples of all remedies come to. A plan is read for each, which takes as long as all other
/// rules together, so it goes on beside them.
final class RemedyVerdicts: Sendable {
  private let found = Mutex<[Result<Verdict, Refusal>?]>([])
  private let isDone = DispatchSemaphore(value: 0)

  /// - Parameter criteria: in the order in which the verdicts are asked for.
  init(of criteria: [Criterion], in catalogue: Catalogue, schema: TableSchema) {
    DispatchQueue.global().async { [self] in
      let proof = RemedyProof(catalogue, schema: schema)
      let verdicts = criteria.map { proof.found($0) }
      found.withLock { $0 = verdicts }
      isDone.signal()
    }
  }

  /// The verdicts, once they are there.
  func all() -> [Result<Verdict, Refusal>?] {
    isDone.wait()
    defer { isDone.signal() }
    return found.withLock { $0 }
  }
}
