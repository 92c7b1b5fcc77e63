package org.liegg.api.spi;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known word nearest to one that is not known. */
public final class Suggestions {

  private Suggestions() {}

  /**
   * The word at the smallest edit distance (insertions, deletions, substitutions and swaps of
   * neighbours; case does not count), if that is at most a third of the longer length, rounded up;
   * the alphabetically first of several.
   */
  public static Optional<String> nearest(String asked, Collection<String> known) {
    String plain = asked.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(word -> distance(plain, word) <= (Math.max(plain.length(), word.length()) + 2) / 3)
        .min(
            Comparator.comparingInt((String word) -> distance(plain, word))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static int distance(String a, String word) {
    String b = word.toLowerCase(Locale.ROOT);
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int substitution = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] =
            Math.min(d[i - 1][j - 1] + substitution, Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
