import Foundation
import Testing
import Writing

/// Files are put in their place whole, with the permissions that the system and their owner want.
@Suite struct OutputFileTests {
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "khung-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  private func mode(_ path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o7777 : 0
  }

  /// The file mask as the system tells it: to ask the process for it is to set it.
  private func mask() throws -> mode_t {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("Umask:") })
    return try #require(mode_t(line.dropFirst("Umask:".count).trimmingCharacters(in: .whitespaces), radix: 8))
  }

  @Test func `many threads writing at once leave the file mask alone, and each file has it applied`() throws {
    try inFolder { folder in
      let before = try mask()
      DispatchQueue.concurrentPerform(iterations: 8) { worker in
        for number in 0..<200 { try? OutputFile.write("\(number)", to: "\(folder)/\(worker)-\(number)") }
      }
      #expect(try mask() == before)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(names.count == 8 * 200)
      #expect(Set(names.map { mode("\(folder)/\($0)") }) == [0o666 & ~before])
    }
  }

  @Test func `a file that is there keeps its permissions, and a link stays a link`() throws {
    try inFolder { folder in
      let (file, link) = ("\(folder)/file", "\(folder)/link")
      try OutputFile.write("old", to: file)
      chmod(file, 0o640)
      symlink("file", link)
      try OutputFile.write("new", to: link)
      #expect(try String(contentsOfFile: file, encoding: .utf8) == "new")
      #expect(mode(file) == 0o640)
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "file")
    }
  }

  @Test func `a file that is not finished leaves no trace and the old one as it was`() throws {
    try inFolder { folder in
      try OutputFile.write("old", to: "\(folder)/file")
      do {
        let file = try OutputFile("\(folder)/file")
        try file.write(String(repeating: "x", count: 1 << 20))
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["file"])
      #expect(try String(contentsOfFile: "\(folder)/file", encoding: .utf8) == "old")
    }
  }

  @Test func `a pipe is written to as it is`() throws {
    try inFolder { folder in
      let pipe = "\(folder)/pipe"
      mkfifo(pipe, 0o600)
      let reader = open(pipe, O_RDONLY | O_NONBLOCK)
      defer { close(reader) }
      try OutputFile.write("text", to: pipe)
      var bytes = [UInt8](repeating: 0, count: 10)
      #expect(read(reader, &bytes, 10) == 4 && bytes.starts(with: "text".utf8))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["pipe"])
    }
  }

  @Test func `what a killed run left half written is removed, and nothing else`() throws {
    try inFolder { folder in
      for name in ["a.html.khung-abc123", "b.txt.khung-abc123", "a.html", ".khung-abc123"] {
        try OutputFile.write("", to: "\(folder)/\(name)")
      }
      OutputFile.removeLeftovers(in: folder) { $0.hasSuffix(".html") }
      let left = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(Set(left) == ["b.txt.khung-abc123", "a.html", ".khung-abc123"])
    }
  }

  @Test func `a folder that is not there is told by its name`() {
    #expect { try OutputFile.write("", to: "/nowhere/file") } throws: {
      ($0 as? OutputFailure)?.path == "/nowhere/file" && ($0 as? OutputFailure)?.code == ENOENT
    }
  }
}
