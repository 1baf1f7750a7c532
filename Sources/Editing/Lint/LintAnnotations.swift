import Linting
import Phrasing
import Source

/// Findings as workflow commands of GitHub Actions, which shows them at their lines.
struct LintAnnotations {
  private let language: Language

  init(_ language: Language) {
    self.language = language
  }

  func text(_ result: LintResult) -> String {
    result.findings.map { finding in
      let command: String =
        switch finding.severity {
        case .error: "error"
        case .warning: "warning"
        case .note: "notice"
        }
      let name = Rules.named(finding.rule)?.card.name ?? ""
      let properties = [
        "file=\(Self.property(finding.source))", "line=\(finding.position.line)",
        "col=\(finding.position.column)", "title=\(Self.property("\(finding.rule) \(name)"))",
      ]
      return "::\(command) \(properties.joined(separator: ","))::\(Self.data(language.words(finding)))\n"
    }.joined()
  }

  private static func data(_ text: String) -> String {
    SafeText.harmlessLines(text).escapingSigns { byte in
      switch byte {
      case UInt8(ascii: "%"): "%25"
      case UInt8(ascii: "\r"): "%0D"
      case UInt8(ascii: "\n"): "%0A"
      default: nil
      }
    }
  }

  private static func property(_ text: String) -> String {
    data(text).escapingSign(":", as: "%3A").escapingSign(",", as: "%2C")
  }
}
