package org.liegg.data;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liegg.api.DataException;
import org.liegg.data.support.Faults;
import org.liegg.data.text.CsvNumber;
import org.liegg.data.text.CsvRow;

/**
 * The rows of a .csv file as text, without the blank ones and without the comments at the top:
 * lines that begin with {@code #}. Where spaces separate the cells, any number of them does.
 */
final class CsvRows implements AutoCloseable {

  private static final int MAX_CELLS = 1 << 24;

  private final ByteSource source;
  private final boolean spaced;
  private final CloseableIterator<CsvRecord> records;
  private List<String> comment = List.of();
  private boolean top = true;

  CsvRows(ByteSource source, char delimiter) {
    this.source = source;
    this.spaced = delimiter == CsvDialect.SPACES;
    try {
      this.records =
          CsvReader.builder()
              .fieldSeparator(delimiter)
              .skipEmptyLines(true)
              .allowExtraFields(true)
              .allowMissingFields(true)
              .detectBomHeader(true)
              .build(
                  CsvRecordHandler.builder().maxFields(MAX_CELLS).build(),
                  Channels.newInputStream(source.open(0)),
                  StandardCharsets.UTF_8)
              .iterator();
    } catch (IOException e) {
      throw Faults.reading(source.subject(), e);
    } catch (CsvParseException | UncheckedIOException e) {
      throw fault(e);
    }
  }

  /** The next row, empty at the end. */
  Optional<CsvRow> next() {
    try {
      while (records.hasNext()) {
        CsvRecord read = records.next();
        List<String> cells = cells(read.getFields());
        if (cells.isEmpty() || (cells.size() == 1 && cells.get(0).isBlank())) {
          continue;
        }
        if (top && isComment(cells.get(0))) {
          comment = uncommented(cells);
          continue;
        }
        top = false;
        return Optional.of(new CsvRow(read.getStartingLineNumber(), cells));
      }
      return Optional.empty();
    } catch (CsvParseException | UncheckedIOException e) {
      throw fault(e);
    }
  }

  /** The cells of the last comment before the first row, which may name the columns. */
  List<String> comment() {
    return comment;
  }

  /** Whether a line that begins like this is a comment, and not a row that lacks a value. */
  static boolean isComment(String beginning) {
    return beginning.strip().startsWith("#") && !CsvNumber.isMissing(beginning);
  }

  private List<String> cells(List<String> fields) {
    return spaced ? fields.stream().filter(cell -> !cell.isBlank()).toList() : fields;
  }

  private List<String> uncommented(List<String> cells) {
    List<String> names = new ArrayList<>(cells);
    names.set(0, cells.get(0).strip().substring(1));
    return cells(names);
  }

  private DataException fault(RuntimeException e) {
    return e.getCause() instanceof IOException cause
        ? Faults.reading(source.subject(), cause)
        : Faults.corrupt(source.subject(), "it is not well-formed: " + Faults.reason(e));
  }

  @Override
  public void close() {
    try {
      records.close();
    } catch (IOException e) {
      throw Faults.reading(source.subject(), e);
    }
  }
}
