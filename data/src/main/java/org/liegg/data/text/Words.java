package org.liegg.data.text;

import java.util.Collection;
import java.util.stream.Collectors;
import org.liegg.api.Printable;

/** Foreign text made fit for a one-line message. */
public final class Words {

  private static final int LONGEST = 40;
  private static final int MOST = 12;

  private Words() {}

  /** Printable, cut at 40 characters. */
  public static String cut(String text) {
    return Printable.text(text, LONGEST);
  }

  /** In single quotes, printable, cut at 40 characters. */
  public static String quoted(String text) {
    return "'" + cut(text) + "'";
  }

  /** The first twelve quoted and separated by commas, then how many more there are. */
  public static String listed(Collection<String> words) {
    String first = words.stream().limit(MOST).map(Words::quoted).collect(Collectors.joining(", "));
    return words.size() > MOST ? first + " and " + (words.size() - MOST) + " more" : first;
  }
}
