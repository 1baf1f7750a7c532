/// The closed set of exit statuses, never a count. With several inputs the worst one wins.
enum ExitStatus: Int32, Comparable {
  case conforming = 0
  case incomplete = 3
  case gaps = 1
  case refused = 2
  case fault = 70

  private var severity: Int {
    switch self {
    case .conforming: 0
    case .incomplete: 1
    case .gaps: 2
    case .refused: 3
    case .fault: 4
    }
  }

  static func < (left: ExitStatus, right: ExitStatus) -> Bool { left.severity < right.severity }
}
