/// Cases that other Schematron processors judge too: a claim, a schema and a document.
struct OracleCase: Sendable {
  let claim: String
  let schema: String
  let document: String
  var phase = ""
  /// Why the ISO skeleton in lxml is known to be wrong here; nil where it must agree.
  var knownError: String?

  private static func pattern(_ content: String) -> String { "<pattern>\(content)</pattern>" }

  private static func rule(_ context: String, _ content: String) -> String {
    "<pattern><rule context=\"\(context)\">\(content)</rule></pattern>"
  }

  private static func hit(_ context: String) -> String {
    rule(context, "<report test=\"true()\"><name/>|<value-of select=\"normalize-space(.)\"/></report>")
  }

  private static let book = """
    <a xmlns:p="urn:p" x="1" p:y="2"><b id="1" ref="2"><c>3</c><c>4</c></b><!--k--><b id="2" ref="9"><d/><c>x</c></b>\
    <p:b id="5"/><?t u?><b xml:id="z"/>tail</a>
    """

  static let all: [OracleCase] =
    [
      ("a child context matches at any depth", hit("c"), book),
      (
        "the first rule wins",
        pattern(
          "<rule context='b[c]'><report test='true()'>1</report></rule><rule context='b'><report test='true()'>2</report></rule>"
        ), book
      ),
      ("patterns are independent", hit("b") + hit("b"), book),
      ("a prefix in a context", "<ns prefix='q' uri='urn:p'/>" + hit("q:b"), book),
      ("any name of a namespace", "<ns prefix='q' uri='urn:p'/>" + hit("q:*"), book),
      ("an attribute context", hit("@x"), book),
      ("an attribute with a prefix", "<ns prefix='q' uri='urn:p'/>" + hit("@q:y"), book),
      ("all attributes of one element", hit("b/@*"), book),
      ("the root", rule("/", "<report test='a'>root</report>"), book),
      ("the document element", hit("/*"), book), ("a path", hit("a/b/c"), book),
      ("a deep path", hit("a//c"), book),
      ("a position among siblings", hit("c[2]"), book), ("the last of its kind", hit("b[last()]"), book),
      ("a condition on an ancestor", hit("c[ancestor::b/@ref = 9]"), book),
      ("alternatives", hit("d | c[1] | @x"), book), ("every element", hit("*"), book),
      ("anchored with two slashes", hit("//b/c"), book),
      ("a position test", hit("b[position() mod 2 = 1]"), book),
      ("assert and report", rule("b", "<assert test='c'>no c</assert><report test='d'>d</report>"), book),
      ("numbers", rule("c", "<assert test='. &gt; 3'>small <value-of select='.'/></assert>"), book),
      (
        "a join", rule("b", "<assert test='@ref = //b/@id'>dangling <value-of select='@ref'/></assert>"), book
      ),
      (
        "an unequal join",
        rule("a", "<report test='b/@id != b/@ref'>some differ</report><report test='b/c != b/d'>cd</report>"),
        book
      ),
      (
        "ordered joins",
        rule(
          "a",
          "<report test='b/@id &lt; b/@ref'>lt</report><report test='b/@id &gt;= b/@ref'>ge</report><report test='b/c &lt;= b/@id'>le</report>"
        ), book
      ),
      (
        "a union in a test",
        rule("a", "<report test='count(b | *:none | b) = 3'>3</report>".replacing("*:none", with: "d")), book
      ),
      (
        "current()",
        rule(
          "b", "<assert test='//b[@id = current()/@ref]'>none for <value-of select='current()/@id'/></assert>"
        ), book
      ),
      (
        "key()",
        "<xsl:key name='k' match='b' use='@id'/>"
          + rule("b", "<assert test=\"key('k', @ref)\">no key <value-of select='@ref'/></assert>"), book
      ),
      (
        "variables in every scope",
        "<let name='s' value='count(//c)'/><pattern><let name='p' value='$s + 1'/><rule context='b'><let name='r' value='count(c)'/><report test='$r'><value-of select=\"concat($s, '-', $p, '-', $r)\"/></report></rule></pattern>",
        book
      ),
      (
        "a variable of the schema in a path",
        "<let name='ids' value='//b/@id'/>" + rule("b", "<assert test='@ref = $ids'>dangling</assert>"), book
      ),
      (
        "an abstract rule",
        pattern(
          "<rule abstract='true' id='r'><assert test='c'>no c in <name/></assert></rule><rule context='b'><extends rule='r'/><report test='d'>d</report></rule>"
        ), book
      ),
      (
        "an abstract pattern",
        "<pattern abstract='true' id='t'><rule context='$row'><assert test='$cell'>none in <name/></assert></rule></pattern><pattern is-a='t' id='i'><param name='row' value='b'/><param name='cell' value='d'/></pattern>",
        book
      ),
      (
        "the name of a prefixed element",
        "<ns prefix='q' uri='urn:p'/>" + rule("q:b", "<report test='true()'><name/></report>"), book
      ),
      (
        "emphasis and spans",
        rule("d", "<report test='true()'>a <emph>b</emph> and <span class='x'>c</span></report>"), book
      ),
      (
        "functions on strings",
        rule(
          "c",
          "<report test=\"translate(., '34', 'ab') = 'a' or starts-with(., 'x') or contains(concat(., '!'), '4!')\"><value-of select='substring(concat(., 12345), 2, 3)'/></report>"
        ), book
      ),
      (
        "numbers that are none",
        rule(
          "c",
          "<report test='number(.) != number(.)'>NaN</report><assert test='sum(//b/@id) &gt; 3'>sum</assert>"),
        book
      ),
      // From a million upwards Saxon, which evaluates XPath 2, writes an exponent.
      (
        "numbers with digits only",
        rule(
          "a",
          "<report test='true()'><value-of select='75000 + 50000'/>|<value-of select='1 div 8'/>|<value-of select=\"number(' 12.50 ')\"/></report>"
        ), book
      ),
      (
        "format-number()",
        rule(
          "a",
          "<report test='true()'><value-of select=\"format-number(1234567.891, '#,##0.00')\"/>|<value-of select=\"format-number(-5, '000')\"/></report>"
        ), book
      ),
      (
        "white space alone between places",
        rule("d", "<report test='true()'><value-of select='1'/> <value-of select='2'/> x</report>"), book
      ),
      (
        "following and preceding",
        rule(
          "b",
          "<report test='preceding::c'>p<value-of select='count(preceding::c)'/></report><report test='following::d'>f</report>"
        ), book
      ),
      (
        "identifiers of nodes",
        rule("c", "<report test='generate-id(.) = generate-id(../c[1])'>first</report>"), book
      ),
    ].map { OracleCase(claim: $0.0, schema: $0.1, document: $0.2) } + phases + errors

