import Catalogue

/// What the list of a catalogue would have to accept: an id that is new or gone, a number, a meaning, a basis or
/// anything else of an entry that is no longer what was recorded.
package struct StabilityChange: Sendable, Hashable {
  package enum Kind: String, Sendable {
    case added, removed, number, meaning, bases, entry
  }

  package let kind: Kind
  package let id: String
  /// What was recorded and what is there now; empty for ids.
  package let old: String
  package let new: String
}

extension StabilityList {
  /// What stands otherwise in a later list of the same catalogue, in the order of that list.
  package func changes(to new: StabilityList) -> [StabilityChange] {
    let known = Dictionary(lines.map { (Key($0), $0) }) { first, _ in first }
    let there = Set(new.lines.map(Key.init))
    let changed = new.lines.flatMap { line -> [StabilityChange] in
      guard let old = known[Key(line)] else { return [.init(kind: .added, id: line.id, old: "", new: "")] }
      var changes: [StabilityChange] = []
      if old.fact != line.fact {
        changes.append(
          .init(
            kind: line.kind == "criterion" ? .meaning : .number, id: line.id, old: old.fact, new: line.fact))
      }
      if old.bases != line.bases {
        changes.append(.init(kind: .bases, id: line.id, old: old.bases, new: line.bases))
      }
      // Whatever else an entry says; what is told already is told once.
      if changes.isEmpty, old.digest != line.digest {
        changes.append(.init(kind: .entry, id: line.id, old: old.digest, new: line.digest))
      }
      return changes
    }
    return changed
      + lines.filter { !there.contains(Key($0)) }.map { .init(kind: .removed, id: $0.id, old: "", new: "") }
  }

  /// The list with the lines of some entries as they stand in a later one, and why they were accepted.
  package func accepting(_ ids: Set<String>, of new: StabilityList, because reason: String) -> StabilityList {
    let known = Dictionary(lines.map { (Key($0), $0) }) { first, _ in first }
    let there = Set(new.lines.map(Key.init))
    let kept = new.lines.compactMap { line -> Line? in
      guard let old = known[Key(line)] else {
        return ids.contains(line.id) ? with(line, reason) : nil
      }
      guard ids.contains(line.id), !old.says(line) else { return old }
      return with(line, reason)
    }
    let gone = lines.filter { !there.contains(Key($0)) && !ids.contains($0.id) }
    return StabilityList(kept + gone)
  }

  private func with(_ line: Line, _ reason: String) -> Line {
    var line = line
    line.reason = reason
    return line
  }

  private struct Key: Hashable {
    let kind: String
    let id: String

    init(_ line: Line) {
      kind = line.kind
      id = line.id
    }
  }
}
