import Schematron
import Testing

@Suite("Severity: role, flag and severity (ISO/IEC 19757-3, 5.4.2, 5.4.11 and 5.5)")
struct SeverityTests {
  private func weight(
    assertion: String = "", rule: String = "", pattern: String = "", phase: String = ""
  ) throws -> [Weight] {
    let schema = """
      <phase id="f" \(phase)><active pattern="p"/></phase>
      <pattern id="p" \(pattern)><rule context="a" \(rule)><assert test="false()" \(assertion)/></rule></pattern>
      """
    return try SmallSchema.run(schema, on: "<a/>", phase: .named("f")).findings.map(\.weight)
  }

  @Test("what says nothing counts")
  func nothing() throws {
    #expect(try weight() == [.counts])
    #expect(try weight(assertion: "role=''") == [.counts])
    #expect(try weight(assertion: "role='date'") == [.counts])
  }

  @Test(
    "warning, warn, info and information advise, as role and as severity",
    arguments: ["warning", "warn", "info", "information", " Warning "])
  func advice(_ word: String) throws {
    #expect(try weight(assertion: "role='\(word)'") == [.advice])
    #expect(try weight(assertion: "severity='\(word)'") == [.advice])
    // A flag is a name of the author's own.
    #expect(try weight(assertion: "flag='\(word)'") == [.counts])
  }

  @Test(
    "error and fatal count wherever they stand, beside whatever else",
    arguments: ["role='error'", "flag='fatal'", "severity='FATAL'", "role='warning' flag='x fatal'"])
  func grave(_ attributes: String) throws {
    #expect(try weight(assertion: attributes) == [.counts])
    #expect(try weight(assertion: attributes, rule: "role='info'") == [.counts])
  }

  @Test(
    "what the rule, the pattern and the phase say holds for assertions that say nothing; the nearest decides")
  func inherited() throws {
    #expect(try weight(rule: "role='warning'") == [.advice])
    #expect(try weight(pattern: "severity='info'") == [.advice])
    #expect(try weight(phase: "role='warn'") == [.advice])
    #expect(try weight(rule: "role='error'", pattern: "role='warning'") == [.counts])
    #expect(try weight(assertion: "role='warning'", rule: "role='error'") == [.advice])
    #expect(try weight(rule: "flag='fatal'", phase: "role='warn'") == [.counts])
  }

  @Test("a successful report counts like a failed assertion")
  func report() throws {
    let schema =
      "<pattern><rule context='a'><report test='true()'/><report test='true()' role='info'/></rule></pattern>"
    #expect(try SmallSchema.run(schema, on: "<a/>").findings.map(\.weight) == [.counts, .advice])
  }
}

@Suite("What checked nothing is named (ISO/IEC 19757-3, 5.4.9 and 5.4.12)")
struct IdleRuleTests {
  private func idle(_ schema: String, on document: String = "<a><b/></a>") throws -> [ValidationResult
    .IdleRule]
  {
    try SmallSchema.run(schema, on: document).idle
  }

  @Test("a rule that matches nothing is named by its identifier and context")
  func matchesNothing() throws {
    let schema = """
      <pattern><rule context="a"><assert test="b"/></rule></pattern>
      <pattern><rule id="r" context="none | @x"><assert test="b"/></rule></pattern>
      """
    #expect(try idle(schema) == [.init(why: .matchesNothing, name: "r: none | @x")])
  }

  @Test(
    "a rule without assertions, and a pattern without rules, are named; the nodes of the rule count for nothing"
  )
  func asksNothing() throws {
    let result = try SmallSchema.run(
      "<pattern><rule context='a'/></pattern><pattern id='p'/><pattern><title>T</title></pattern><pattern/>",
      on: "<a/>")
    #expect(
      result.idle == [
        .init(why: .asksNothing, name: "a"), .init(why: .holdsNoRule, name: "p"),
        .init(why: .holdsNoRule, name: "T"), .init(why: .holdsNoRule, name: "4"),
      ])
    #expect(result.firedRules == 0)
  }

  @Test("5.4.12 a rule whose nodes an earlier rule took is an alternative and no idle rule")
  func alternatives() throws {
    let schema = """
      <pattern><rule context="*"><assert test="true()"/></rule><rule context="b"><assert test="false()"/></rule></pattern>
      """
    #expect(try idle(schema) == [])
  }

  @Test("5.4.9 a rule is idle when it matches in none of the documents of its pattern")
  func documents() throws {
    let folder = try Folder([
      "s.sch": SmallSchema.schema(
        "<pattern documents='//@to'><rule context='b'><assert test='true()'/></rule></pattern>"),
      "d.xml": "<a><r to='one.xml'/><r to='two.xml'/></a>", "one.xml": "<c/>", "two.xml": "<b/>",
      "none.xml": "<a/>",
    ])
    #expect(try folder.validate("s.sch", "d.xml").idle == [])
    #expect(try folder.validate("s.sch", "none.xml").idle == [.init(why: .matchesNothing, name: "b")])
  }
}
