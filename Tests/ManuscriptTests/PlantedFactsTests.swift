import Foundation
import Languages
import Manuscript
import ManuscriptReading
import Sheets
import Source
import TestSupport
import Testing

/// Documents that a neighbour of the repository makes from a seed: facts planted in one Word file, the same in the
/// strict form, and files made to do harm. They are made anew in each run, and nothing of them is kept.
@Suite struct PlantedFactsTests {
  /// The tool that makes the documents; nil where it is not there.
  private static let tool = Repository.judges()?.deletingLastPathComponent().appending(
    path: "tools/docx_peers.py")
  private static let hasTool = tool.map { FileManager.default.fileExists(atPath: $0.path) } ?? false

  private static let folder = Result {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "khung-peers-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let run = try Launch.run(["python3", tool?.path ?? "", "make", folder.path])
    #expect(run.status == 0, "\(run.complaint)")
    return folder
  }

  private static func read(_ name: String) throws -> Manuscript {
    let bytes = try Data(contentsOf: folder.get().appending(path: name))
    return try ManuscriptReader().read(Array(bytes), named: name)
  }

  /// Each fact and the words that stand for it in what people are shown.
  private static let facts: [(fact: String, words: String)] = [
    ("heading by style", "FACTHEADING"), ("heading by outline level", "FACTOUTLINE"),
    ("heading by own style", "FACTOWNSTYLE"),
    ("word split over runs", "FACTSPLITRUN"), ("block content control", "FACTBLOCKSDT"),
    ("inline content control", "FACTINLINESDT"), ("row content control", "FACTROWSDT"),
    ("cell content control", "FACTCELLSDT"),
    ("table cell", "FACTCELL"), ("nested table", "FACTNESTED"), ("footnote", "FACTFOOTNOTE"),
    ("endnote", "FACTENDNOTE"),
    ("comment", "FACTCOMMENT"), ("inserted text", "FACTINSERTED"), ("moved-to text", "FACTMOVEDTO"),
    ("text box", "FACTTEXTBOX"), ("header", "FACTHEADER"), ("hyperlink", "FACTLINK"),
    ("field result", "FACTFIELD"),
    ("smart tag", "FACTSMARTTAG"), ("custom XML wrapper", "FACTCUSTOMWRAP"), ("embedded chunk", "FACTCHUNK"),
    ("automatic number", "Điều 1."), ("tab", "FACTTAB\tFACTAFTERTAB"),
    ("no-break hyphen", "FACT\u{2011}HYPHEN"),
    ("decomposed Vietnamese", "FACTNFD đô thị"), ("TCVN3 read as Unicode", "FACTTCVN3 đô thị"),
    ("checkbox", "☒"),
    ("bound value", "FACTBOUNDVALUE"),
  ]

  @Test(
    .enabled(if: hasTool, "../shared/tools/docx_peers.py is not there"),
    arguments: ["probe.docx", "strict.docx"])
  func `all of the planted facts are read, and nothing that no page shows`(_ name: String) throws {
    let manuscript = try Self.read(name)
    // What was not read is named behind the text, and is none of it.
    var said = manuscript
    said.losses = []
    let text = ManuscriptText(.vietnamese).text(said).precomposedStringWithCanonicalMapping
    let kept = Self.facts.filter { text.contains($0.words) }
    #expect(
      kept.count == 29,
      "lost: \(Self.facts.map(\.fact).filter { fact in !kept.contains { $0.fact == fact } })")
    for phantom in ["FACTDELETED", "FACTMOVEDFROM", "FACTHIDDEN", "FACTCODE", "FACTSTALE"] {
      #expect(!text.contains(phantom), "\(phantom)")
    }
    #expect(text.components(separatedBy: "FACTTEXTBOX").count == 2)
    print("planted facts, \(name): \(kept.count) of \(Self.facts.count)")
  }

  @Test(.enabled(if: hasTool, "../shared/tools/docx_peers.py is not there"))
  func `the strict form says the same as the transitional one`() throws {
    let (transitional, strict) = (try Self.read("probe.docx"), try Self.read("strict.docx"))
    #expect(transitional.blocks == strict.blocks && transitional.margins == strict.margins)
    #expect(transitional.comments == strict.comments && transitional.losses == strict.losses)
  }

  @Test(.enabled(if: hasTool, "../shared/tools/docx_peers.py is not there"))
  func `every hostile file is read or refused as it deserves`() throws {
    let refused: Set = [
      "02-bomb-spaces", "03-bomb-text", "05-billion-laughs", "06-xxe-file", "07-xxe-network",
      "08-doctype-network",
      "13-deep-tables", "14-deep-controls", "15-many-entries", "16-million-runs", "18-cut",
      "19-two-documents",
      "20-bad-stream", "24-encrypted", "25-html-renamed", "28-empty",
    ]
    let folder = try Self.folder.get().appending(path: "hostile")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
      $0.hasSuffix(".docx")
    }.sorted()
    #expect(names.count == 28)
    var right = 0
    for name in names {
      let bytes = Array(try Data(contentsOf: folder.appending(path: name)))
      let began = ContinuousClock.now
      var said = ""
      do throws(Refusal) {
        var manuscript = try ManuscriptReader().read(bytes, named: name)
        #expect(manuscript.losses.count < 20, "\(name)")
        manuscript.losses = []
        said = ManuscriptText(.english).text(manuscript)
      } catch {
        said = Language.english.message(error)
        #expect(said.contains(";") || said.contains("."), "\(name): what to do")
      }
      let isRefused = !said.contains("SAFE")
      #expect(isRefused == refused.contains(String(name.dropLast(5))), "\(name): \(said.prefix(200))")
      #expect(!said.contains("SECRETFILE") && !said.contains("SECONDCOPY"), "\(name)")
      right += isRefused == refused.contains(String(name.dropLast(5))) ? 1 : 0
      let seconds = began.duration(to: .now)
      // Unoptimised code on a machine that does other things: the bench holds the true bound.
      #expect(seconds < .seconds(30), "\(name): \(seconds)")
    }
    #expect(!FileManager.default.fileExists(atPath: "/tmp/khung-slip.txt"))
    print("hostile files: \(right) of \(names.count)")
  }
}
