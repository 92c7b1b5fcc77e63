package org.liegg.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.liegg.api.Bounded;
import org.liegg.api.Gate;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class JunitXmlTest {

  @Test
  void aSymmetryThatHoldsPasses() throws Exception {
    Element suite = suite(Gate.Outcome.HOLDS, "net.zip");
    assertThat(suite.getAttribute("failures")).isEqualTo("0");
    assertThat(suite.getAttribute("errors")).isEqualTo("0");
    assertThat(suite.getAttribute("time")).isEqualTo("1.500");
    assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(1);
    assertThat(suite.getElementsByTagName("failure").getLength()).isZero();
  }

  @Test
  void aBrokenOneIsAFailure() throws Exception {
    Element suite = suite(Gate.Outcome.BROKEN, "net.zip");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    assertThat(suite.getElementsByTagName("failure").item(0).getTextContent()).contains("so(5)");
  }

  @Test
  void tooLittleEvidenceIsAnError() throws Exception {
    Element suite = suite(Gate.Outcome.INSUFFICIENT_EVIDENCE, "net.zip");
    assertThat(suite.getAttribute("errors")).isEqualTo("1");
    assertThat(suite.getElementsByTagName("error").getLength()).isEqualTo(1);
  }

  @Test
  void hostileNamesStayText() throws Exception {
    Element suite = suite(Gate.Outcome.BROKEN, "a\0\u001b<b>\"&\ud800]]>");
    assertThat(suite.getAttribute("name")).isEqualTo("a<b>\"&]]>");
  }

  private static Element suite(Gate.Outcome outcome, String name) throws Exception {
    Gate gate = new Gate(outcome, "so(5)", 10, 3, 0.01, Optional.of(new Bounded(0.5, 0.4, 0.6)));
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(JunitXml.toString(gate, name, 1.5))))
        .getDocumentElement();
  }
}
