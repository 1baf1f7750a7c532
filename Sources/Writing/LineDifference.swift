import Source

/// Two versions of a text line by line, as `diff -u` and `git apply` have it.
package struct LineDifference {
  package let text: String

  /// Lines around a change.
  private static let context = 2

  package init(of name: String, from old: [UInt8], to new: [UInt8]) {
    let (before, after) = (Self.lines(old), Self.lines(new))
    let changes = after.difference(from: before)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in changes {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    // All lines in one row: what stays, what goes, what comes.
    var rows: [(sign: String, line: String, old: Int, new: Int)] = []
    var (left, right) = (0, 0)
    while left < before.count || right < after.count {
      if removed.contains(left) {
        rows.append(("-", before[left], left, right))
        left += 1
      } else if inserted.contains(right) {
        rows.append(("+", after[right], left, right))
        right += 1
      } else {
        rows.append((" ", before[left], left, right))
        left += 1
        right += 1
      }
    }
    let touched = rows.indices.filter { rows[$0].sign != " " }
    var hunks: [Range<Int>] = []
    for row in touched {
      let wanted = max(0, row - Self.context)..<min(rows.count, row + Self.context + 1)
      if let last = hunks.last, wanted.lowerBound <= last.upperBound {
        hunks[hunks.count - 1] = last.lowerBound..<max(last.upperBound, wanted.upperBound)
      } else {
        hunks.append(wanted)
      }
    }
    guard !hunks.isEmpty else {
      text = ""
      return
    }
    let name = SafeText.harmless(name)
    var text = "--- \(name)\n+++ \(name)\n"
    for hunk in hunks {
      let part = rows[hunk]
      let (olds, news) = (part.count { $0.sign != "+" }, part.count { $0.sign != "-" })
      let first = rows[hunk.lowerBound]
      text += "@@ -\(first.old + 1),\(olds) +\(first.new + 1),\(news) @@\n"
      for row in part { text += row.sign + row.line + "\n" }
    }
    self.text = text
  }

  private static func lines(_ bytes: [UInt8]) -> [String] {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
