package org.liegg.report.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.liegg.api.Bounded;
import org.liegg.api.report.Gate;
import org.liegg.api.report.Verdict;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class JunitXmlTest {

  @Test
  void aSymmetryThatHoldsPasses() throws Exception {
    Element suite = suite(Verdict.INVARIANT, "net.zip");
    assertThat(suite.getAttribute("failures")).isEqualTo("0");
    assertThat(suite.getAttribute("errors")).isEqualTo("0");
    assertThat(suite.getAttribute("time")).isEqualTo("1.500");
    assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(1);
    assertThat(suite.getElementsByTagName("failure").getLength()).isZero();
  }

  @Test
  void aBrokenOneIsAFailure() throws Exception {
    Element suite = suite(Verdict.BROKEN, "net.zip");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    assertThat(suite.getElementsByTagName("failure").item(0).getTextContent()).contains("so(5)");
  }

  @Test
  void tooLittleEvidenceIsAnError() throws Exception {
    Element suite = suite(Verdict.INSUFFICIENT_EVIDENCE, "net.zip");
    assertThat(suite.getAttribute("errors")).isEqualTo("1");
    assertThat(suite.getElementsByTagName("error").getLength()).isEqualTo(1);
  }

  @Test
  void hostileNamesStayText() throws Exception {
    Element suite = suite(Verdict.BROKEN, "a\0\u001b<b>\"&\ud800]]>");
    assertThat(suite.getAttribute("name")).isEqualTo("a\\u0000\\u001B<b>\"&\\uD800]]>");
  }

  @Test
  void namesWhatWasAsked() throws Exception {
    Element suite = suite(Verdict.INVARIANT, "net.zip");
    assertThat(properties(suite))
        .containsExactly(
            "model=net.zip", "data=x.npy", "action=gl(5)^2", "expected=so(5)", "head=logits");
    assertThat(((Element) suite.getElementsByTagName("testcase").item(0)).getAttribute("name"))
        .isEqualTo("invariant to so(5), head logits");
  }

  @Test
  void aCheckThatCouldNotBeMadeIsAnErrorOfItsCode() throws Exception {
    Element suite = parse(JunitXml.failed(asked(""), "LIEGG-USAGE: check: no --model; see --help"));
    assertThat(suite.getAttribute("errors")).isEqualTo("1");
    Element error = (Element) suite.getElementsByTagName("error").item(0);
    assertThat(error.getAttribute("type")).isEqualTo("LIEGG-USAGE");
    assertThat(error.getAttribute("message")).contains("no --model");
  }

  private static List<String> properties(Element suite) {
    NodeList properties = suite.getElementsByTagName("property");
    return IntStream.range(0, properties.getLength())
        .mapToObj(i -> (Element) properties.item(i))
        .map(property -> property.getAttribute("name") + "=" + property.getAttribute("value"))
        .toList();
  }

  private static Element suite(Verdict outcome, String model) throws Exception {
    Gate gate =
        new Gate(
            outcome,
            new Gate.Expected("so(5)", 10, 3),
            0.01,
            Optional.of(new Bounded(0.5, 0.4, 0.6)));
    return parse(JunitXml.of(asked(model), gate, "so(5) in words", 1.5));
  }

  private static CheckCase asked(String model) {
    return new CheckCase(model, "x.npy", "gl(5)^2", "so(5)", "", "logits");
  }

  private static Element parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)))
        .getDocumentElement();
  }
}
