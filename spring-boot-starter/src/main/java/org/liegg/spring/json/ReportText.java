package org.liegg.spring.json;

import java.util.Set;
import org.liegg.api.Bounded;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.SelfCheck;
import org.liegg.api.report.SymmetryReport;
import org.liegg.report.RecordJson;

/** What of the vocabulary is written as reports write it, and how: on one line. */
final class ReportText {
  private static final String VOCABULARY = SymmetryReport.class.getPackageName();
  private static final Set<Class<?>> ELSEWHERE =
      Set.of(ModelInfo.class, SelfCheck.class, Bounded.class, Precision.class);

  private ReportText() {}

  /** Whether a type is a record or an enumeration that reports are made of. */
  static boolean writes(Class<?> type) {
    return (type.isRecord() || type.isEnum()) && (isOfReports(type) || isElsewhere(type));
  }

  private static boolean isOfReports(Class<?> type) {
    String where = type.getPackageName();
    return where.equals(VOCABULARY) || where.startsWith(VOCABULARY + ".");
  }

  private static boolean isElsewhere(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return ELSEWHERE.contains(outer == null ? type : outer);
  }

  /**
   * The JSON of a record: the texts and numbers of the report, to the letter, without its layout.
   * Streams of events and of JSON lines hold one value a line.
   *
   * @throws org.liegg.api.OutputException if a number is NaN or infinite
   */
  static String of(Record part) {
    return onOneLine(RecordJson.printable(part));
  }

  static String onOneLine(String json) {
    StringBuilder line = new StringBuilder(json.length());
    boolean quoted = false;
    for (int at = 0; at < json.length(); at++) {
      char c = json.charAt(at);
      if (quoted && c == '\\') {
        line.append(c).append(json.charAt(++at));
        continue;
      }
      quoted ^= c == '"';
      if (quoted || (c != ' ' && c != '\n')) {
        line.append(c);
      }
    }
    return line.toString();
  }
}
