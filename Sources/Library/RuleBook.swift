import Judging

/// All that a verdict rests on besides the plan: the catalogue, a province's profile, what people decided, rules beside
/// the catalogue, the stage and the day. Made once, which takes some hundredths of a second, and never changed: any
/// number of tasks may judge by it at once.
public struct RuleBook: Sendable {
  let inner: Judging.RuleBook

  /// Where the rules come from. What is nil is not used; all nil is the national catalogue inside the library.
  public struct Sources: Sendable {
    /// A folder of catalogue files (`Schemas/catalogue.xsd`) that replaces the built-in catalogue.
    public var catalogue: String?
    /// A file with a province's own rules on top of the catalogue (`Schemas/profile.xsd`).
    public var profile: String?
    /// A file with a reviewer's answers to what a machine cannot judge (`Schemas/answers.xsd`).
    public var answers: String?
    /// A file with decisions that excuse a plan for a time (`Schemas/waivers.xsd`).
    public var waivers: String?
    /// A file with a schema to run beside the catalogue (ISO/IEC 19757-3, query binding `xslt`, XPath 1.0).
    public var rules: String?

    /// The national catalogue inside the library, and nothing else.
    public init() {}
  }

  /// Loads everything that the sources name, and checks that it holds together.
  /// - Parameters:
  ///   - sources: where the rules come from.
  ///   - stage: the stage whose criteria bind, for every plan; nil for the stage that each plan names.
  ///   - asOf: the day whose law counts, for every plan; nil for that of each plan: the decision date of an approved
  ///     one, `today` for any other. As-of days differ because a plan owes what the law was when it was decided.
  ///   - today: the day of the run. Answers and waivers of a later day are refused. A program that wants the same bytes
  ///     tomorrow names a day; `CalendarDate.today()` is the day of the computer.
  /// - Throws: the first `Refusal` that is found: a file that is missing, too large, not valid or does not hold together
  ///   with the others (a reference to an entry that is not there, a profile that leaves out a mandatory criterion).
  public init(
    _ sources: Sources = Sources(), stage: Stage? = nil, asOf: CalendarDate? = nil, today: CalendarDate
  ) throws(Refusal) {
    var paths = RuleBookSources()
    paths.catalogue = sources.catalogue.map(FilePath.named)
    paths.profile = sources.profile.map(FilePath.named)
    paths.answers = sources.answers.map(FilePath.named)
    paths.waivers = sources.waivers.map(FilePath.named)
    paths.rules = sources.rules.map(FilePath.named)
    inner = try Refusal.caught(of: sources.catalogue ?? "") { [paths] in
      try Judging.RuleBook(
        paths,
        stage: stage.map {
          switch $0 {
          case .draft: .draft
          case .submitted: .submitted
          case .approved: .approved
          }
        },
        day: Judging.RuleBook.DayPolicy(named: asOf?.inner, today: today.inner))
    }
  }

  /// The number of the catalogue's edition, such as `2026.11`.
  public var edition: String { inner.catalogue.edition.number }

  /// SHA-256 of the catalogue's files in lowercase hexadecimal digits, 64 of them.
  public var digest: String { inner.catalogue.digest }

  /// What verdicts depend on besides the plans, by name, always in the same order: version of the program, digests of
  /// catalogue, profile, answers, waivers and rules, stage, days. Empty where nothing of the kind is used. Verdicts of
  /// one plan by two rule books are the same where all values are; a cache can be keyed by them and the plan's digest.
  public var identity: [(name: String, value: String)] { inner.identity }
}

/// Paths as the loaders take them.
enum FilePath {
  /// To the command line `-` is standard input; to the library it is a file like any other.
  static func named(_ path: String) -> String { path == "-" ? "./-" : path }
}
