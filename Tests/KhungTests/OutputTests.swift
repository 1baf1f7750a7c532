import Foundation
import Source
import TestSupport
import Testing

/// What leaves the program: the same bytes everywhere, whole or not at all.
@Suite struct OutputTests {
  /// Runs a line of bash in a folder of its own; `$khung` is the program, `$examples` the example plans.
  private func bash(
    _ line: String, environment: [String: String] = [:]
  ) throws -> (Launch.Run, folder: URL) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "khung-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return (try Shell.run(line, in: folder, environment: environment), folder)
  }

  private static let formats =
    "text,json,xml,html,markdown,csv,sarif,junit,svrl,oscal-assessment-results,oscal-poam,docx,xlsx"

  @Test func `two runs, two locales and two time zones give the same bytes in every format`() throws {
    let line = """
      cp $examples/binh-lam-draft.xml $examples/bac-giang.xml .
      $khung check binh-lam-draft.xml bac-giang.xml --as-of 2026-11-23 --format \(Self.formats) --output out
      $khung check binh-lam-draft.xml --as-of 2026-11-23 --format json --output new.json
      for format in text html json; do $khung diff out/report.json new.json --format $format; done > out/difference
      $khung export oscal --output out/catalog.json
      cd out && sha256sum *
      """
    let environments = [
      [:], [:], ["LC_ALL": "vi_VN.UTF-8", "TZ": "Asia/Ho_Chi_Minh"],
      ["LANG": "C", "TZ": "America/Los_Angeles"],
    ]
    let digests = try environments.map { try bash(line, environment: $0).0.text }
    #expect(digests[0].split(separator: "\n").count == 15, "\(digests[0])")
    #expect(Set(digests).count == 1)
  }

  @Test(arguments: ["text", "json", "html"])
  func `a full disk is told and the old report stays`(format: String) throws {
    // A limit on the size of files stands for a full disk; /dev/full is one.
    let (run, folder) = try bash(
      """
      echo old > report; ulimit -f 4
      env --default-signal=XFSZ $khung check $examples/binh-lam-draft.xml --format \(format) --output report --lang en
      """)
    #expect(run.status == 70 && run.text.isEmpty)
    #expect(run.complaint.contains("cannot write report"), "\(run.complaint)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["report"], "no half file")
    #expect(try String(contentsOf: folder.appending(path: "report"), encoding: .utf8) == "old\n")
    for line in ["--output /dev/full", "> /dev/full"] {
      let full = try bash("$khung check $examples/binh-lam-draft.xml --format \(format) \(line)").0
      #expect(full.status == 70 && full.complaint.contains("ổ đĩa đã đầy"), "\(full.complaint)")
    }
  }

  @Test func `a closed pipe is an error in one line`() throws {
    let line =
      "$khung check $examples/binh-lam-draft.xml --format json | head -c 10 > start; exit ${PIPESTATUS[0]}"
    let run = try bash(line).0
    #expect(run.status == 70)
    #expect(run.complaint.contains("đã đóng đường ống") && run.complaint.split(separator: "\n").count == 1)
  }

  @Test func `a folder that cannot be written is told`() throws {
    let (run, folder) = try bash(
      "echo x > file; $khung check $examples/hue.xml --format json,html --output file/out; echo $?; ls")
    #expect(run.text == "70\nfile\n")
    #expect(run.complaint.contains("file/out"))
    #expect(FileManager.default.fileExists(atPath: folder.path))
  }

  @Test func `diff exits 0 where nothing got worse, 1 where something did, 3 where a plan is missing`() throws
  {
    let (run, _) = try bash(
      """
      for plan in binh-lam-draft binh-lam-complete hue; do
        $khung check $examples/$plan.xml --as-of 2026-11-23 --format json --output $plan.json
      done
      mkdir old new empty
      cp hue.json binh-lam-draft.json old; cp hue.json new/renamed.json; echo '{"catalog": {}}' > new/catalog.json
      say() { "$@" > said; echo $?; }
      say $khung diff binh-lam-draft.json binh-lam-complete.json
      say $khung diff binh-lam-complete.json binh-lam-draft.json
      say $khung diff old new
      cp binh-lam-draft.json new; say $khung diff old new
      say $khung diff old empty; say $khung diff old nowhere.json; say $khung diff old
      echo '{"format": "urn:khung:gap-report:1"' > new/cut.json; say $khung diff old new
      say $khung diff old new --format pdf
      """)
    #expect(
      run.text.split(separator: "\n") == ["0", "1", "3", "0", "2", "2", "64", "2", "64"],
      "\(run.text)\(run.complaint)")
    #expect(run.complaint.contains("cut.json"))
  }

  @Test func `a baseline fails only what is new, on check and on rejudge`() throws {
    let (run, _) = try bash(
      """
      sed 's/L2-NET">Lớp mạng kết nối</L5-APP">Lớp ứng dụng thông minh</' $examples/binh-lam-draft.xml > plan.xml
      $khung check $examples/binh-lam-draft.xml --as-of 2026-11-23 --format json --output old.json
      $khung check plan.xml --as-of 2026-11-23 --format json --output new.json
      say() { "$@" > said; echo $?; }
      say $khung check $examples/binh-lam-draft.xml --as-of 2026-11-23 --baseline old.json
      say $khung check $examples/binh-lam-draft.xml --as-of 2026-11-23 --baseline old.json --fail-on any
      say $khung check plan.xml --as-of 2026-11-23 --baseline old.json
      say $khung check plan.xml --as-of 2026-11-23 --baseline old.json --fail-on any
      say $khung rejudge new.json --baseline old.json --fail-on any
      say $khung rejudge new.json --baseline new.json --fail-on any
      say $khung check $examples/pleiku.xml --as-of 2026-11-23 --baseline old.json --fail-on any
      say $khung check plan.xml --baseline none.json
      """)
    #expect(run.text.split(separator: "\n") == ["0", "0", "0", "1", "1", "0", "1", "2"], "\(run.text)")
    #expect(run.complaint.contains("old.json không có báo cáo về đề án này"))
  }

  @Test func `a rule that fails at one place more is new, for diff and for a baseline`() throws {
    let (run, _) = try bash(
      """
      cat > rules.sch <<END
      <schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt">
        <ns prefix="p" uri="urn:khung:master-plan:1"/>
        <pattern><rule context="p:statement">
          <assert test="not(contains(., 'LỖI'))" role="error">sai</assert>
        </rule></pattern>
      </schema>
      END
      cp $examples/binh-lam-complete.xml none.xml
      sed '0,/<statement>/s//<statement>LỖI /' none.xml > one.xml; sed 's/<statement>/<statement>LỖI /' none.xml > more.xml
      say() { "$@" > said; echo $?; }
      for plan in none one more; do
        say $khung check $plan.xml --rules rules.sch --as-of 2026-11-23 --format json --output $plan.json
      done
      say $khung check one.xml --rules rules.sch --as-of 2026-11-23 --baseline one.json
      say $khung check more.xml --rules rules.sch --as-of 2026-11-23 --baseline one.json
      say $khung diff none.json one.json; say $khung diff one.json more.json
      say $khung diff more.json one.json; say $khung diff one.json one.json
      """)
    #expect(
      run.text.split(separator: "\n") == ["0", "1", "1", "0", "1", "1", "1", "0", "0"],
      "\(run.text)\(run.complaint)")
  }

  @Test func `a lone surrogate in a plan is refused`() throws {
    let (run, _) = try bash(
      """
      printf '<master-plan>\\xED\\xA0\\x80</master-plan>' > raw.xml; echo '<master-plan>&#xD800;</master-plan>' > named.xml
      for plan in raw named; do $khung check $plan.xml; echo $?; done
      """)
    #expect(run.text == "2\n2\n")
  }
}
