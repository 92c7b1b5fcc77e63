package org.liegg.data.arrow;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.liegg.data.spi.Content;
import org.liegg.data.spi.DatasetFormat;
import org.liegg.data.spi.TableColumn;
import org.liegg.data.spi.TableContent;
import org.liegg.data.spi.TablePass;
import org.liegg.data.support.Faults;
import org.liegg.data.support.Folders;
import org.liegg.data.text.Words;

/**
 * Arrow: a table in a file (Feather is one) or a stream, of which a folder may hold the parts, in
 * the order of their names.
 */
public final class ArrowFormat implements DatasetFormat {
  /** Bytes that say whether this is a stream: the metadata of a schema begin with what they are. */
  static final int HEAD = 4096;

  private static final int CONTINUATION = -1;

  /** What Hugging Face's datasets put beside the parts. */
  private static final Set<String> BESIDE = Set.of("dataset_info.json", "state.json");

  /** For {@link java.util.ServiceLoader}. */
  public ArrowFormat() {}

  @Override
  public String description() {
    return "an Arrow file";
  }

  @Override
  public boolean accepts(byte[] head) {
    return isFile(head) || isStream(head);
  }

  /** Whether a file begins like this, whose end says where its batches are. */
  static boolean isFile(byte[] head) {
    byte[] magic = ArrowFile.MAGIC.getBytes(StandardCharsets.US_ASCII);
    return head.length >= magic.length
        && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
  }

  /** Whether a stream begins like this: with a schema. */
  static boolean isStream(byte[] head) {
    ByteBuffer begin = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
    if (head.length < 4 * Integer.BYTES || begin.getInt() != CONTINUATION || begin.getInt() <= 0) {
      return false;
    }
    try {
      Message message = Message.getRootAsMessage(begin.slice());
      return message.headerType() == MessageHeader.Schema;
    } catch (RuntimeException e) {
      return false;
    }
  }

  @Override
  public boolean takesFolders() {
    return true;
  }

  @Override
  public Content open(Path path, List<Path> files) throws IOException {
    List<ArrowFile> parts = new ArrayList<>();
    for (Path file : Folders.parts(path, files)) {
      if (file.equals(path) || !BESIDE.contains(Folders.name(file))) {
        parts.add(ArrowFile.open(path, file));
      }
    }
    List<ArrowField> fields = parts.get(0).fields();
    for (ArrowFile part : parts) {
      if (!part.fields().equals(fields)) {
        throw Faults.shape(
            part.subject(),
            "its columns are not those of %s"
                .formatted(Words.quoted(Folders.name(parts.get(0).file()))),
            "give parts of one table: the same names and types in the same order");
      }
    }
    return new Parts(parts, ArrowColumn.all(fields));
  }

  /**
   * A table.
   *
   * @param parts its files
   * @param stored its columns
   */
  private record Parts(List<ArrowFile> parts, List<ArrowColumn> stored) implements TableContent {

    @Override
    public List<TableColumn> columns() {
      return stored.stream().map(ArrowColumn::described).toList();
    }

    @Override
    public TablePass open(List<Integer> read) {
      return new ArrowPass(parts, read.stream().map(stored::get).toList());
    }
  }
}
