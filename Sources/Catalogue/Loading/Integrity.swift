import Source

extension Catalogue {
  /// Checks what no schema can: edges between files, identities over the whole folder, intervals.
  /// - Throws: `Refusal` for the first entry that does not hold.
  func checkIntegrity() throws(Refusal) {
    try checkIdentities()
    try checkEdges()
    try checkCriteria()
    try checkReplacementCycles()
  }

  private func checkIdentities() throws(Refusal) {
    var seen: [String: Origin] = [:]
    let entries =
      instruments.map { ($0.id, $0.origin) } + standards.map { ($0.id, $0.origin) }
      + frameworks.map { ($0.id, $0.origin) } + indicators.map { ($0.id, $0.origin) }
      + programme.map { ($0.id, $0.origin) } + criteria.map { ($0.id, $0.origin) }
    for (id, origin) in entries {
      if let first = seen.updateValue(origin, forKey: id) {
        throw fault(id, origin, .repeatedID(first: "\(first.file):\(first.line)"))
      }
    }
  }

  private func checkEdges() throws(Refusal) {
    for instrument in instruments { try checkLife(instrument.life, instrument.id, instrument.origin) }
    for standard in standards {
      try checkLife(standard.life, standard.id, standard.origin)
      for edge in standard.citedBy where self.instrument(edge.instrument) == nil {
        throw fault(
          standard.id, standard.origin, .danglingReference(to: edge.instrument, expected: "instrument"))
      }
    }
    for framework in frameworks {
      let targets = framework.crosswalks.flatMap(\.to)
      for id in targets where layer(id) == nil {
        throw fault(framework.id, framework.origin, .danglingReference(to: id, expected: "layer"))
      }
      if let id = framework.instrument, instrument(id) == nil {
        throw fault(framework.id, framework.origin, .danglingReference(to: id, expected: "instrument"))
      }
    }
    for target in programme where instrument(target.instrument) == nil {
      throw fault(
        target.id, target.origin, .danglingReference(to: target.instrument, expected: "instrument"))
    }
  }

  private func checkLife(_ life: Life, _ id: String, _ origin: Origin) throws(Refusal) {
    let edges = life.replaces + life.replacedBy + life.amends
    let targets =
      edges.map(\.id) + life.repealsInPart.map(\.id) + life.transitions.map(\.successor)
    for target in targets where self.life(of: target) == nil {
      throw fault(id, origin, .danglingReference(to: target, expected: "instrument"))
    }
    if let start = life.effectiveFrom, let end = life.effectiveTo, end < start {
      throw fault(id, origin, .endsBeforeItStarts)
    }
  }

  private func checkCriteria() throws(Refusal) {
    guard !criteria.isEmpty else {
      throw Refusal(source: "", entry: nil, cause: CatalogueFault.noCriteria)
    }
    for criterion in criteria {
      for basis in criterion.bases {
        guard let instrument = instrument(basis.instrument) else {
          throw fault(
            criterion.id, criterion.origin,
            .danglingReference(to: basis.instrument, expected: "instrument"))
        }
        if let id = basis.provision, !instrument.provisions.contains(where: { $0.id == id }) {
          throw fault(criterion.id, criterion.origin, .danglingReference(to: id, expected: "provision"))
        }
      }
      if criterion.ownRule != nil {
        guard criterion.force == .drafting else {
          throw fault(criterion.id, criterion.origin, .mandatoryWithoutBasis)
        }
      } else if criterion.bases.map(\.force).max() != criterion.force {
        throw fault(criterion.id, criterion.origin, .forceDiffersFromBases)
      }
    }
  }

  /// A successor is one whichever of the two texts says so.
  private func checkReplacementCycles() throws(Refusal) {
    let origins = instruments.map { ($0.id, $0.origin) } + standards.map { ($0.id, $0.origin) }
    var successors: [String: [String]] = [:]
    for (id, _) in origins {
      let life = life(of: id)
      successors[id, default: []] += life?.replacedBy.map(\.id) ?? []
      for edge in life?.replaces ?? [] { successors[edge.id, default: []].append(id) }
    }
    for (id, origin) in origins {
      var path = [id]
      var frontier = successors[id] ?? []
      var seen: Set<String> = []
      while let next = frontier.popLast() {
        path.append(next)
        if next == id { throw fault(id, origin, .replacementCycle(path)) }
        if seen.insert(next).inserted { frontier += successors[next] ?? [] }
      }
    }
  }

  private func fault(_ id: String, _ origin: Origin, _ cause: CatalogueFault) -> Refusal {
    Refusal(source: origin.file, line: origin.line, entry: id, cause: cause)
  }
}
