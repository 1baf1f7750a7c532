/// Entries in a folder that is meant for others.
struct WrongFolder: FileRule {
  let card = RuleCard(
    "K083", "wrong-folder", .warning, .form,
    vi: "Thư mục instruments chỉ chứa văn bản, standards chỉ chứa tiêu chuẩn, criteria chỉ chứa tiêu chí, "
      + "examples chỉ chứa ví dụ. Ví dụ ở thư mục khác không được đọc, tiêu chí trong examples không được áp "
      + "dụng.",
    en: "The folder instruments holds instruments only, standards standards, criteria criteria, examples "
      + "examples. Examples elsewhere are not read, and criteria in examples judge nothing.",
    accepts: """
      <standards>
        <standard id="TCVN-00002-2024" kind="TCVN" number="TCVN 00002:2024" year="2024">
          <title lang="vi">Đèn đường</title>
          <title lang="en">Street lamps</title>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </standard>
      </standards>
      """,
    rejects: RuleExample(
      """
      ‸<standards>
        <standard id="TCVN-00002-2024" kind="TCVN" number="TCVN 00002:2024" year="2024">
          <title lang="vi">Đèn đường</title>
          <title lang="en">Street lamps</title>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </standard>
      </standards>
      """, file: "instruments/example.xml"))

  private static let folders: Set<String> = ["instruments", "standards", "criteria", "examples"]

  func check(_ contents: FileContents, _ report: inout RuleReport) {
    let file = contents.file
    let path = file.name.split(separator: "/")
    let folder = path.count > 1 ? path.first.map(String.init) : nil
    for part in file.root?.children.map({ $0 }) ?? [] {
      let isMisplaced =
        folder.map { Self.folders.contains($0) && part.name != $0 } ?? false
        || part.name == "examples" && folder != "examples"
      if isMisplaced {
        report.add(
          .element(part), vi: "<\(part.name)> không thuộc thư mục \(folder ?? ".")",
          en: "<\(part.name)> does not belong in the folder \(folder ?? ".")")
      }
    }
  }
}
