package org.liegg.data;

import java.util.Collection;
import java.util.stream.Collectors;

/** Foreign text made fit for a one-line message. */
final class Words {

  private static final int LONGEST = 40;
  private static final int MOST = 12;

  private Words() {}

  /** In single quotes, control and invisible characters as {@code ?}, cut at 40 characters. */
  static String quoted(String text) {
    String head = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    return "'" + head.replaceAll("[\\p{C}\\u2028\\u2029]", "?") + "'";
  }

  /** The first twelve quoted and separated by commas, then how many more there are. */
  static String listed(Collection<String> words) {
    String first = words.stream().limit(MOST).map(Words::quoted).collect(Collectors.joining(", "));
    return words.size() > MOST ? first + " and " + (words.size() - MOST) + " more" : first;
  }
}
