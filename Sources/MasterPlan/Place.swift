/// Where an element stands: its number in document order, from 0, and its path. Line and column are
/// computed only for findings, by `SourceMap`; so is the path.
public struct Place: Sendable, Hashable {
  public let number: Int
  private let step: Step

  init(number: Int, name: String, position: Int?, parent: Place?) {
    self.number = number
    step = Step(name: name, position: position, parent: parent?.step)
  }

  /// Names and positions from the root: `/master-plan/security/system[2]`.
  public var path: String { step.path }

  public static func == (left: Place, right: Place) -> Bool { left.number == right.number }

  public func hash(into hasher: inout Hasher) { hasher.combine(number) }

  /// One step of a path, shared by everything below it.
  private final class Step: Sendable {
    let name: String
    let position: Int?
    let parent: Step?

    init(name: String, position: Int?, parent: Step?) {
      self.name = name
      self.position = position
      self.parent = parent
    }

    var path: String {
      var result = parent?.path ?? ""
      result += "/"
      result += name
      if let position {
        result += "["
        result += String(position)
        result += "]"
      }
      return result
    }
  }
}
