import Foundation

/// Lines of bash, where a test is about what people type.
package enum Shell {
  /// Runs a script; `$khung` is the program, `$examples` the folder of example plans.
  package static func run(
    _ script: String, in folder: URL, environment: [String: String] = [:]
  ) throws -> Launch.Run {
    let names = ["khung": Launch.khung.path, "examples": Repository.root.appending(path: "Examples").path]
    return try Launch.run(
      ["/bin/bash", "-c", script], in: folder,
      environment: Launch.bareEnvironment.merging(names) { $1 }.merging(environment) { $1 })
  }

  /// Runs a script that must succeed to its last line.
  package static func make(_ script: String, in folder: URL) throws {
    let run = try run("set -e\n" + script, in: folder)
    if run.status != 0 { throw Failure(script: script, said: run.said) }
  }

  package struct Failure: Error {
    package let script: String
    package let said: String
  }
}
