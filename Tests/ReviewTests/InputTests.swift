import Foundation
import Reporting
import Source
import SystemPackage
import TestSupport
import Testing
import Writing

@testable import Review

/// What a review takes: folders, patterns, lists and archives, and what it does with hostile ones.
@Suite struct InputTests {
  private func files(_ run: Launch.Run) -> [String] {
    run.rows.map { ($0["plan"] as? [String: Any])?["file"] as? String ?? "" }
  }

  private func refusals(_ run: Launch.Run) -> [String: String] {
    Dictionary(
      run.rows.compactMap { row in
        guard let refused = row["refused"] as? [String: Any] else { return nil }
        return (
          (row["plan"] as? [String: Any])?["file"] as? String ?? "", refused["message"] as? String ?? ""
        )
      }
    ) { first, _ in first }
  }

  private func python(_ script: String, in folder: URL) throws {
    try script.write(to: folder.appending(path: "make.py"), atomically: true, encoding: .utf8)
    try Shell.make("python3 make.py && rm make.py", in: folder)
  }

  @Test func `two names never become one, whatever bytes they have`() {
    let names: [[UInt8]] = [
      [0xE1], Array("\\xE1".utf8), Array("\\\\xE1".utf8), Array("\\".utf8) + [0xE1], Array("\\x5CxE1".utf8),
      Array("á".utf8), Array("a\u{301}".utf8),
    ]
    let shown = names.map { Array(FilePath.shown($0).utf8) }
    #expect(Set(shown).count == names.count)
    #expect(FilePath.shown([0xE1]) == "\\xE1" && FilePath.shown(Array("á.xml".utf8)) == "á.xml")
  }

