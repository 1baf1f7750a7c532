import Judging
import Source

/// Turns the bytes of a plan into a gap report by the rules of a rule book. It keeps nothing of a plan, sees no clock
/// and opens no file but the one that it is given: the same bytes, rules and days give the same report. Only rules beside
/// the catalogue may read neighbours of their schema and of the plan (`document()` in XPath), never more.
public struct Judge: Sendable {
  private let inner: Judging.Judge

  /// A judge by these rules. Costs nothing; one serves any number of plans and tasks.
  public init(_ rules: RuleBook) {
    inner = Judging.Judge(rules.inner)
  }

  /// Judges a plan.
  /// - Parameters:
  ///   - bytes: a plan in XML (`Schemas/master-plan.xsd`, XML 1.0 fifth edition) in UTF-8 or UTF-16, 64 MiB at most.
  ///     They may come from anybody: `SECURITY.md` of the repository says what is held against hostile ones.
  ///   - name: how reports and messages call the plan; the path of its file, where rules beside the catalogue are to
  ///     find its neighbours.
  /// - Throws: `Refusal` when the bytes are no valid plan or break a limit, or when the rules beside the catalogue could
  ///   not be run to their end on it.
  public func report(on bytes: [UInt8], named name: String) throws(Refusal) -> GapReport {
    do throws(Source.Refusal) {
      return try report(on: SourceText(name: name, stored: bytes))
    } catch {
      throw Refusal(error)
    }
  }

  /// Reads a file and judges the plan in it.
  /// - Parameter path: the file; reports call the plan so. A named pipe is read to its end.
  /// - Throws: `Refusal` when the file cannot be read or changes meanwhile, or as `report(on:named:)`.
  public func report(onFile path: String) throws(Refusal) -> GapReport {
    do throws(Source.Refusal) {
      return try report(on: SourceReader().read(FilePath.named(path)))
    } catch {
      throw Refusal(error)
    }
  }

  private func report(on text: SourceText) throws(Source.Refusal) -> GapReport {
    GapReport(try inner.report(on: text), by: inner.rules)
  }
}
