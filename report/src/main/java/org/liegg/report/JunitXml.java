package org.liegg.report;

import java.io.StringWriter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.liegg.api.Gate;

/**
 * Gates as JUnit XML, for the server that runs the pipeline: a gate that does not hold is a
 * failure, one without enough evidence an error.
 */
public final class JunitXml {

  private JunitXml() {}

  /**
   * A suite of one case.
   *
   * @param gate what was asked
   * @param suite what was checked, e.g. the model's path
   * @param seconds how long it took
   */
  public static String toString(Gate gate, String suite, double seconds) {
    StringWriter out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("testsuite");
      xml.writeAttribute("name", printable(suite));
      xml.writeAttribute("tests", "1");
      xml.writeAttribute("failures", gate.outcome() == Gate.Outcome.BROKEN ? "1" : "0");
      xml.writeAttribute(
          "errors", gate.outcome() == Gate.Outcome.INSUFFICIENT_EVIDENCE ? "1" : "0");
      xml.writeAttribute("skipped", "0");
      xml.writeAttribute("time", time(seconds));
      xml.writeCharacters("\n  ");
      xml.writeStartElement("testcase");
      xml.writeAttribute("classname", printable(suite));
      xml.writeAttribute("name", printable("invariant to " + gate.expected()));
      xml.writeAttribute("time", time(seconds));
      switch (gate.outcome()) {
        case HOLDS -> outcome(xml, "system-out", gate);
        case BROKEN -> outcome(xml, "failure", gate);
        case INSUFFICIENT_EVIDENCE -> outcome(xml, "error", gate);
      }
      xml.writeCharacters("\n  ");
      xml.writeEndElement();
      xml.writeCharacters("\n");
      xml.writeEndElement();
      xml.writeCharacters("\n");
      xml.writeEndDocument();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a string takes all that is written", e);
    }
    return out.toString();
  }

  private static void outcome(XMLStreamWriter xml, String element, Gate gate)
      throws XMLStreamException {
    xml.writeCharacters("\n    ");
    xml.writeStartElement(element);
    String text = printable(GateText.of(gate));
    if (!element.equals("system-out")) {
      xml.writeAttribute("message", text);
      xml.writeAttribute("type", gate.outcome().name());
    }
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private static String time(double seconds) {
    return String.format(Locale.ROOT, "%.3f", seconds);
  }

  /** Without what XML 1.0 has no place for: control characters and halves of surrogate pairs. */
  private static String printable(String text) {
    StringBuilder kept = new StringBuilder();
    text.codePoints()
        .filter(c -> !Character.isISOControl(c) && !isSurrogate(c))
        .filter(c -> c <= 0xFFFD || c >= 0x10000)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean isSurrogate(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }
}
