import Manuscript
import ManuscriptReading
import Source
import TestSupport
import Testing

/// Reads a Word file of a test.
func read(_ file: WordFile) throws -> Manuscript {
  try ManuscriptReader().read(file.bytes, named: "thử.docx")
}

func read(_ body: String) throws -> Manuscript { try read(WordFile(body)) }

func read(text: String) throws -> Manuscript {
  try ManuscriptReader().read(Array(text.utf8), named: "thử.txt")
}

/// Why bytes are refused.
func refusal(_ bytes: [UInt8]) -> Refusal? {
  do throws(Refusal) {
    _ = try ManuscriptReader().read(bytes, named: "thử.docx")
    return nil
  } catch {
    return error
  }
}

extension Manuscript {
  /// Blocks with words as they are printed, those inside of others too.
  var printed: [String] {
    var texts: [String] = []
    forEachBlock { if !$0.printed.isEmpty { texts.append($0.printed) } }
    return texts
  }

  /// Headings with a mark a level.
  var outline: [String] {
    blocks.compactMap { block in
      block.headingLevel.map { String(repeating: "#", count: $0) + " " + block.title }
    }
  }

  func losses(_ kind: Loss.Kind) -> [Loss] { losses.filter { $0.kind == kind } }

  var tables: [Table] {
    blocks.compactMap { if case .table(let table) = $0.kind { table } else { nil } }
  }
}
