package org.liegg.data;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.liegg.api.BatchStream;
import org.liegg.api.DataException;

/** Samples in a .csv file; how many, only reading it to the end can tell. */
final class CsvDataset implements Cuttable {

  private final ByteSource source;
  private final CsvDialect dialect;
  private final Supplier<String> digest;

  private CsvDataset(ByteSource source, CsvDialect dialect) {
    this.source = source;
    this.dialect = dialect;
    this.digest = Digests.ofFile(source.path());
  }

  /**
   * Looks at the first rows.
   *
   * @param head the first bytes
   * @throws DataException if there is no sample
   */
  static CsvDataset open(ByteSource source, byte[] head, DataOptions options) {
    char delimiter =
        CsvDialect.delimiter(options.delimiter(), new String(head, StandardCharsets.UTF_8));
    try (CsvRows rows = new CsvRows(source, delimiter)) {
      CsvRecord first =
          rows.next().orElseThrow(() -> Faults.empty(source.subject(), "it has no rows"));
      boolean header = CsvDialect.header(options.header(), first.getFields());
      if (header && rows.next().isEmpty()) {
        throw Faults.empty(
            source.subject(), "it has a header (line %d) and no samples".formatted(line(first)));
      }
      return new CsvDataset(source, new CsvDialect(delimiter, header, first.getFieldCount()));
    }
  }

  /** The line that a row begins in, counting from 1. */
  static long line(CsvRecord row) {
    return row.getStartingLineNumber();
  }

  @Override
  public String name() {
    return source.path().toString();
  }

  @Override
  public String sha256() {
    return digest.get();
  }

  @Override
  public int columns() {
    return dialect.columns();
  }

  @Override
  public OptionalLong samples() {
    return OptionalLong.empty();
  }

  @Override
  public BatchStream batches(int batchSize, long limit) {
    BatchValues.requireBatchSize(source.subject(), batchSize);
    return new CsvStream(source, dialect, batchSize, limit);
  }
}
