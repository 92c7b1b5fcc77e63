package org.liegg.data.support;

import java.util.List;
import java.util.Optional;
import org.liegg.api.DataException;
import org.liegg.api.spi.Suggestions;
import org.liegg.data.text.Words;

/** The choice among the arrays of one file. */
public final class ArrayNames {

  private ArrayNames() {}

  /**
   * The array of this name, or the only one.
   *
   * @param subject how messages call the file
   * @param names of its arrays, at least one
   * @throws DataException {@code LIEGG-DATA-ARRAY} if there is none of this name, or several and
   *     none is named
   */
  public static String choose(String subject, List<String> names, Optional<String> asked) {
    if (asked.isEmpty()) {
      if (names.size() == 1) {
        return names.get(0);
      }
      throw new DataException(
          "LIEGG-DATA-ARRAY",
          subject,
          "it holds %d arrays: %s".formatted(names.size(), Words.listed(names)),
          "name the one to read with --array");
    }
    String name = asked.get();
    if (!names.contains(name)) {
      throw new DataException(
          "LIEGG-DATA-ARRAY",
          subject,
          "it holds no array %s, only %s".formatted(Words.quoted(name), Words.listed(names)),
          Suggestions.nearest(name, names)
              .map(near -> "did you mean --array %s?".formatted(Words.quoted(near)))
              .orElse("name one of them with --array"));
    }
    return name;
  }
}
