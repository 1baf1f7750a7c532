import Glibc
import Schematron
import Source
import Testing
import XML

@Suite("Inclusion")
struct InclusionTests {
  private func sch(_ element: String, _ content: String, _ attributes: String = "") -> String {
    "<\(element) xmlns='\(SmallSchema.space)' \(attributes)>\(content)</\(element)>"
  }

  @Test("5.4.4 include takes in an element; its own references start from its own file")
  func include() throws {
    let folder = try Folder([
      "main.sch": SmallSchema.schema("<include href='parts/p.sch'/>", attributes: "xml:lang='vi'"),
      "parts/p.sch": sch("pattern", "<include href='rules.xml#r2'/>"),
      "parts/rules.xml":
        "<lib xmlns='\(SmallSchema.space)' xml:lang='en'><rule id='r1' context='a'/><rule id='r2' context='a'><let name='f' value='document(\"list.xml\")/l'/><report test='true()'>r2 <value-of select='$f'/></report></rule></lib>",
      "parts/list.xml": "<l>listed</l>", "d.xml": "<a/>",
    ])
    let finding = try folder.validate("main.sch", "d.xml").findings[0]
    #expect(finding.message.plain == "r2 listed")
    #expect(finding.message.language == "en")
  }

  @Test("5.4.3 extends with href takes in the content of an element of the same kind")
  func extends() throws {
    let folder = try Folder([
      "main.sch": SmallSchema.schema(
        "<extends href='base.sch'/><pattern id='q'><rule context='a'><extends href='base.sch#r'/></rule></pattern>"
      ),
      "base.sch": SmallSchema.schema(
        "<ns prefix='n' uri='urn:n'/><pattern id='b'><rule id='r' context='n:x'><report test='true()'><h:i xmlns:h='urn:h'>hit</h:i></report></rule></pattern>"
      ),
      "d.xml": "<a><x xmlns='urn:n'/></a>",
    ])
    let result = try folder.validate("main.sch", "d.xml")
    #expect(
      Set(result.findings.map(\.location)) == [
        "/a[1]", "/a[1]/*[local-name()='x' and namespace-uri()='urn:n'][1]",
      ])
    #expect(result.findings[0].message.xml == "<h:i xmlns:h=\"urn:h\">hit</h:i>")
  }

  @Test("5.4.3, 5.4.4 what href#id takes in keeps the namespaces of the file that it comes from")
  func namespaces() throws {
    let library = """
      <schema xmlns='\(SmallSchema.space)' xmlns:x='urn:x'><ns prefix='p' uri='urn:own'/><pattern>
      <rule xml:id='r' abstract='true'><report test='p:b' xml:id='t'><value-of select='p:b'/> <h:i xmlns:h='urn:h'/></report></rule>
      </pattern><pattern xml:id='q'><rule context='x:c'><report test='true()'>c</report></rule></pattern></schema>
      """
    let folder = try Folder([
      "main.sch": SmallSchema.schema(
        """
        <ns prefix='p' uri='urn:other'/><pattern><rule context='a'><extends href='lib.sch#r'/><report test='p:b'>other</report></rule></pattern>
        <pattern><rule context='a'><include href='lib.sch#t'/></rule></pattern><include href='lib.sch#q'/>
        """), "lib.sch": library,
      "d.xml": "<a><b xmlns='urn:own'>own</b><b xmlns='urn:other'/><c xmlns='urn:x'/></a>",
    ])
    let findings = try folder.validate("main.sch", "d.xml").findings
    #expect(findings.map(\.message.plain) == ["own", "other", "own", "c"])
    #expect(findings[0].message.xml == "own<h:i xmlns:h=\"urn:h\"></h:i>")
  }

  @Test("5.4.4 what leads nowhere, elsewhere or round in circles is refused at its href")
  func errors() throws {
    let folder = try Folder([
      "in/http.sch": SmallSchema.schema("<include href='http://example.org/a.sch'/>"),
      "in/up.sch": SmallSchema.schema("<include href='../secret.sch'/>"),
      "in/absolute.sch": SmallSchema.schema("<include href='/etc/passwd'/>"),
      "in/none.sch": SmallSchema.schema("<include href='absent.sch'/>"),
      "in/fragment.sch": SmallSchema.schema("<include href='leaf.sch#x'/>"),
      "in/circle.sch": SmallSchema.schema("<include href='again.sch'/>"),
      "in/again.sch": sch("pattern", "<include href='again.sch'/>"),
      "in/kind.sch": SmallSchema.schema("<pattern><extends href='leaf.sch#r'/></pattern>"),
      "in/place.sch": SmallSchema.schema("<include href='leaf.sch#r'/>"),
      "in/leaf.sch": sch("pattern", "<rule id='r' context='a'/>"), "secret.sch": sch("pattern", ""),
      "in/d.xml": "<a/>",
    ])
    func fault(_ name: String) -> SchematronFault? {
      let refusal = folder.refusal("in/\(name).sch", "in/d.xml")
      guard let fault = refusal?.cause as? SchematronFault, refusal?.position != nil else { return nil }
      return fault
    }
    #expect(fault("http") == .remote("http://example.org/a.sch"))
    #expect(fault("up") == .outsideFolder("../secret.sch"))
    #expect(fault("absolute") == .outsideFolder("/etc/passwd"))
    #expect(fault("none") == .unreadable("absent.sch"))
    #expect(fault("fragment") == .noFragment("leaf.sch#x"))
    #expect(fault("kind") == .wrongFragment(found: "rule", expected: "pattern"))
    #expect(fault("place") == .unexpectedElement("rule", parent: "schema"))
    guard case .cycle? = fault("circle") else {
      Issue.record("a circle of inclusions was accepted")
      return
    }
  }

  @Test("a symbolic link does not lead out of the folder")
  func symbolicLink() throws {
    let folder = try Folder([
      "in/s.sch": SmallSchema.schema("<include href='link.sch'/>"), "secret.sch": sch("pattern", ""),
      "in/d.xml": "<a/>",
    ])
    symlink("\(folder.path)/secret.sch", "\(folder.path)/in/link.sch")
    #expect(
      folder.refusal("in/s.sch", "in/d.xml")?.isCaused(by: SchematronFault.outsideFolder("link.sch")) == true)
  }

  @Test("inclusions nest to a limit")
  func depth() throws {
    var files = ["d.xml": "<a/>", "s.sch": SmallSchema.schema("<include href='p0.sch'/>")]
    for number in 0..<40 {
      files["p\(number).sch"] = "<x xmlns='\(SmallSchema.space)'><include href='p\(number + 1).sch'/></x>"
    }
    let folder = try Folder(files)
    #expect(
      folder.refusal("s.sch", "d.xml")?.isCaused(
        by: SchematronFault.tooDeep(limit: Limits().schema.inclusions))
        == true)
  }
}
