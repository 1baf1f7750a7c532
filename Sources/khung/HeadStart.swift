import Workers

/// What judging takes whatever the options say, begun beside the reading of the command line. It changes when
/// the work is done, and never what comes of it.
enum HeadStart {
  static let planContract = FirstUse<Result<PlanContract, any Error>> {
    Result { try PlanContract(EmbeddedFile.named("Schemas/master-plan.xsd")) }
  }

  private static var isWanted: Bool {
    let arguments = CommandLine.arguments
    return arguments.count > 2 && ["check", "review", "rejudge"].contains(arguments[1])
  }

  static func begin() {
    if isWanted { planContract.begin() }
  }

  /// Waits for what was begun. libxml2 cleans up when the process ends: nothing may be at work with it then.
  static func end() {
    if isWanted { _ = planContract.value }
  }
}