  private static let phased = """
    <phase id="one"><active pattern="A"/></phase><phase id="two"><active pattern="B"/></phase>
    <pattern id="A"><rule context="c"><report test="true()">A</report></rule></pattern>
    <pattern id="B"><rule context="d"><report test="true()">B</report></rule></pattern>
    """

  private static let phases = ["one", "two", "#ALL"].map {
    OracleCase(claim: "phase \($0)", schema: phased, document: book, phase: $0)
  }

  private static let errors = [
    OracleCase(
      claim: "name with a path", schema: rule("c", "<report test='true()'><name path='../@id'/></report>"),
      document: book, knownError: "the skeleton gives the name of the node and not the value of path"),
    OracleCase(
      claim: "a text context", schema: hit("c/text()"), document: book,
      knownError: "the skeleton does not visit text nodes"),
    OracleCase(
      claim: "a comment", schema: hit("comment()"), document: book,
      knownError: "the skeleton does not visit comments"),
    OracleCase(
      claim: "a processing instruction", schema: hit("processing-instruction('t')"), document: book,
      knownError: "the skeleton does not visit processing instructions"),
    OracleCase(
      claim: "@y takes no @p:y", schema: hit("@y"), document: book,
      knownError: "libxslt's patterns take @p:y for @y"),
  ]
}
