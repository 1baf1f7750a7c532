import XML

/// What a collection of plans may cost before the rest of it is refused. Plans have bounds of their own.
public struct ReviewLimits: Sendable {
  public var plan = Limits()
  /// Levels of folders, and of the names of entries in an archive.
  public var depth = 64
  /// Entries of one archive.
  public var entries = 200_000
  /// How many times its own size an archive may expand; XML seldom comes to 50.
  public var expansion = 200
  /// Bytes that every archive may expand to, whatever its size.
  public var alwaysAllowed = 32 << 20
  /// Bytes that one archive may expand to.
  public var archive = 16 << 30
  /// Length of one line of a list in bytes: a plan may be inside it, escaped as JSON.
  public var line = 256 << 20

  public init() {}
}