  @Test func `rows come in the order of the input, however many workers there are`() throws {
    try Launch.inFolder { folder in
      try Launch.writePlans(40, in: folder)
      // A slow plan among quick ones.
      try Launch.example("binh-lam-complete").write(to: folder.appending(path: "plan-00007.xml"))
      let one = try Launch.review(["review", folder.path, "--jobs", "1"])
      let many = try Launch.review(["review", folder.path, "--jobs", "8"])
      #expect(one.output == many.output)
      #expect(files(one) == files(one).sorted() && files(one).count == 40)
      let named = try Launch.review([
        "review", "\(folder.path)/plan-00003.xml", "\(folder.path)/plan-0000[12].xml",
      ])
      #expect(
        files(named).map { $0.suffix(14) } == ["plan-00003.xml", "plan-00001.xml", "plan-00002.xml"])
    }
  }

  @Test func `a row is the report that khung check writes`() throws {
    let row = try #require(
      try Launch.review(["review", "Examples/binh-lam-draft.xml", "--as-of", "2026-11-23"]).rows.first)
    let report = try JSONSerialization.jsonObject(
      with: Launch.review([
        "check", "Examples/binh-lam-draft.xml", "--format", "json", "--as-of", "2026-11-23",
      ]).output)
    #expect((row as NSDictionary) == (report as? NSDictionary))
  }

  @Test func `lists on standard input name plans by line, by zero byte or as JSON`() throws {
    let lines = try Launch.review(
      ["review", "-"], input: Data("Examples/hue.xml\r\n\nExamples/pleiku.xml".utf8))
    #expect(files(lines) == ["Examples/hue.xml", "Examples/pleiku.xml"])
    let zero = try Launch.review(
      ["review", "-"], input: Data("Examples/hue.xml\0Examples/pleiku.xml\0".utf8))
    #expect(lines.output == zero.output)
    let xml = String(decoding: try Launch.example("hue"), as: UTF8.self)
    let object = try JSONSerialization.data(withJSONObject: ["name": "Examples/hue.xml", "xml": xml])
    let json = try Launch.review(
      ["review", "-"], input: object + Data("\n{\"plan\":\"Examples/pleiku.xml\"}\n{\"x\":1}\n{\n".utf8))
    #expect(json.rows.count == 4)
    #expect(json.output.starts(with: lines.output))
    #expect(refusals(json)["<stdin>"]?.contains("3") == true)
    #expect(json.status == 2)
  }

  @Test func `names with line breaks or broken letters are plans like any other`() throws {
    try Launch.inFolder { folder in
      try Launch.writePlans(1, in: folder)
      try Shell.make(
        #"cp plan-00000.xml $'a\nb.xml'; cp plan-00000.xml $'caf\xe9.xml'; cp plan-00000.xml $'caf\xe8.xml'"#,
        in: folder)
      let run = try Launch.review(["review", folder.path])
      #expect(
        files(run).map { String($0.dropFirst(folder.path.count + 1)) } == [
          "a\nb.xml", "caf\\xE8.xml", "caf\\xE9.xml", "plan-00000.xml",
        ])
      #expect(run.status == 3 && run.output.split(separator: UInt8(ascii: "\n")).count == 4)
    }
  }

  @Test func `links that lead round, folders without plans and what cannot be read are rows of their own`()
    throws
  {
    try Launch.inFolder { folder in
      try Launch.writePlans(1, in: folder)
      try Shell.make(
        "mkdir sub empty; ln -s .. sub/up; ln -s nowhere gone.xml; mkfifo pipe.xml; echo x > note.txt",
        in: folder)
      let run = try Launch.review(["review", folder.path, "\(folder.path)/empty", "--lang", "en"])
      let found = refusals(run)
      #expect(found["\(folder.path)/sub/up"]?.contains("link to a folder") == true)
      #expect(found["\(folder.path)/gone.xml"]?.contains("no such file") == true)
      #expect(found["\(folder.path)/pipe.xml"] != nil)
      #expect(found["\(folder.path)/empty"]?.contains("no plan in it") == true)
      #expect(run.rows.count == 5 && run.status == 2)
      #expect(run.complaint.contains("1 files"))
      #expect(try Launch.review(["review", "\(folder.path)/*.nothing"]).status == 2)
    }
  }

  @Test func `archives are read in place and give what the files give`() throws {
    try Launch.inFolder { folder in
      try Launch.writePlans(5, in: folder)
      try Shell.make(
        "mkdir in; mv plan-*.xml in; echo x > in/note.txt; tar czf plans.tar.gz in; python3 -m zipfile -c plans.zip in",
        in: folder)
      func verdicts(_ run: Launch.Run) -> [String] {
        run.rows.map { row in
          let counts = row["counts"] as? [String: Int] ?? [:]
          let digest = (row["plan"] as? [String: Any])?["sha256"] as? String ?? ""
          return digest + counts.sorted { $0.key < $1.key }.map { " \($0.key) \($0.value)" }.joined()
        }
      }
      let plain = try Launch.review(["review", "\(folder.path)/in"])
      for name in ["plans.tar.gz", "plans.zip"] {
        let run = try Launch.review(["review", "\(folder.path)/\(name)", "--lang", "en"])
        #expect(verdicts(run).sorted() == verdicts(plain).sorted(), "\(name)")
        #expect(files(run).contains("\(folder.path)/\(name)!/in/plan-00002.xml"))
        #expect(run.complaint.contains("1 files"))
      }
    }
  }

  @Test func `hostile archives cost one row for each bad entry and nothing on the disk`() throws {
    try Launch.inFolder { folder in
      try Launch.writePlans(1, in: folder)
      try python(
        """
        import io, tarfile, zipfile
        plan = open('plan-00000.xml', 'rb').read()
        with tarfile.open('names.tar.gz', 'w:gz') as t:
            for name in ['../up.xml', '/root.xml', 'good.xml', 'a/' * 10000 + 'deep.xml', 'inner.zip']:
                info = tarfile.TarInfo(name); info.size = len(plan); t.addfile(info, io.BytesIO(plan))
            link = tarfile.TarInfo('link.xml'); link.type = tarfile.SYMTYPE; link.linkname = '/etc/passwd'; t.addfile(link)
        with zipfile.ZipFile('bomb.zip', 'w', zipfile.ZIP_DEFLATED) as z:
            z.writestr('good.xml', plan)
            for i in range(4): z.writestr(f'bomb{i}.xml', b' ' * (60 << 20))
            z.writestr('after.xml', plan)
        open('cut.tar.gz', 'wb').write(open('names.tar.gz', 'rb').read()[:300])
        open('none.zip', 'wb').write(b'PK no archive')
        """, in: folder)
      let names = try Launch.review(["review", "\(folder.path)/names.tar.gz", "--lang", "en"])
      #expect(names.rows.count == 6)
      let found = refusals(names)
      #expect(found.count == 5 && found.values.count { $0.contains("leads out of the archive") } == 3)
      #expect(
        found.contains { $0.key.hasSuffix("inner.zip") && $0.value.contains("archive inside an archive") })
      #expect(found.contains { $0.key.hasSuffix("link.xml") && $0.value.contains("link or device") })
      #expect(names.rows.filter { $0["counts"] != nil }.count == 1)
      let bomb = try Launch.review(["review", "\(folder.path)/bomb.zip", "--lang", "en"])
      #expect(refusals(bomb)["\(folder.path)/bomb.zip"]?.contains("zip bomb") == true)
      #expect(bomb.rows.count == 2, "the good plan before the bomb, and one row for the rest")
      for name in ["cut.tar.gz", "none.zip", "missing.zip"] {
        let run = try Launch.review(["review", "\(folder.path)/\(name)", "plan.xml"])
        #expect(run.status == 2 && refusals(run)["\(folder.path)/\(name)"] != nil, "\(name)")
      }
      #expect(!FileManager.default.fileExists(atPath: folder.deletingLastPathComponent().path + "/up.xml"))
    }
  }

  @Test
  func `of a set with five broken plans in a hundred all good ones are reported and all broken ones listed`()
    throws
  {
    try Launch.inFolder { folder in
      try Launch.writePlans(200, in: folder) { $0 % 20 == 3 }
      let run = try Launch.review(["review", folder.path])
      #expect(run.status == 2)
      #expect(run.rows.count == 200 && refusals(run).count == 10)
      #expect(refusals(run).allSatisfy { $0.key.contains("3.xml") && $0.value.contains(":") })
      #expect(run.rows.filter { $0["counts"] != nil }.count == 190)
    }
  }
}
