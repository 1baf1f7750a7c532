/// The attributes of one element in document order. They are few, so looking through them is quicker than
/// any table.
public struct Attributes: Sendable, RandomAccessCollection {
  private let list: [(key: String, value: String)]

  init(_ list: [(key: String, value: String)]) {
    self.list = list
  }

  public var startIndex: Int { list.startIndex }
  public var endIndex: Int { list.endIndex }
  public subscript(position: Int) -> (key: String, value: String) { list[position] }

  /// The value of the attribute called `name`.
  public subscript(name: String) -> String? {
    for attribute in list where attribute.key == name { return attribute.value }
    return nil
  }

  public var keys: [String] { list.map(\.key) }
}
