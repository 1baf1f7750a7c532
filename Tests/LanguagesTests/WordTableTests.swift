import Foundation
import Source
import TestSupport
import Testing

@testable import Languages

/// The tables of `Sources/BuiltIn/Words` hold what the program says, and nothing else.
@Suite struct WordTableTests {
  private struct Row {
    let key: String
    let vietnamese: String
    let english: String
    let place: String

    /// What stands in braces in a text.
    static func arguments(_ text: String) -> Set<String> {
      Set(text.replacing("\\{", with: "").matches(of: /\{([^}]*)\}/).map { String($0.1) })
    }
  }

  private static let tables = Result {
    try Repository.files(below: "Sources/BuiltIn/Words", withExtension: "tsv").map { path in
      (
        name: String(path.dropFirst("Sources/BuiltIn/Words/".count).dropLast(".tsv".count)),
        lines: String(decoding: try Repository.source(path).stored, as: UTF8.self)
          .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      )
    }
  }

  private static func rows() throws -> [Row] {
    try tables.get().flatMap { table in
      table.lines.dropFirst().filter { !$0.isEmpty }.compactMap { line in
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        return cells.count == 4
          ? Row(key: cells[0], vietnamese: cells[1], english: cells[2], place: cells[3]) : nil
      }
    }
  }

  @Test func `every row has a key of its table, both languages, and says where it arises`() throws {
    var seen: Set<String> = []
    for table in try Self.tables.get() {
      #expect(table.lines.first == "key\tvi\ten\twhere it arises, and what stands in braces", "\(table.name)")
      #expect(table.lines.last == "", "\(table.name) ends with a line break")
      for line in table.lines.dropFirst().dropLast() {
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        #expect(cells.count == 4 && !cells.contains(""), "\(table.name): \(line)")
        #expect(cells[0].wholeMatch(of: /[a-z-]+\.[a-z0-9-]+/) != nil, "\(line)")
        #expect(cells[0].hasPrefix(table.name + "."), "\(table.name): \(line)")
        #expect(seen.insert(cells[0]).inserted, "\(cells[0]) stands twice")
        // What a row cannot hold is escaped: line break, tab, backslash, brace.
        for cell in cells.dropFirst() {
          #expect(cell.replacing(/\\[nt\\{]/, with: "").contains("\\") == false, "\(line)")
          #expect(!cell.unicodeScalars.contains { $0.properties.generalCategory == .control }, "\(line)")
        }
      }
    }
    #expect(seen.count > 600)
  }

  @Test func `both languages have the same arguments, and the row says what each of them is`() throws {
    for row in try Self.rows() {
      let arguments = Row.arguments(row.vietnamese)
      #expect(arguments == Row.arguments(row.english), "\(row.key)")
      #expect(arguments == Row.arguments(row.place), "\(row.key): \(row.place)")
    }
  }

  @Test func `the program names every key, with the arguments of its row, and no other`() throws {
    let rows = Dictionary(try Self.rows().map { ($0.key, $0) }) { first, _ in first }
    var named: Set<String> = []
    for path in Repository.files(below: "Sources", withExtension: "swift") {
      for call in PhraseCall.all(in: String(decoding: try Repository.source(path).stored, as: UTF8.self)) {
        for key in call.keys {
          named.insert(key)
          guard let row = rows[key] else {
            Issue.record("\(path): no table has \(key)")
            continue
          }
          #expect(Row.arguments(row.english) == call.arguments, "\(path): \(key)")
        }
      }
    }
    #expect(Set(rows.keys).subtracting(named).isEmpty, "\(Set(rows.keys).subtracting(named).sorted())")
  }

  @Test func `a phrase is put into words with what stands in it`() throws {
    let cause = Phrase("refusals.nothing")
    let phrase = Phrase(
      "refusals.output-cannot-write", ["path": .text("a{b}\\n"), "reason": .phrase(cause)])
    #expect(Language.english(phrase) == "cannot write a{b}\\n: nothing")
    #expect(Language.vietnamese(phrase) == "không ghi được a{b}\\n: không gì")
    let future = Phrase(
      "refusals.decision-future", ["date": .date(day("2026-11-22")), "today": .date(day("2026-11-21"))])
    #expect(
      Language.english(future)
        == "it is dated 22 November 2026, but today is 21 November 2026; correct the day")
    #expect(Language.english(Phrase("refusals.broken-line", ["number": .number(7)])).contains("{\"plan\""))
    #expect(Language.english(Phrase("command-line.khung-details")).contains("\n\n"))
  }

  @Test func `every row is found in both languages`() throws {
    for row in try Self.rows() where Row.arguments(row.english).isEmpty && !row.key.hasPrefix("command-line")
    {
      let plain = { (text: String) in
        text.replacing("\\n", with: "\n").replacing("\\{", with: "{")
      }
      #expect(WordTable.of(.english).plainText(of: row.key) == plain(row.english), "\(row.key)")
      #expect(WordTable.of(.vietnamese).plainText(of: row.key) == plain(row.vietnamese), "\(row.key)")
    }
  }

  @Test func `a key that no table has is shown as it is`() {
    #expect(Language.english(Phrase("report.no-such-phrase")) == "report.no-such-phrase")
  }
}

/// A `Phrase("…", […])` in the source: its keys, of which one is chosen where it runs, and its arguments.
private struct PhraseCall {
  var keys: [String] = []
  var arguments: Set<String> = []

  static func all(in source: String) -> [PhraseCall] {
    var calls: [PhraseCall] = []
    let code = Array(source.replacing(/(?m)^\s*\/\/.*$/, with: ""))
    var open: [(call: PhraseCall, depth: Int)] = []
    var (depth, index, word) = (0, 0, "")
    while index < code.count {
      let sign = code[index]
      switch sign {
      case "(":
        if word.hasSuffix("Phrase") { open.append((PhraseCall(), depth)) }
        depth += 1
        word = ""
      case ")":
        depth -= 1
        if let last = open.last, last.depth == depth {
          open.removeLast()
          if !last.call.keys.isEmpty { calls.append(last.call) }
        }
        word = ""
      case "\"":
        var literal = ""
        index += 1
        while index < code.count, code[index] != "\"", code[index] != "\n" {
          if code[index] == "\\" { index += 1 }
          literal.append(code[index])
          index += 1
        }
        if !open.isEmpty {
          if literal.wholeMatch(of: /[a-z-]+\.[a-z0-9-]+/) != nil {
            open[open.count - 1].call.keys.append(literal)
          } else if index + 1 < code.count, code[index + 1] == ":" {
            open[open.count - 1].call.arguments.insert(literal)
          }
        }
        word = ""
      default:
        if sign.isLetter { word.append(sign) } else { word = "" }
      }
      index += 1
    }
    return calls
  }
}
