import XPath

/// Tests that come out the same in every plan.
struct ConstantTest: FileRule {
  let card = RuleCard(
    "K062", "constant-test", .error, .requirements,
    vi: "Phép thử luôn đúng hoặc luôn sai với mọi đề án hợp lệ: không nhìn vào đề án, so số lượng với một "
      + "số nó không bao giờ dưới, so một giá trị với chính nó, hoặc đòi thuộc tính mà lược đồ đã bắt buộc. Tiêu chí như vậy không kiểm "
      + "tra gì.",
    en: "The test holds, or fails, in every valid plan: it looks at nothing of the plan, compares a count "
      + "with what it is never below or a value with itself, or asks for what the schema requires anyway. Such a criterion tests "
      + "nothing.",
    accepts: .criterion(requirement: RuleExample.schematron(test: "@coordinate-system")),
    rejects: .criterion(
      requirement: RuleExample.schematron(context: "p:data", test: "‸@coverage")))

  func check(_ contents: FileContents, _ report: inout RuleReport) {
    for expression in contents.expressions {
      if case .success(let syntax) = expression.parsed { checkValues(syntax, expression, contents, &report) }
    }
    for expression in contents.expressions where expression.attribute == "test" {
      guard case .success(let syntax) = expression.parsed,
        let why = constancy(of: syntax, expression, contents)
      else { continue }
      report.add(
        expression.place(at: 0), vi: "phép thử “\(syntax.text)” \(why.vi)",
        en: "the test “\(syntax.text)” \(why.en)")
    }
  }

  /// An attribute compared with a value that its list does not have.
  private func checkValues(
    _ syntax: XPathSyntax, _ expression: EmbeddedExpression, _ contents: FileContents,
    _ report: inout RuleReport
  ) {
    guard !syntax.comparisons.isEmpty, let context = expression.context(in: contents.grammar) else { return }
    let analysis = PathAnalysis(
      syntax, context: context, grammar: contents.grammar, namespaces: expression.namespaces)
    for comparison in syntax.comparisons {
      guard let reached = analysis.reached[comparison.step], !reached.isEmpty else { continue }
      let lists = reached.map { contents.grammar.values(of: $0, contents.vocabulary) }
      guard !lists.contains(nil) else { continue }
      let known = lists.reduce(into: Set<String>()) { $0.formUnion($1 ?? []) }
      guard !known.contains(comparison.literal) else { continue }
      let near = Suggestion.nearest(to: comparison.literal, among: known)
      report.add(
        expression.place(at: comparison.offset),
        vi:
          "không đề án nào có giá trị “\(comparison.literal)” ở đây\(near.map { "; có phải là \($0)?" } ?? "")",
        en: "no plan has the value “\(comparison.literal)” here\(near.map { "; did you mean \($0)?" } ?? "")")
    }
  }

  private func constancy(
    of syntax: XPathSyntax, _ expression: EmbeddedExpression, _ contents: FileContents
  ) -> (vi: String, en: String)? {
    let contextual: Set<String> = ["position", "last", "current", "document", "key", "id"]
    if syntax.steps.isEmpty, syntax.variables.isEmpty,
      !syntax.functions.contains(where: { contextual.contains($0.name) || isOfContext($0, syntax) })
    {
      return ("không nhìn vào đề án", "looks at nothing of the plan")
    }
    if comparesCountWithNothing(syntax.text) {
      return ("luôn đúng: số lượng không bao giờ âm", "always holds: a count is never negative")
    }
    if comparesWithItself(syntax.text) {
      return ("so một giá trị với chính nó", "compares a value with itself")
    }
    let inner = try? XPathSyntax(
      expression: Self.unwrapped(syntax.text), namespaces: expression.namespaces)
    if let inner, isAlwaysThere(inner, expression, contents) {
      return (
        "cho một kết quả duy nhất: master-plan.xsd bắt buộc phải có",
        "always comes out the same: master-plan.xsd requires it"
      )
    }
    return nil
  }

