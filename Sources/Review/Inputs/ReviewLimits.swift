import Source

/// What a collection of plans may cost before the rest of it is refused. Plans have bounds of their own.
package struct ReviewLimits: Sendable {
  package var plan = Limits()
  /// Levels of folders, and of the names of entries in an archive.
  package var depth = 64
  /// Entries of one archive.
  package var entries = 200_000
  /// How many times its own size an archive may expand; XML seldom comes to 50.
  package var expansion = 200
  /// Bytes that every archive may expand to, whatever its size.
  package var alwaysAllowed = 32 << 20
  /// Bytes that one archive may expand to.
  package var archive = 16 << 30
  /// Length of one line of a list in bytes: a plan may be inside it, escaped as JSON.
  package var line = 256 << 20

  package init() {}
}
