import Source
import Testing
import XPath

@Suite("Numbers as XPath 1.0 has them, and the bounds of texts")
struct NumberTests {
  private func value(_ expression: String, on document: String = "<a/>") throws -> String {
    let escaped = XMLText.escaped(expression, attribute: true)
    let schema =
      "<pattern><rule context='/'><report test='true()'><value-of select=\"\(escaped)\"/></report></rule></pattern>"
    return try SmallSchema.run(schema, on: document).findings[0].message.plain
  }

  @Test(
    "XPath 4.2 a number as a string is digits, without an exponent",
    arguments: [
      ("750000000000 + 500000000000", "1250000000000"), ("2147483647", "2147483647"),
      ("2147483648 * 1000000", "2147483648000000"), ("-9007199254740993", "-9007199254740992"),
      ("0.0000001", "0.0000001"), ("1 div 1000000", "0.000001"), ("-0.5", "-0.5"),
      ("1 div 3", "0.3333333333333333"),
      ("0 div 0", "NaN"), ("1 div 0", "Infinity"), ("-1 div 0", "-Infinity"), ("-0", "0"), ("100", "100"),
      ("1000000000000000000000000", "1000000000000000000000000"), ("0.1 + 0.2", "0.30000000000000004"),
      ("concat(1250000000000, '')", "1250000000000"), ("string(1250000000000)", "1250000000000"),
      ("substring(1250000000000, 1, 4)", "1250"), ("string-length(1250000000000)", "13"),
      ("translate(1250000000000, '0', '')", "125"), ("normalize-space(1250000000000)", "1250000000000"),
      ("starts-with(1250000000000, '12500')", "true"), ("sum(//n) + 1", "2500000000001"),
      ("round(2.5)", "3"), ("round(-2.5)", "-2"), ("round(0.49999999999999994)", "0"), ("floor('1.5')", "1"),
    ])
  func text(_ expression: String, _ expected: String) throws {
    let document = "<a><n>1250000000000</n><n> 1250000000000 </n></a>"
    #expect(try value(expression, on: document) == expected)
  }

  @Test(
    "XPath 4.4 a string is a number when it is digits with a point and a minus; all others are none",
    arguments: [
      ("' 12 '", "12"), ("'-.5'", "-0.5"), ("'5.'", "5"), ("'007'", "7"), ("'1e3'", "NaN"), ("'1E3'", "NaN"),
      ("'+1'", "NaN"), ("''", "NaN"), ("'-'", "NaN"), ("'.'", "NaN"), ("'0x10'", "NaN"),
      ("'Infinity'", "NaN"),
      ("'1 2'", "NaN"), ("'1,5'", "NaN"), ("'- 1'", "NaN"), ("'\u{A0}1'", "NaN"), ("true()", "1"),
    ])
  func number(_ expression: String, _ expected: String) throws {
    #expect(try value("number(\(expression))") == expected)
    #expect(try value("\(expression) + 0") == expected)
    #expect(try value("-(-\(expression))") == expected)
  }

  @Test(
    "XPath 3.4 comparisons read numbers so too",
    arguments: [
      "not(//e = 1000)", "not(//e < 2000)", "not(//e > 1)", "//e = '1e3'", "not('1e3' = 1000)", "'1' = 1",
      "not(//e != //e)", "sum(//e) != sum(//e)", "//n = 1250000000000", "//n > 1249999999999",
      "string(//n) = '1250000000000'", "not(1000 >= '1e3')", "'a' != 1", "//n = true()", "//none = false()",
      "(//n < true()) = false()", "not(//none < 1)", "count(//n[. > 5]) = 1",
      "boolean(//n[number(.) = 1250000000000])",
    ])
  func comparison(_ expression: String) throws {
    #expect(try value(expression, on: "<a><e>1e3</e><n>1250000000000</n></a>") == "true", "\(expression)")
  }

  @Test("variables are converted by what they hold")
  func variables() throws {
    let schema = """
      <let name="n" value="1250000000000"/><let name="e" value="'1e3'"/><let name="s" value="//x"/>
      <pattern><rule context="/"><report test="$e = 1000">e</report><report test="concat($n, $s) = '1250000000000first'">n</report>
      <report test="$n = '1250000000000'">t</report><report test="$e * 1 = $e * 1">x</report></rule></pattern>
      """
    #expect(try SmallSchema.messages(schema, on: "<a><x>first</x><x>second</x></a>") == ["n", "t"])
  }

