import Foundation
import TestSupport

/// The program as its users start it, and plans to give it.
enum Program {
  struct Run {
    let status: Int32
    let reason: Process.TerminationReason
    let output: Data
    let complaint: String
    var text: String { String(decoding: output, as: UTF8.self) }
    /// Rows of NDJSON.
    var rows: [[String: Any]] {
      output.split(separator: UInt8(ascii: "\n")).compactMap {
        try? JSONSerialization.jsonObject(with: Data($0)) as? [String: Any]
      }
    }
  }

  static let file = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(
    path: "khung")

  static func start(_ arguments: [String], output: Any = Pipe(), complaint: Any = Pipe(), input: Any? = nil)
    throws
    -> Process
  {
    let process = Process()
    // Thousands of plans at the lowest priority: tests that look at the clock run beside them.
    process.executableURL = URL(filePath: "/usr/bin/nice")
    process.arguments = ["-n", "19", file.path] + arguments
    process.currentDirectoryURL = Repository.root
    process.environment = ["PATH": "/usr/bin:/bin"]
    process.standardOutput = output
    process.standardError = complaint
    process.standardInput = input ?? FileHandle.nullDevice
    try process.run()
    return process
  }

  static func khung(_ arguments: [String], input: Data? = nil) throws -> Run {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    func handle(_ name: String, _ content: Data = Data()) throws -> FileHandle {
      let url = folder.appending(path: name)
      try content.write(to: url)
      return try FileHandle(forUpdating: url)
    }
    let (output, complaint) = (try handle("output"), try handle("complaint"))
    let process = try start(
      arguments, output: output, complaint: complaint, input: try input.map { try handle("input", $0) })
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus, reason: process.terminationReason,
      output: try Data(contentsOf: folder.appending(path: "output")),
      complaint: String(decoding: try Data(contentsOf: folder.appending(path: "complaint")), as: UTF8.self))
  }

  static func temporaryFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "khung-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  /// Runs `body` in a folder that is gone afterwards.
  static func inFolder<Value>(_ body: (URL) throws -> Value) throws -> Value {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }

  static func example(_ name: String) throws -> Data {
    try Data(contentsOf: Repository.root.appending(path: "Examples/\(name).xml"))
  }

  /// Small plans that differ: the one of Trà Vinh with another name each.
  static func writePlans(_ count: Int, in folder: URL, broken: (Int) -> Bool = { _ in false }) throws {
    let text = String(decoding: try example("tra-vinh"), as: UTF8.self)
    for number in 0..<count {
      var plan = text.replacing("<name>Trà Vinh</name>", with: "<name>Trà Vinh \(number)</name>")
      if broken(number) { plan = String(plan.dropLast(60)) }
      let name = "plan-" + String(repeating: "0", count: 5 - String(number).count) + "\(number).xml"
      try Data(plan.utf8).write(to: folder.appending(path: name))
    }
  }
}
