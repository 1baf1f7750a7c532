import java.io.*;
import java.nio.file.*;
import java.util.*;
import java.util.regex.*;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.*;
import net.sf.saxon.s9api.*;

// Warm Saxon-HE on Java, with the schema validation of JAXP (Xerces, in the JDK).
// usage: SaxonPeer XSD RULES.xsl WARM-UP-ROUNDS < list of paths; the stylesheet is what the ISO skeleton makes.
public class SaxonPeer {
  static final Pattern FAILED = Pattern.compile("<svrl:failed-assert [^>]*?id=\"([^\"]*)\"");

  public static void main(String[] arguments) throws Exception {
    List<String> paths = new BufferedReader(new InputStreamReader(System.in)).lines().toList();
    Schema schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(new File(arguments[0]));
    Validator validator = schema.newValidator();
    Processor processor = new Processor(false);
    XsltExecutable rules = processor.newXsltCompiler().compile(new StreamSource(new File(arguments[1])));
    PrintStream output = new PrintStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16), false, "UTF-8");
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    for (int round = 0; round < Integer.parseInt(arguments[2]); round++)
      for (String path : paths.subList(0, Math.min(500, paths.size()))) judge(path, validator, processor, rules, nowhere);
    long start = System.nanoTime();
    for (String path : paths) judge(path, validator, processor, rules, output);
    output.flush();
    System.err.println((System.nanoTime() - start) / 1e9);
  }

  static void judge(String path, Validator validator, Processor processor, XsltExecutable rules, PrintStream output)
      throws Exception {
    byte[] bytes = Files.readAllBytes(Path.of(path));
    validator.validate(new StreamSource(new ByteArrayInputStream(bytes)));
    XdmNode plan = processor.newDocumentBuilder().build(new StreamSource(new ByteArrayInputStream(bytes)));
    StringWriter report = new StringWriter();
    XsltTransformer transformer = rules.load();
    transformer.setInitialContextNode(plan);
    transformer.setDestination(processor.newSerializer(report));
    transformer.transform();
    StringBuilder line = new StringBuilder("{\"plan\": {\"file\": \"" + path + "\"}, \"failed\": [");
    Matcher matcher = FAILED.matcher(report.getBuffer());
    for (boolean first = true; matcher.find(); first = false)
      line.append(first ? "\"" : ", \"").append(matcher.group(1)).append('"');
    output.println(line.append("]}"));
  }
}
