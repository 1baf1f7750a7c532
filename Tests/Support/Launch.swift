import Foundation

/// Runs programs: khung as its users start it, and those of others. The one place of the tests that does.
package enum Launch {
  /// What a program that ended left behind.
  package struct Run: Sendable {
    package let status: Int32
    package let reason: Process.TerminationReason
    package let output: Data
    package let complaint: String
    package let seconds: Double

    /// Standard output as text.
    package var text: String { String(decoding: output, as: UTF8.self) }
    /// Rows of NDJSON.
    package var rows: [[String: Any]] {
      output.split(separator: UInt8(ascii: "\n")).compactMap {
        try? JSONSerialization.jsonObject(with: Data($0)) as? [String: Any]
      }
    }
    /// All that was said, on either stream.
    package var said: String { text + complaint }
  }

  /// The program that this build made.
  package static let khung = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appending(path: "khung")

  /// The surroundings of khung in a test: nothing that the machine's own leak into.
  package static let bareEnvironment = ["PATH": "/usr/bin:/bin"]

  /// Starts a program and leaves it running.
  /// - Parameters:
  ///   - command: the program, by its path or by a name in PATH, and its arguments.
  ///   - environment: nil for that of the test.
  package static func start(
    _ command: [String], in folder: URL = Repository.root, environment: [String: String]? = nil,
    output: Any = Pipe(), complaint: Any = Pipe(), input: Any? = nil
  ) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.currentDirectoryURL = folder
    if let environment { process.environment = environment }
    process.standardOutput = output
    process.standardError = complaint
    process.standardInput = input ?? FileHandle.nullDevice
    try process.run()
    return process
  }

  /// Runs a program to its end. What it writes goes through files: a full pipe would stop it.
  package static func run(
    _ command: [String], in folder: URL = Repository.root, environment: [String: String]? = nil,
    input: Data? = nil
  ) throws -> Run {
    let streams = FileManager.default.temporaryDirectory.appending(path: "khung-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: streams, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: streams) }
    func handle(_ name: String, _ content: Data = Data()) throws -> FileHandle {
      let url = streams.appending(path: name)
      try content.write(to: url)
      return try FileHandle(forUpdating: url)
    }
    let (output, complaint) = (try handle("output"), try handle("complaint"))
    let begun = ContinuousClock.now
    let process = try start(
      command, in: folder, environment: environment, output: output, complaint: complaint,
      input: try input.map { try handle("input", $0) })
    process.waitUntilExit()
    let (seconds, attoseconds) = (ContinuousClock.now - begun).components
    return Run(
      status: process.terminationStatus, reason: process.terminationReason,
      output: try Data(contentsOf: streams.appending(path: "output")),
      complaint: String(decoding: try Data(contentsOf: streams.appending(path: "complaint")), as: UTF8.self),
      seconds: Double(seconds) + Double(attoseconds) / 1e18)
  }

  /// Runs khung in the repository.
  package static func khung(
    _ arguments: [String], input: Data? = nil, environment: [String: String] = [:]
  ) throws -> Run {
    try run(
      [khung.path] + arguments, environment: bareEnvironment.merging(environment) { $1 }, input: input)
  }
}
