extension Part {
  /// What is wrong, one by one, where a part can fail for several things at once: the texts that are no
  /// longer in force, the items that lack a detail. A further one is a new fault of the same part.
  package var faults: [String] {
    let names: [String] =
      switch reason {
      case .restsOnReplaced(let citations), .citesFuture(let citations): citations.map(\.id)
      case .withoutDetail(let items): items
      case .rulesComplain(let messages): messages
      case .sumDiffers(let project, _, _): project.isEmpty ? [] : [project]
      case .takenBack(let claims): claims.map(\.words)
      default: []
      }
    return names.map { String($0.prefix(200)) }
  }
}
