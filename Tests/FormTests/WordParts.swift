import Archives
import Source
import TestSupport

/// Parts of a Word file as a test looks at them, and changes them.
enum WordParts {
  static func part(_ name: String, of file: [UInt8]) throws -> [UInt8]? {
    try Container(file, source: "thử", limits: Limits().manuscript) { $0 == name }.parts[name]
  }

  /// The file with its parts changed.
  static func changed(_ file: [UInt8], _ change: (_ name: String, _ text: String) -> String) throws -> [UInt8]
  {
    let container = try Container(file, source: "thử", limits: Limits().manuscript) { _ in true }
    return ZipFile(
      container.names.map { name in
        ZipFile.Entry(name, change(name, String(decoding: container.parts[name] ?? [], as: UTF8.self)))
      }
    ).bytes
  }
}
