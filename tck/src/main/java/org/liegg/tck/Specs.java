package org.liegg.tck;

import java.util.ArrayList;
import java.util.List;

/** The parts of an action's spec that a contract needs: its terms, and the copies of a term. */
final class Specs {

  private Specs() {}

  /** The terms of a direct sum: what stands between the plus signs outside brackets. */
  static List<String> terms(String spec) {
    List<String> terms = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < spec.length(); i++) {
      char next = spec.charAt(i);
      depth += next == '(' ? 1 : next == ')' ? -1 : 0;
      if (next == '+' && depth == 0) {
        terms.add(spec.substring(from, i).trim());
        from = i + 1;
      }
    }
    terms.add(spec.substring(from).trim());
    return terms;
  }

  /** The number after {@code ^}, 1 where there is none. */
  static int copies(String term) {
    int closed = term.lastIndexOf(')');
    int power = term.indexOf('^', Math.max(closed, 0));
    return power < 0 ? 1 : Integer.parseInt(term.substring(power + 1).trim());
  }
}
