import Catalogue
import Source

/// A small catalogue that shows a rule. `‸` marks where the finding must stand.
package struct RuleExample: Sendable, ExpressibleByStringLiteral {
  /// What is shown: sections of a catalogue file, without the root element around them.
  package let text: String
  /// The name of the file within its catalogue.
  package let file: String
  private let isWholeFile: Bool
  /// The list of ids of the catalogue, where the rule compares with one.
  package let stability: String?

  package init(stringLiteral text: String) {
    self.init(text)
  }

  /// - Parameters:
  ///   - file: where it stands; else in the folder of its first section.
  ///   - whole: the text is a whole file.
  init(_ text: String, file: String? = nil, whole: Bool = false, stability: String? = nil) {
    self.text = text
    self.file = file ?? Self.folder(of: text)
    self.stability = stability
    isWholeFile = whole
  }

  private static func folder(of text: String) -> String {
    let section = text.split(separator: "<").first.map { $0.prefix { $0.isLetter } } ?? ""
    switch section {
    case "instruments", "standards", "criteria", "examples", "wordings": return "\(section)/example.xml"
    default: return "example.xml"
    }
  }

  /// The files of the catalogue around the example, and the offset of the mark.
  package func files() throws(Refusal) -> (files: [Catalogue.File], mark: Int?) {
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<catalogue xmlns=\"\(Catalogue.namespace)\">\n"
    let body = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "  " + $0 }.joined(separator: "\n")
    let marked = Array((isWholeFile ? text : head + body + "\n</catalogue>\n").utf8)
    let sign = Array("‸".utf8)
    let mark = marked.indices.first { marked[$0...].starts(with: sign) }
    var bytes = marked
    if let mark { bytes.removeSubrange(mark..<mark + sign.count) }
    return (
      [
        Catalogue.File(
          name: "base.xml", text: try SourceText(name: "base.xml", stored: Array(Self.base.utf8))),
        Catalogue.File(name: file, text: try SourceText(name: file, stored: bytes)),
      ], mark
    )
  }

  /// What every example may refer to. Invented: no such texts exist.
  private static let base = """
    <?xml version="1.0" encoding="UTF-8"?>
    <catalogue xmlns="urn:khung:catalogue:1">
      <edition number="2026.11" date="2026-11-23">
        <title lang="vi">Danh mục ví dụ</title>
        <title lang="en">Catalogue of examples</title>
      </edition>
      <instruments>
        <instrument id="L-01-2025-QH15" kind="law" number="01/2025/QH15" year="2025" issued="2025-01-02" effective-from="2025-07-01" binding="binding">
          <title lang="vi">Luật ví dụ</title>
          <title lang="en">Law of the examples</title>
          <provision id="L-01-2025-QH15.D5" article="5">
            <subject lang="vi">Đề án nêu dữ liệu</subject>
            <subject lang="en">The plan states its data</subject>
            <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/1" read="2026-11-23"/>
          </provision>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/1" read="2026-11-23"/>
        </instrument>
      </instruments>
      <standards>
        <standard id="TCVN-00001-2024" kind="TCVN" number="TCVN 00001:2024" year="2024">
          <title lang="vi">Tiêu chuẩn ví dụ</title>
          <title lang="en">Standard of the examples</title>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/2" read="2026-11-23"/>
        </standard>
      </standards>
      <frameworks>
        <framework id="F-1">
          <title lang="vi">Khung ví dụ</title>
          <title lang="en">Framework of the examples</title>
          <layer id="LAYER-1" kind="horizontal" order="1">
            <name lang="vi">Lớp một</name>
            <name lang="en">Layer one</name>
            <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/3" read="2026-11-23"/>
          </layer>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/3" read="2026-11-23"/>
        </framework>
      </frameworks>
    </catalogue>

    """
}