  @Test(
    "XSLT 12.3 format-number()",
    arguments: [
      ("1234567.891, '#,##0.00'", "1,234,567.89"), ("0.5, '#.##'", "0.5"), ("0.5, '.##'", ".5"),
      ("0, '#'", "0"),
      ("-5, '000'", "-005"), ("-5, '0;(0)'", "(5)"), ("0.25, '0%'", "25%"), ("12, '#,##0 đồng'", "12 đồng"),
      ("2.5, '0'", "2"), ("3.5, '0'", "4"), ("0 div 0, '0'", "NaN"), ("1 div 0, '0'", "Infinity"),
      ("-0.001, '0.0'", "0.0"), ("999.99, '0.0'", "1000.0"), ("1250000000000, '#,###'", "1,250,000,000,000"),
      ("'7', '00'", "07"), ("1, \"'#'0\"", "#1"),
    ])
  func formats(_ arguments: String, _ expected: String) throws {
    #expect(try value("format-number(\(arguments))") == expected)
  }

  @Test("XSLT 12.3 a picture without sense, and a format that no schema can declare, are refused")
  func badFormats() {
    for picture in ["", "0#", "#.#0", "0.0.0", "abc", "0;0;0", "'0"] {
      #expect(
        SmallSchema.fault("format-number(1, \"\(picture)\")") == .badPicture(picture), "\(picture)")
    }
    #expect(
      SmallSchema.fault("format-number(1, '0', 'x')")
        == .wrongArgumentCount(function: "format-number", least: 2, most: 2, given: 3))
  }

  @Test(
    "XSLT 12.4 and 15 functions that the binding leaves out are named as such",
    arguments: [
      "element-available('a')", "function-available('a')", "system-property('a')", "unparsed-entity-uri('a')",
    ])
  func outside(_ call: String) {
    let name = String(call.prefix { $0 != "(" })
    #expect(SmallSchema.fault(call) == .outsideBinding(name))
  }

  @Test("texts that multiply are refused at their bound, in whatever way they are joined")
  func multiplication() {
    var limits = Limits()
    limits.expression.text = 100_000
    limits.expression.held = 1_000_000
    func growing(_ join: String, levels: Int) -> String {
      "<let name='a0' value=\"'\(String(repeating: "x", count: 40))'\"/>"
        + (1...levels).map { "<let name='a\($0)' value=\"\(join.replacing("$", with: "$a\($0 - 1)"))\"/>" }
        .joined()
        + "<pattern><rule context='/'><assert test='string-length($a\(levels)) &lt; 1000'/></rule></pattern>"
    }
    let ten = "concat(" + Array(repeating: "$", count: 10).joined(separator: ",") + ")"
    let many = "concat(" + Array(repeating: "$", count: 1900).joined(separator: ",") + ")"
    for schema in [growing(ten, levels: 8), growing(many, levels: 2), growing("concat($, $)", levels: 40)] {
      #expect(
        SmallSchema.refusal(schema, limits: limits)?.isCaused(by: XPathFault.Kind.textLimit(bytes: 100_000))
          == true)
    }
    let held = (0..<40).map { "<let name='v\($0)' value=\"concat($big, '')\"/>" }.joined()
    let schema = """
      <let name="big" value="//t"/><pattern>\(held)<rule context="/"><assert test="true()"/></rule></pattern>
      """
    let document = "<a><t>" + String(repeating: "y", count: 90_000) + "</t></a>"
    #expect(
      SmallSchema.refusal(schema, on: document, limits: limits)?.isCaused(
        by: XPathFault.Kind.textLimit(bytes: 1_000_000)) == true)
  }

  @Test("steps have a bound that is the same on every machine")
  func steps() {
    var limits = Limits()
    limits.expression.steps = 10_000
    let document = "<a>" + String(repeating: "<b/>", count: 2_000) + "</a>"
    #expect(
      SmallSchema.fault("//b[count(//b) = 0]", on: document, limits: limits) == .stepLimit(steps: 10_000))
  }

  @Test("many texts joined give the same text as one after the other")
  func longJoin() throws {
    let list = (1...50).map { "'\($0);'" }.joined(separator: ", ")
    #expect(try value("concat(\(list))") == (1...50).map { "\($0);" }.joined())
  }
}
