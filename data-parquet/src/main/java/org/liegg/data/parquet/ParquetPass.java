package org.liegg.data.parquet;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.RowGroup;
import org.liegg.api.DataException;
import org.liegg.data.spi.PartsPass;
import org.liegg.data.support.Faults;
import org.liegg.data.text.Words;

/** A pass over the rows of all parts, row group by row group; one page a column is held. */
final class ParquetPass extends PartsPass<ParquetFile, ParquetColumn> {

  /** What touches bytes that nobody has checked. */
  private interface Work<T> {
    T done() throws IOException;
  }

  private List<ChunkValues> values = List.of();
  private List<FileChannel> open = List.of();
  private int part = -1;
  private int group;

  ParquetPass(List<ParquetFile> parts, List<ParquetColumn> columns) {
    super(parts, columns);
  }

  @Override
  protected long next() throws IOException {
    if (part >= 0 && group < parts().get(part).groups().size()) {
      RowGroup rows = parts().get(part).groups().get(group++);
      return guarded(() -> begin(rows));
    }
    if (part + 1 == parts().size()) {
      return -1;
    }
    nextPart();
    return 0;
  }

  @Override
  protected void take(double[] to, int rows) {
    guarded(
        () -> {
          for (int column = 0; column < columns().size(); column++) {
            values.get(column).read(to, column, columns().size(), rows);
          }
          return rows;
        });
  }

  private void nextPart() throws IOException {
    close();
    part++;
    group = 0;
    open = List.of(FileChannel.open(parts().get(part).file()));
  }

  private long begin(RowGroup rows) throws IOException {
    if (rows.getNum_rows() < 0) {
      throw new IOException("a row group has %d rows".formatted(rows.getNum_rows()));
    }
    List<ChunkValues> readers = new ArrayList<>();
    for (ParquetColumn column : rows.getNum_rows() == 0 ? List.<ParquetColumn>of() : columns()) {
      if (column.leaf() >= rows.getColumnsSize()) {
        throw new IOException(
            "a row group lacks column " + Words.quoted(column.described().name()));
      }
      ColumnChunk chunk = rows.getColumns().get(column.leaf());
      if (!chunk.isSetMeta_data() || chunk.isSetFile_path()) {
        throw new IOException("a column lies in another file, or is encrypted");
      }
      if (chunk.getMeta_data().getNum_values() != rows.getNum_rows()) {
        throw new IOException(
            "column %s has %d values in a row group of %d rows"
                .formatted(
                    Words.quoted(column.described().name()),
                    chunk.getMeta_data().getNum_values(),
                    rows.getNum_rows()));
      }
      readers.add(
          new ChunkValues(
              column,
              new ChunkPages(open.get(0), chunk.getMeta_data(), column),
              parts().get(part).writer()));
    }
    values = readers;
    return rows.getNum_rows();
  }

  /** Untrusted bytes can make the decoder fail in any way; the caller hears of one. */
  private <T> T guarded(Work<T> work) {
    try {
      return work.done();
    } catch (DataException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw Faults.corrupt(
          parts().get(part).subject(), "it cannot be decoded: " + Faults.reason(cause(e)));
    }
  }

  private static Exception cause(Exception thrown) {
    return thrown.getCause() instanceof IOException cause ? cause : thrown;
  }

  @Override
  public void close() throws IOException {
    for (FileChannel channel : open) {
      channel.close();
    }
    open = List.of();
  }
}
