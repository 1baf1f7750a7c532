import Languages
import Source

/// Why an input could not be judged: a plan, a catalogue, a profile, a file of decisions or of rules. A refusal is never
/// a finding: it says that the file, not the plan, is at fault. It is a result like any other, and belongs into the
/// report of a set (see `Renderer`).
public struct Refusal: Error, Sendable, CustomStringConvertible {
  /// The input as the caller named it; empty where files together are at fault. Foreign text: `message(in:)` has it
  /// made harmless for a screen.
  public let source: String
  /// The line, from 1, where a place can be named.
  public let line: Int?
  /// The column, from 1, in Unicode scalars, where a place can be named.
  public let column: Int?
  /// The cause, for programs: the key of its words, such as `refusals.missing` or `refusals.too-deep`. Keys may join
  /// with a minor version of the program; one goes or changes its meaning with a major version only.
  public let key: String
  private let words: Words

  /// What the program says of it, put together when somebody asks.
  private enum Words: Sendable {
    case refusal(Source.Refusal)
    /// A fault of the program itself, in its own words.
    case broken(String)
  }

  /// The key of what must not happen: a fault of the program, and not of an input.
  public static let faultOfProgram = "fault-of-program"

  /// One line: file, line, column, cause and remedy. Signs that could steer a terminal are made harmless.
  public func message(in language: ReportLanguage) -> String {
    switch words {
    case .refusal(let refusal): language.inner.message(refusal)
    case .broken(let what): "khung: \(SafeText.harmless(what))"
    }
  }

  /// `message(in:)`, and below it the words at fault with a mark under the place, where there are any to show.
  public func explanation(in language: ReportLanguage) -> String {
    switch words {
    case .refusal(let refusal): language.inner.explanation(refusal)
    case .broken: message(in: language)
    }
  }

  /// The message in English.
  public var description: String { message(in: .english) }

  init(_ inner: Source.Refusal) {
    source = inner.source
    line = inner.line
    column = inner.position?.column
    key = "\(inner.cause.phrase.key)"
    words = .refusal(inner)
  }

  private init(faultOfProgram words: String, source: String) {
    self.source = source
    (line, column) = (nil, nil)
    key = Self.faultOfProgram
    self.words = .broken(words)
  }

  /// Runs what throws the errors of the loaders.
  /// - Parameter source: what was asked for, should the error be none that they name.
  static func caught<Result>(of source: String, _ body: () throws -> Result) throws(Refusal) -> Result {
    do {
      return try body()
    } catch let refusal as Source.Refusal {
      throw Refusal(refusal)
    } catch {
      throw Refusal(faultOfProgram: "\(error)", source: source)
    }
  }
}
