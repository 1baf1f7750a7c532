import KhungLibrary

// The program that the documentation shows. This file imports the library alone, as a stranger would; what a program
// has of its own stands around the lines.

private enum CommandLine {
  static let arguments = ["check", examplePlan]
}

/// What the lines print, and the page that they make.
func tenLines() throws -> (printed: [String], page: String) {
  var printed: [String] = []
  func print(_ items: Any...) {
    printed.append(items.map { "\($0)" }.joined(separator: " "))
  }
  // The lines of CheckAPlan.md:
  let rules = try RuleBook(today: .today())
  let report = try Judge(rules).report(onFile: CommandLine.arguments[1])
  print(report.conformity.rawValue, "–", report.conformityReason(in: .english))
  for finding in report.gaps {
    print(finding.criterion, finding.verdict.rawValue, finding.title(in: .vietnamese))
    for place in finding.places where place.shows { print("  line \(place.line): \(place.excerpt)") }
  }
  let page = try Renderer(rules, language: .vietnamese).render([report], as: .html)
  // End.
  return (printed, page)
}
