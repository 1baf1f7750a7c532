import Foundation
import Source
import TestSupport

/// The program on many plans, and plans to give it.
extension Launch {
  /// Thousands of plans are judged at the lowest priority: tests that look at the clock run beside them.
  static func review(_ arguments: [String], input: Data? = nil) throws -> Run {
    try run(
      ["nice", "-n", "19", khung.path] + arguments, environment: bareEnvironment, input: input)
  }

  static func startReview(
    _ arguments: [String], output: Any = Pipe(), complaint: Any = Pipe(), input: Any? = nil
  ) throws -> Process {
    try start(
      ["nice", "-n", "19", khung.path] + arguments, environment: bareEnvironment, output: output,
      complaint: complaint, input: input)
  }

  /// Runs `body` in a folder that is gone afterwards.
  static func inFolder<Value>(_ body: (URL) throws -> Value) throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appending(path: "khung-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
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
