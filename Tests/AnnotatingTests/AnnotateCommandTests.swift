import Foundation
import TestSupport
import Testing

/// `khung check --annotate` as a user types it.
@Suite struct AnnotateCommandTests {
  private static func folder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(InventedDraft.file().bytes).write(to: folder.appending(path: "de-an.docx"))
    try body(folder)
  }

  private static func khung(_ arguments: [String], in folder: URL) throws -> Launch.Run {
    try Launch.run([Launch.khung.path] + arguments, in: folder, environment: Launch.bareEnvironment)
  }

  @Test func `the report goes where it always goes, and the copy is written beside it`() throws {
    try Self.folder { folder in
      let source = try Data(contentsOf: folder.appending(path: "de-an.docx"))
      let run = try Self.khung(["check", "de-an.docx", "--annotate", "out.docx"], in: folder)
      #expect(run.status == 3 || run.status == 1)
      #expect(run.text.contains("KẾT LUẬN"))
      #expect(run.complaint.contains("nhận xét trong out.docx"))
      #expect(try Data(contentsOf: folder.appending(path: "out.docx")).count > source.count)
      #expect(try Data(contentsOf: folder.appending(path: "de-an.docx")) == source)
      // The same bytes in another place of the world.
      _ = try Launch.run(
        [Launch.khung.path, "check", "de-an.docx", "--annotate", "again.docx"], in: folder,
        environment: Launch.bareEnvironment.merging(["TZ": "America/Lima", "LC_ALL": "C"]) { $1 })
      let first = try Data(contentsOf: folder.appending(path: "out.docx"))
      #expect(try Data(contentsOf: folder.appending(path: "again.docx")) == first)
    }
  }

  @Test func `the city's own file is never written over`() throws {
    try Self.folder { folder in
      let source = try Data(contentsOf: folder.appending(path: "de-an.docx"))
      let run = try Self.khung(["check", "de-an.docx", "--annotate", "./de-an.docx"], in: folder)
      #expect(run.status == 64)
      #expect(try Data(contentsOf: folder.appending(path: "de-an.docx")) == source)
    }
  }

  @Test func `one file takes one copy`() throws {
    try Self.folder { folder in
      let run = try Self.khung(["check", "de-an.docx", "de-an.docx", "--annotate", "o.docx"], in: folder)
      #expect(run.status == 64)
    }
  }

  @Test func `what cannot be written into is refused, and nothing is written`() throws {
    try Self.folder { folder in
      for (name, text) in [
        ("de-an.txt", "ĐỀ ÁN\n\nPHÁT TRIỂN ĐÔ THỊ THÔNG MINH"), ("plan.xml", "<master-plan/>"),
      ] {
        try Data(text.utf8).write(to: folder.appending(path: name))
        let run = try Self.khung(["check", name, "--annotate", "o.docx"], in: folder)
        #expect(run.status == 2, "\(run.said)")
        #expect(run.complaint.contains(".docx"))
        #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "o.docx").path))
      }
    }
  }

  @Test func `a full disk is a clear fault, and no half file`() throws {
    try Self.folder { folder in
      let run = try Shell.run(
        "ulimit -f 1; $khung check de-an.docx --annotate out.docx > /dev/null; echo $?; ls", in: folder)
      #expect(run.text.contains("70\n"), "\(run.said)")
      #expect(!run.text.contains("out.docx"))
    }
  }
}