  /// Functions that take the context node where no argument is written.
  private func isOfContext(_ function: XPathSyntax.Reference, _ syntax: XPathSyntax) -> Bool {
    let scalars = Array(syntax.text.unicodeScalars)[function.offset...]
    let call = String(String.UnicodeScalarView(scalars)).filter { !$0.isWhitespace }
    return call.hasPrefix(function.name + "()") && !["true", "false"].contains(function.name)
  }

  /// A count or a length, as a whole, beside what it is never below.
  private func comparesCountWithNothing(_ text: String) -> Bool {
    let bare = text.filter { !$0.isWhitespace }
    guard ["count(", "string-length("].contains(where: bare.hasPrefix),
      let close = Self.closingParenthesis(of: bare)
    else { return false }
    return [">=0", "<0", ">-1"].contains(String(bare[bare.index(after: close)...]))
  }

  /// The parenthesis that closes the first one that opens; brackets inside literals are none.
  /// Whether both sides are the same text and cannot be nothing: `. = .`, `count(p:a) > count(p:a)`. A path
  /// compared with itself asks whether it is there, and `number()` whether it is a number.
  private func comparesWithItself(_ text: String) -> Bool {
    for sign in ["!=", "<=", ">=", "=", "<", ">"] {
      guard let range = text.firstRange(of: sign) else { continue }
      let left = text[..<range.lowerBound].filter { !$0.isWhitespace }
      guard left == text[range.upperBound...].filter({ !$0.isWhitespace }) else { continue }
      if left == "." { return sign == "=" || sign == "!=" }
      let names = ["count", "string-length", "string", "normalize-space", "name", "local-name"]
      return names.contains { left.hasPrefix($0 + "(") }
        && Self.closingParenthesis(of: left).map { left.index(after: $0) == left.endIndex } ?? false
        && (left.hasPrefix("count(") || left.hasPrefix("string-length(") || sign == "=" || sign == "!=")
    }
    return false
  }

  private static func closingParenthesis(of text: String) -> String.Index? {
    var depth = 0
    var quote: Character?
    for index in text.indices {
      let character = text[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "(" {
        depth += 1
      } else if character == ")" {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return nil
  }

  /// What `not(…)` and `boolean(…)` ask about; the expression itself where it is neither.
  private static func unwrapped(_ text: String) -> String {
    let bare = text.drop { $0.isWhitespace }
    for name in ["not", "boolean"] where bare.hasPrefix(name) {
      let rest = String(bare.dropFirst(name.count)).filter { $0 != "\n" }.drop { $0 == " " }
      guard rest.first == "(", let close = closingParenthesis(of: String(rest)) else { continue }
      let inner = String(rest)[..<close].dropFirst()
      if String(rest)[close...].dropFirst().allSatisfy(\.isWhitespace) { return unwrapped(String(inner)) }
    }
    return text
  }

  /// One plain path of which the schema requires every step.
  private func isAlwaysThere(
    _ syntax: XPathSyntax, _ expression: EmbeddedExpression, _ contents: FileContents
  ) -> Bool {
    guard syntax.type == .nodes, syntax.functions.isEmpty, !syntax.steps.isEmpty,
      !syntax.text.contains("["), !syntax.text.contains("|"),
      let context = expression.context(in: contents.grammar), !context.isEmpty
    else { return false }
    let analysis = PathAnalysis(
      syntax, context: context, grammar: contents.grammar, namespaces: expression.namespaces)
    var start = syntax.steps[0].from == .root ? [.root] : context
    for (index, step) in syntax.steps.enumerated() {
      guard step.axis == "child" || step.axis == "attribute" else { return false }
      let name = step.test.split(separator: ":").last.map(String.init) ?? ""
      let isAttribute = step.axis == "attribute"
      guard start.allSatisfy({ contents.grammar.requires(name, isAttribute: isAttribute, at: $0) }),
        let next = analysis.reached[index], !next.isEmpty
      else { return false }
      start = next
    }
    return true
  }
}
