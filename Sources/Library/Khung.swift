import Source

/// What a program that links the library can say of it.
public enum Khung {
  /// The version of program and library, by Semantic Versioning 2.0.0. It stands in every report. Formats of files have
  /// numbers of their own: see `CHANGELOG.md` of the repository.
  public static var version: String { Program.version }
}
