package org.liegg.data.support;

import java.util.List;
import java.util.stream.Collectors;
import org.liegg.api.DataException;
import org.liegg.data.text.CsvNumber;
import org.liegg.data.text.CsvNumbers;
import org.liegg.data.text.CsvRow;
import org.liegg.data.text.Words;

/**
 * Finds columns of words where samples have numbers.
 *
 * @param subject how messages call the file
 * @param columns of the file
 * @param delimiter between its cells
 */
public record TextColumns(String subject, TableColumns columns, char delimiter) {
  private static final int MOST = 12;

  /**
   * Looks at the first sample.
   *
   * @throws DataException {@code LIEGG-DATA-TEXT} if cells that are read begin with a letter and
   *     are no numbers
   */
  public void requireNone(CsvRow sample) {
    List<Integer> text =
        columns.read().stream()
            .filter(column -> column < sample.cells().size())
            .filter(column -> isText(sample.cells().get(column)))
            .toList();
    if (sample.cells().size() != columns.all() || text.isEmpty()) {
      return;
    }
    String found = text.stream().limit(MOST).map(columns::called).collect(Collectors.joining(", "));
    String more = text.size() > MOST ? " and %d more".formatted(text.size() - MOST) : "";
    boolean all = text.size() == columns.read().size();
    String option = text.stream().limit(MOST).map(columns::option).collect(Collectors.joining(","));
    throw new DataException(
        "LIEGG-DATA-TEXT",
        subject,
        "%s%s %s text (line %d: %s)"
            .formatted(
                found,
                more,
                text.size() == 1 ? "is" : "are",
                sample.line(),
                Words.quoted(sample.cells().get(text.get(0)))),
        all
            ? "choose columns of numbers with --columns"
            : "leave %s out with --exclude %s, or choose columns of numbers with --columns"
                .formatted(text.size() == 1 ? "it" : "them", option));
  }

  private boolean isText(String cell) {
    String word = cell.strip();
    return !CsvNumber.isMissing(word)
        && Character.isLetter(word.codePointAt(0))
        && !new CsvNumbers(delimiter).is(word);
  }
}
