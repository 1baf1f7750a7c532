import Source

/// Order on a page: one column, or two that are read one after the other.
enum PDFColumns {
  /// The lines of each column; one where the page has one.
  static func split(_ lines: [PDFLine], width: Double) -> [[PDFLine]] {
    let middle = width / 2
    let left = lines.filter { $0.right <= middle + 6 }
    let right = lines.filter { $0.left >= middle - 6 }
    // Columns of running text: many lines on both sides that fill their half, and few across.
    let across = lines.count - left.count - right.count
    func fills(_ side: [PDFLine]) -> Bool {
      side.filter { $0.right - $0.left > width * 0.3 }.count * 2 > side.count
    }
    guard left.count >= 12, right.count >= 12, across * 5 <= lines.count, fills(left), fills(right) else {
      return [lines]
    }
    let top = min(left.map(\.top).min() ?? 0, right.map(\.top).min() ?? 0)
    let head = lines.filter { $0.left < middle - 6 && $0.right > middle + 6 && $0.top < top }
    let rest = lines.filter { $0.left < middle - 6 && $0.right > middle + 6 && $0.top >= top }
    return [head + left + rest, right]
  }

  /// Lines at one height together.
  static func rows(of lines: [PDFLine], from number: Int) -> [PDFLayout.Row] {
    var rows: [PDFLayout.Row] = []
    for line in lines.sorted(by: { ($0.middle, $0.left) < ($1.middle, $1.left) }) {
      if let last = rows.indices.last, let first = rows[last].pieces.first,
        abs(first.middle - line.middle) < min(first.height, line.height) * 0.4
      {
        rows[last].pieces.append(line)
      } else {
        rows.append(PDFLayout.Row(pieces: [line], number: number + rows.count))
      }
    }
    for index in rows.indices { rows[index].pieces = joined(rows[index].pieces.sorted { $0.left < $1.left }) }
    return rows
  }

  /// Pieces with no more than a blank between them are one.
  private static func joined(_ pieces: [PDFLine]) -> [PDFLine] {
    var result: [PDFLine] = []
    for piece in pieces {
      guard let last = result.indices.last, piece.left - result[last].right < piece.height * 0.7 else {
        result.append(piece)
        continue
      }
      result[last].text += " " + piece.text
      result[last].right = max(result[last].right, piece.right)
    }
    return result
  }
}
