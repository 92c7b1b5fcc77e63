package org.liegg.report.check;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.liegg.api.Printable;
import org.liegg.api.report.Gate;
import org.liegg.api.report.Verdict;

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
    return of(List.of(CheckResult.of(asked, gate, text, seconds)));
  }

  /**
   * A suite of one case, that could not be tried.
   *
   * @param asked what was asked
   * @param error what went wrong: its code, a colon, and the rest of the line
   */
  public static String failed(CheckCase asked, String error) {
    return of(List.of(CheckResult.failed(asked, error)));
  }

  /** The suite of one check; of several a suite each, in the order they were made. */
  public static String of(List<CheckResult> results) {
    StringWriter out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      if (results.size() == 1) {
        suite(xml, results.get(0));
      } else {
        suites(xml, results);
      }
      xml.writeCharacters("\n");
      xml.writeEndDocument();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a string takes all that is written", e);
    }
    return out.toString();
  }

  private static void suites(XMLStreamWriter xml, List<CheckResult> results)
      throws XMLStreamException {
    xml.writeStartElement("testsuites");
    xml.writeAttribute("tests", String.valueOf(results.size()));
    for (String element : List.of("failure", "error")) {
      long count =
          results.stream().filter(one -> Outcome.of(one).element().equals(element)).count();
      xml.writeAttribute(element + "s", String.valueOf(count));
    }
    for (CheckResult result : results) {
      xml.writeCharacters("\n");
      suite(xml, result);
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
  }

  /** What stands in the test case. */
  private record Outcome(String element, String type, String text) {

    static Outcome of(CheckResult result) {
      if (result.gate().isEmpty()) {
        return new Outcome("error", result.text().replaceFirst(":.*", ""), result.text());
      }
      Verdict verdict = result.gate().get().verdict();
      String element =
          switch (verdict) {
            case INVARIANT -> "system-out";
            case BROKEN -> "failure";
            case INSUFFICIENT_EVIDENCE -> "error";
          };
      return new Outcome(element, verdict.name(), result.text());
    }
  }

  private static void suite(XMLStreamWriter xml, CheckResult result) throws XMLStreamException {
    CheckCase asked = result.asked();
    Outcome outcome = Outcome.of(result);
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", printable(asked.model()));
    xml.writeAttribute("tests", "1");
    xml.writeAttribute("failures", outcome.element().equals("failure") ? "1" : "0");
    xml.writeAttribute("errors", outcome.element().equals("error") ? "1" : "0");
    xml.writeAttribute("skipped", "0");
    xml.writeAttribute("time", time(result.seconds()));
    properties(xml, asked);
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", printable(asked.model()));
    xml.writeAttribute("name", printable(asked.name()));
    xml.writeAttribute("time", time(result.seconds()));
    outcome(xml, outcome);
    xml.writeCharacters("\n  ");
    xml.writeEndElement();
    xml.writeCharacters("\n");
    xml.writeEndElement();
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
