import Judging

extension RunStatus {
  /// The exit status of the process (DESIGN: the command line).
  var exitStatus: Int32 {
    switch self {
    case .conforming: 0
    case .incomplete: 3
    case .gaps: 1
    case .refused: 2
    case .fault: 70
    }
  }
}
