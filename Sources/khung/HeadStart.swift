import XML

/// What judging takes whatever the options say, begun beside the reading of the command line. It changes when
/// the work is done, and never what comes of it.
enum HeadStart {
  static let planContract = FirstUse<Result<PlanContract, any Error>> {
    Result { try PlanContract(EmbeddedFile.named("Schemas/master-plan.xsd")) }
  }

  /// - Parameter arguments: the command line with the name of the program.
  static func begin(_ arguments: [String]) {
    guard arguments.count > 2, ["check", "review", "rejudge"].contains(arguments[1]) else { return }
    planContract.begin()
  }
}
