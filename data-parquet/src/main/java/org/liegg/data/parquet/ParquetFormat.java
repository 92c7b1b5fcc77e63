package org.liegg.data.parquet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.liegg.data.spi.Content;
import org.liegg.data.spi.DatasetFormat;
import org.liegg.data.spi.TableColumn;
import org.liegg.data.spi.TableContent;
import org.liegg.data.spi.TablePass;
import org.liegg.data.support.Faults;
import org.liegg.data.support.Folders;
import org.liegg.data.text.Words;

/** Parquet: a table, of which a folder may hold the parts, in the order of their names. */
public final class ParquetFormat implements DatasetFormat {

  /** For {@link java.util.ServiceLoader}. */
  public ParquetFormat() {}

  @Override
  public String description() {
    return "a Parquet file";
  }

  @Override
  public boolean accepts(byte[] head) {
    String begin = new String(head, 0, Math.min(4, head.length), StandardCharsets.ISO_8859_1);
    return begin.equals(ParquetFile.MAGIC) || begin.equals(ParquetFile.ENCRYPTED);
  }

  @Override
  public boolean takesFolders() {
    return true;
  }

  @Override
  public Content open(Path path, List<Path> files) throws IOException {
    List<ParquetFile> parts = new ArrayList<>();
    for (Path file : Folders.parts(path, files)) {
      parts.add(ParquetFile.open(path, file));
    }
    List<ParquetColumn> columns = parts.get(0).columns();
    for (ParquetFile part : parts) {
      if (!part.columns().equals(columns)) {
        throw Faults.shape(
            part.subject(),
            "its columns are not those of %s"
                .formatted(Words.quoted(Folders.name(parts.get(0).file()))),
            "give parts of one table: the same names and types in the same order");
      }
    }
    return new Parts(parts, columns);
  }

  /**
   * A table.
   *
   * @param parts its files
   * @param stored its columns
   */
  private record Parts(List<ParquetFile> parts, List<ParquetColumn> stored)
      implements TableContent {

    @Override
    public List<TableColumn> columns() {
      return stored.stream().map(ParquetColumn::described).toList();
    }

    @Override
    public TablePass open(List<Integer> read) {
      return new ParquetPass(parts, read.stream().map(stored::get).toList());
    }

    @Override
    public OptionalLong rows() {
      return RowGroups.rows(parts);
    }

    /** At the row group that holds the row: files before it are not opened. */
    @Override
    public Begun open(List<Integer> read, long row) {
      RowGroups.Rest rest = RowGroups.from(parts, row);
      return new Begun(
          new ParquetPass(rest.parts(), read.stream().map(stored::get).toList()), rest.row());
    }
  }
}
