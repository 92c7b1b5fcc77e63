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
import java.util.Optional;
import org.liegg.api.DataException;

/** The rows of a .csv file as text, without the blank ones. */
final class CsvRows implements AutoCloseable {

  private static final int MOST_CELLS = 1 << 24;

  private final ByteSource source;
  private final CloseableIterator<CsvRecord> records;

  CsvRows(ByteSource source, char delimiter) {
    this.source = source;
    try {
      this.records =
          CsvReader.builder()
              .fieldSeparator(delimiter)
              .skipEmptyLines(true)
              .allowExtraFields(true)
              .allowMissingFields(true)
              .detectBomHeader(true)
              .build(
                  CsvRecordHandler.builder().maxFields(MOST_CELLS).build(),
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
  Optional<CsvRecord> next() {
    try {
      while (records.hasNext()) {
        CsvRecord row = records.next();
        if (row.getFieldCount() != 1 || !row.getField(0).isBlank()) {
          return Optional.of(row);
        }
      }
      return Optional.empty();
    } catch (CsvParseException | UncheckedIOException e) {
      throw fault(e);
    }
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
