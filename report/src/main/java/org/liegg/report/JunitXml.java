package org.liegg.report;

import java.io.StringWriter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.liegg.api.Printable;
import org.liegg.api.report.Gate;

/**
 * Checks as JUnit XML, for the server that runs the pipeline: a gate that does not hold is a
 * failure, one without enough evidence an error, and so is a check that could not be made.
 */
public final class JunitXml {

  private JunitXml() {}

  /**
   * A suite of one case, that has an outcome.
   *
   * @param asked what was asked
   * @param gate what was found
   * @param text the same in words
   * @param seconds how long it took
   */
  public static String of(CheckCase asked, Gate gate, String text, double seconds) {
    String element =
        switch (gate.verdict()) {
          case INVARIANT -> "system-out";
          case BROKEN -> "failure";
          case INSUFFICIENT_EVIDENCE -> "error";
        };
    return suite(asked, new Outcome(element, gate.verdict().name(), text), seconds);
  }

  /**
   * A suite of one case, that could not be tried.
   *
   * @param asked what was asked
   * @param error what went wrong: its code, a colon, and the rest of the line
   */
  public static String failed(CheckCase asked, String error) {
    return suite(asked, new Outcome("error", error.replaceFirst(":.*", ""), error), 0);
  }

  /** What stands in the test case. */
  private record Outcome(String element, String type, String text) {}

  private static String suite(CheckCase asked, Outcome outcome, double seconds) {
    StringWriter out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("testsuite");
      xml.writeAttribute("name", printable(asked.model()));
      xml.writeAttribute("tests", "1");
      xml.writeAttribute("failures", outcome.element().equals("failure") ? "1" : "0");
      xml.writeAttribute("errors", outcome.element().equals("error") ? "1" : "0");
      xml.writeAttribute("skipped", "0");
      xml.writeAttribute("time", time(seconds));
      properties(xml, asked);
      xml.writeCharacters("\n  ");
      xml.writeStartElement("testcase");
      xml.writeAttribute("classname", printable(asked.model()));
      xml.writeAttribute("name", printable(asked.name()));
      xml.writeAttribute("time", time(seconds));
      outcome(xml, outcome);
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

  private static void properties(XMLStreamWriter xml, CheckCase asked) throws XMLStreamException {
    xml.writeCharacters("\n  ");
    xml.writeStartElement("properties");
    property(xml, "model", asked.model());
    property(xml, "data", asked.data());
    property(xml, "action", asked.action());
    property(xml, "expected", asked.expected());
    property(xml, "output", asked.output());
    property(xml, "head", asked.head());
    xml.writeCharacters("\n  ");
    xml.writeEndElement();
  }

  private static void property(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    if (!value.isEmpty()) {
      xml.writeCharacters("\n    ");
      xml.writeEmptyElement("property");
      xml.writeAttribute("name", name);
      xml.writeAttribute("value", printable(value));
    }
  }

  private static void outcome(XMLStreamWriter xml, Outcome outcome) throws XMLStreamException {
    xml.writeCharacters("\n    ");
    xml.writeStartElement(outcome.element());
    String text = printable(outcome.text());
    if (!outcome.element().equals("system-out")) {
      xml.writeAttribute("message", text);
      xml.writeAttribute("type", printable(outcome.type()));
    }
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private static String time(double seconds) {
    return String.format(Locale.ROOT, "%.3f", seconds);
  }

  /** Nothing that XML 1.0 has no place for is printable. */
  private static String printable(String text) {
    return Printable.message(text);
  }
}
