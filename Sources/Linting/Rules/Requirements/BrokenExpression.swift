import Schematron
import Source

/// XPath that is wrong in itself.
struct BrokenExpression: FileRule {
  let card = RuleCard(
    "K061", "broken-expression", .error, .requirements,
    vi: "Biểu thức XPath sai cú pháp hoặc sai kiểu (hàm không có, thiếu đối số, phép toán tập nút trên thứ "
      + "không phải tập nút), hoặc lược đồ Schematron không hợp lệ. Danh mục có lỗi này không chạy được.",
    en: "An expression of XPath with an error of syntax or type (an unknown function, a missing argument, a "
      + "node-set asked of what is none), or a Schematron schema that is not valid. Such a catalogue does not "
      + "run.",
    accepts: .criterion(
      requirement: RuleExample.schematron(test: "string-length(@coordinate-system) &gt; 2")),
    rejects: .criterion(
      requirement: RuleExample.schematron(test: "‸string-lenght(@coordinate-system) &gt; 2")))

  func check(_ contents: FileContents, _ report: inout RuleReport) {
    var broken: Set<String> = []
    for expression in contents.expressions {
      guard case .failure(let fault) = expression.parsed else { continue }
      broken.insert(expression.criterion)
      report.add(
        expression.place(at: fault.offset ?? 0), fault.kind)
    }
    for (entry, criterion) in contents.criteria where !broken.contains(criterion.id) {
      for element in entry.facets(named: "schematron") {
        guard let schema = element.children.first(where: { _ in true }) else { continue }
        do throws(Refusal) {
          _ = try SchematronSchema(
            SourceText(name: criterion.id, stored: Array(schema.serialized().utf8)), path: nil)
        } catch {
          report.add(.element(schema), error.cause)
        }
      }
    }
  }
}
