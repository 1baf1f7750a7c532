import Schematron
import Testing
import XPath

@Suite("Phases")
struct PhaseTests {
  private let schema = """
    <phase id="one"><active pattern="A"/></phase>
    <phase id="two"><let name="limit" value="5"/><active pattern="B"/></phase>
    <pattern id="A"><rule context="a"><report test="true()">A</report></rule></pattern>
    <pattern id="B"><rule context="a"><report test="true()">B</report></rule></pattern>
    """

  @Test("5.4.10 a phase runs its active patterns only")
  func namedPhase() throws {
    #expect(try SmallSchema.messages(schema, on: "<a/>", phase: .named("two")) == ["B"])
  }

  @Test("5.4.10 #ALL runs all patterns, and so does a schema without a default phase")
  func allPatterns() throws {
    #expect(try SmallSchema.messages(schema, on: "<a/>", phase: .all) == ["A", "B"])
    #expect(try SmallSchema.messages(schema, on: "<a/>") == ["A", "B"])
    #expect(try SmallSchema.run(schema, on: "<a/>").phase == "#ALL")
  }

  @Test("5.4.13 defaultPhase is what runs when no phase is named, and #DEFAULT names it")
  func defaultPhase() throws {
    let attribute = "defaultPhase='one'"
    #expect(try SmallSchema.messages(schema, on: "<a/>", attributes: attribute) == ["A"])
    #expect(
      try SmallSchema.messages(schema, on: "<a/>", attributes: attribute, phase: .init("#DEFAULT")) == ["A"])
    #expect(
      try SmallSchema.messages(schema, on: "<a/>", attributes: attribute, phase: .init("#ALL")) == ["A", "B"])
  }

  @Test("5.4.10 a phase, a default phase or an active pattern that is not there is refused")
  func missingNames() {
    let unknown = SmallSchema.refusal(schema, phase: .named("three"))
    #expect(unknown?.isCaused(by: SchematronFault.undefined(kind: .phase, name: "three")) == true)
    let byDefault = SmallSchema.refusal(schema, attributes: "defaultPhase='three'")
    #expect(byDefault?.isCaused(by: SchematronFault.undefined(kind: .phase, name: "three")) == true)
    let active = SmallSchema.refusal("<phase id='p'><active pattern='X'/></phase><pattern/>")
    #expect(active?.isCaused(by: SchematronFault.undefined(kind: .pattern, name: "X")) == true)
  }

  @Test("a schema or phase without active patterns is refused, because it would check nothing")
  func nothingActive() {
    #expect(
      SmallSchema.refusal("<phase id='p'/><pattern/>", phase: .named("p"))?.isCaused(
        by: SchematronFault.noPatterns) == true)
    #expect(SmallSchema.refusal("")?.isCaused(by: SchematronFault.noPatterns) == true)
  }

  @Test("5.4.5 a variable of a phase is known in that phase only")
  func phaseVariable() throws {
    let schema = """
      <phase id="p"><let name="limit" value="5"/><active pattern="A"/></phase>
      <phase id="q"><let name="limit" value="7"/><active pattern="A"/></phase>
      <pattern id="A"><rule context="a"><report test="true()"><value-of select="$limit"/></report></rule></pattern>
      """
    #expect(try SmallSchema.messages(schema, on: "<a/>", phase: .named("p")) == ["5"])
    #expect(try SmallSchema.messages(schema, on: "<a/>", phase: .named("q")) == ["7"])
    #expect(
      SmallSchema.refusal(schema, phase: .all)?.isCaused(by: XPathFault.Kind.undefinedVariable("limit"))
        == true)
  }
}
