/// What an input may cost before it is refused. One place for every bound, so that a reviewer
/// can read them at once; each exists because some input without it is slow or fills memory.
public struct Limits: Sendable, Equatable {
  /// Size of a document in bytes, as stored.
  public var bytes = 64 << 20
  /// Depth of nested elements.
  public var depth = 100
  /// Attributes of one element. libxml2 compares them pairwise.
  public var attributes = 256
  /// Length of one run of text, comment or attribute value in bytes.
  public var text = 4 << 20
  /// Seconds to wait for the first byte of a named pipe that nobody may ever write to.
  public var patience = 0.6

  public init() {}
}
