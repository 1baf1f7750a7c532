import Foundation
import TestSupport
import Testing

/// The house as `Documentation/architecture.md` draws it is the house as the import lines build it. Whoever adds a
/// target adds a row to the table there and writes the picture anew (`make graph`).
@Suite struct ArchitectureTests {
  private let page: String
  private let package: String
  /// What each target imports, apart from modules of the system.
  private let imports: [String: Set<String>]
  /// The floor of each target, by the table in architecture.md.
  private let floors: [String: Int]

  init() throws {
    page = try Self.read("Documentation/architecture.md")
    package = try Self.read("Package.swift")
    imports = try Self.imported.get()
    floors = Dictionary(
      page.matches(of: /(?m)^\| (\d+) \| `(\w+)` \|/).map { (String($0.2), Int($0.1) ?? 0) },
      uniquingKeysWith: max)
  }

  private static func read(_ path: String) throws -> String {
    try String(contentsOf: Repository.root.appending(path: path), encoding: .utf8)
  }

  /// The import lines of all targets, read once.
  private static let imported = Result {
    var names: [String: String] = [:]
    let package = try read("Package.swift")
    for match in package.matches(of: /name: "(\w+)"(?:(?!name:)[\s\S])*?path: "Sources\/(\w+)"/) {
      names[String(match.2)] = String(match.1)
    }
    let sources = Repository.root.appending(path: "Sources").path
    var imports: [String: Set<String>] = [:]
    for folder in try FileManager.default.contentsOfDirectory(atPath: sources) {
      var found: Set<String> = []
      for path in Repository.files(below: "Sources/\(folder)", withExtension: "swift") {
        found.formUnion(modules(importedBy: try read(path)))
      }
      imports[names[folder] ?? folder] = found.subtracting(system)
    }
    return imports
  }

  private static let system: Set = [
    "Foundation", "FoundationEssentials", "Glibc", "Dispatch", "Synchronization", "Swift", "RegexBuilder",
  ]

  private static func modules(importedBy text: String) -> [String] {
    let kinds: Set = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
    return text.utf8.split(separator: UInt8(ascii: "\n")).compactMap { line in
      // Only lines whose first words are attributes, an access level and `import`.
      let words = line.prefix(200).split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
      guard let index = words.firstIndex(of: "import"),
        words[..<index].allSatisfy({ $0.hasPrefix("@") || levels.contains($0) })
      else { return nil }
      return words[(index + 1)...].first { !kinds.contains($0) }
        .map { String($0.prefix { $0 != "." && $0 != ";" }) }
    }
  }

  private static let levels: Set = ["public", "package", "internal", "fileprivate", "private"]

  /// All that a target stands on.
  private func ground(of target: String) -> Set<String> {
    var (found, rest): (Set<String>, [String]) = ([], [target])
    while let next = rest.popLast() {
      for other in imports[next] ?? [] where found.insert(other).inserted { rest.append(other) }
    }
    return found
  }

  private func importers(of module: String) -> Set<String> {
    Set(imports.filter { $0.value.contains(module) }.keys)
  }

  @Test func `every target has a row in the table of targets, and every row a target`() {
    #expect(Set(imports.keys) == Set(floors.keys))
  }

  @Test func `the picture is the graph of the import lines`() throws {
    let marks = try #require(
      page.firstMatch(of: /<!-- make graph -->\n```\n([\s\S]*?)```\n<!-- \/make graph -->/))
    var drawn: [String: Set<String>] = [:]
    for match in marks.1.matches(of: /(?m)^ *(\d+)  (\w+)(?: → (.+))?$/) {
      drawn[String(match.2)] = Set((match.3 ?? "").components(separatedBy: ", ").filter { !$0.isEmpty })
      #expect(floors[String(match.2)] == Int(match.1), "\(match.2) stands on another floor in the table")
    }
    // An arrow that follows from others is not drawn.
    let graph = imports.mapValues { others in
      others.filter { other in
        imports[other] == nil || !others.contains { $0 != other && ground(of: $0).contains(other) }
      }
    }
    for (target, arrows) in graph {
      #expect(drawn[target] == arrows, "\(target): run make graph")
    }
    #expect(drawn.count == graph.count)
  }

  @Test func `no arrow goes up or along a floor`() throws {
    for (target, others) in imports {
      for other in others {
        guard let from = floors[target], let to = floors[other] else { continue }
        #expect(to < from, "\(target) imports \(other)")
      }
    }
  }

  @Test func `Package.swift names what the files import, no more and no less`() throws {
    let targets = package.components(separatedBy: "\n    .").dropFirst()
    for target in targets {
      guard let name = target.firstMatch(of: /name: "(\w+)"/)?.1, let others = imports[String(name)],
        target.hasPrefix("target") || target.hasPrefix("executableTarget")
      else { continue }
      let list = target.firstMatch(of: /dependencies: \[([\s\S]*?)\]/)?.1 ?? ""
      var declared = Set(list.matches(of: /(?:^|[\s\[,])"(\w+)"/).map { String($0.1) })
      declared.formUnion(list.matches(of: /\.product\(name: "(\w+)"/).map { String($0.1) })
      #expect(declared == others, "\(name)")
    }
  }

  @Test func `libxml2 is behind XML and XPath, libarchive behind Archives`() {
    #expect(importers(of: "CLibXML2").isSubset(of: ["XML", "XPath"]))
    #expect(importers(of: "CLibArchive") == ["Archives"])
  }

  @Test func `no library knows the command line`() {
    #expect(importers(of: "ArgumentParser") == ["khung"])
    #expect(importers(of: "khung").isEmpty)
    #expect(importers(of: "KhungLibrary").isEmpty)
  }

  @Test func `the ground floor imports none of ours`() {
    for target in ["Source", "Workers"] {
      #expect(imports[target]?.isDisjoint(with: imports.keys) == true, "\(target)")
    }
  }

  /// The section of that name in architecture.md. Some of the targets are still to come.
  @Test(
    arguments: [
      ("Reporting", "Linting"), ("Rounds", "Linting"), ("KhungLibrary", "Linting"),
      ("SchematronExport", "Compliance"), ("SchematronExport", "Wordings"), ("Service", "GRDB"),
      ("Recognition", "ManuscriptReading"),
      ("EditorServices", "LanguageServer"),
    ])
  func `what must never be is not`(target: String, other: String) {
    // What a database is to the service, others may stand on; all else must not even be reached.
    let known = other == "GRDB" ? imports[target] ?? [] : ground(of: target)
    #expect(!known.contains(other))
  }
}
