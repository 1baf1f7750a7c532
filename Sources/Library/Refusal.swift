import Catalogue
import Source

/// Why an input could not be judged: a plan, a catalogue, a profile, a file of decisions or of rules. A refusal is never
/// a finding: it says that the file, not the plan, is at fault. It is a result like any other, and belongs into the
/// report of a set (see `Renderer`).
public struct Refusal: Error, Sendable, CustomStringConvertible {
  /// The input as the caller named it. Foreign text: `message(in:)` has it made harmless for a screen.
  public let source: String
  /// The line, from 1, where a place can be named.
  public let line: Int?
  /// The column, from 1, in Unicode scalars, where a place can be named.
  public let column: Int?
  /// The kind of cause and the cause, for programs, such as `InputFault.missing` or `MarkupFault.tooDeep`. Keys may
  /// join with a minor version of the program; one goes or changes its meaning with a major version only.
  public let key: String
  private let words: Words

  /// What the program says of it, put together when somebody asks.
  private enum Words: Sendable {
    case refusal(Source.Refusal)
    /// A fault of the program itself, in its own words.
    case broken(String)
  }

  /// One line: file, line, column, cause and remedy. Signs that could steer a terminal are made harmless.
  public func message(in language: ReportLanguage) -> String {
    switch words {
    case .refusal(let refusal): Wording.message(refusal, in: language)
    case .broken(let what): "khung: \(SafeText.harmless(what))"
    }
  }

  /// `message(in:)`, and below it the words at fault with a mark under the place, where there are any to show.
  public func explanation(in language: ReportLanguage) -> String {
    switch words {
    case .refusal(let refusal): Wording.explanation(refusal, in: language)
    case .broken: message(in: language)
    }
  }

  /// The message in English.
  public var description: String { message(in: .english) }

  init(_ inner: Source.Refusal) {
    source = inner.source
    line = inner.position?.line ?? inner.line
    column = inner.position?.column
    key = Self.key(of: inner.cause)
    words = .refusal(inner)
  }

  /// The refusal in what the loaders throw.
  /// - Parameter source: what was asked for, should the error be of no kind that they name.
  init(_ error: any Error, source: String) {
    switch error {
    case let refusal as Source.Refusal: self.init(refusal)
    case let refusal as Refusal: self = refusal
    default: self.init(faultOfProgram: "\(error)", source: source)
    }
  }

  private init(faultOfProgram words: String, source: String) {
    self.source = source
    (line, column) = (nil, nil)
    key = Self.faultOfProgram
    self.words = .broken(words)
  }

  /// The key of what must not happen: a fault of the program, and not of an input.
  public static let faultOfProgram = "fault-of-program"

  /// Runs what throws the errors of the loaders.
  static func caught<Result>(
    of source: String, _ body: () throws -> Result
  ) throws(Refusal) -> Result {
    do { return try body() } catch { throw Refusal(error, source: source) }
  }

  /// The names of a cause's type and case.
  private static func key(of cause: any RefusalCause) -> String {
    // Module, then types: `Catalogue.CatalogueFault.Kind`.
    let types = String(reflecting: type(of: cause)).split(separator: ".").dropFirst().filter { $0 != "Kind" }
    // A violation of a schema is a struct with a kind; all other causes are cases themselves.
    let mirror = Mirror(reflecting: cause)
    let value = mirror.displayStyle == .struct ? mirror.children.first { $0.label == "kind" }?.value : cause
    guard let value else { return types.joined(separator: ".") }
    let name = Mirror(reflecting: value).children.first?.label ?? "\(value)"
    return (types.map(String.init) + [name]).joined(separator: ".")
  }
}
