/// The nearest of several names, if one is near: for "did you mean".
package enum Suggestion {
  package static func nearest(to name: String, among names: some Sequence<String>) -> String? {
    let wanted = Array(name.unicodeScalars)
    var most = max(1, name.count / 3)
    var best: (distance: Int, name: String)?
    for candidate in names where !candidate.isEmpty {
      // Most candidates are told by their length; of equal ones the first in the alphabet is taken.
      guard abs(candidate.utf8.count - name.utf8.count) <= 4 * most,
        let distance = distance(wanted, Array(candidate.unicodeScalars), atMost: most),
        best.map({ (distance, candidate) < $0 }) ?? true
      else { continue }
      best = (distance, candidate)
      most = distance
    }
    return best?.name
  }

  /// Edit distance (Levenshtein); nil when it is more than `most`.
  private static func distance(
    _ left: [Unicode.Scalar], _ right: [Unicode.Scalar], atMost most: Int
  ) -> Int? {
    guard abs(left.count - right.count) <= most else { return nil }
    var row = Array(0...right.count)
    for (i, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      var least = row[0]
      for j in right.indices {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (letter == right[j] ? 0 : 1))
        diagonal = above
        least = min(least, row[j + 1])
      }
      if least > most { return nil }
    }
    return row[right.count] <= most ? row[right.count] : nil
  }
}
