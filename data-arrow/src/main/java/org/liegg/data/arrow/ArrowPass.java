package org.liegg.data.arrow;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.liegg.data.spi.PartsPass;

/** A pass over the rows of all parts, batch by batch; a window a field is held. */
final class ArrowPass extends PartsPass<ArrowFile, ArrowColumn> {
  private List<FieldValues> values = List.of();
  private Optional<FileChannel> open = Optional.empty();
  private Optional<BatchCursor> cursor = Optional.empty();
  private int part = -1;

  ArrowPass(List<ArrowFile> parts, List<ArrowColumn> columns) {
    super(parts, columns);
  }

  @Override
  protected void take(double[] to, int rows) {
    Guard.guarded(
        parts().get(part).subject(),
        () -> {
          for (FieldValues field : values) {
            field.read(to, columns().size(), rows);
          }
          return rows;
        });
  }

  @Override
  protected long next() throws IOException {
    if (cursor.isPresent()) {
      long rows = Guard.guarded(parts().get(part).subject(), () -> begin(cursor.get().next()));
      if (rows >= 0) {
        return rows;
      }
    }
    return nextPart() ? 0 : -1;
  }

  private boolean nextPart() throws IOException {
    close();
    if (part + 1 == parts().size()) {
      return false;
    }
    part++;
    ArrowFile file = parts().get(part);
    FileChannel channel = FileChannel.open(file.file());
    open = Optional.of(channel);
    cursor = Optional.of(Guard.guarded(file.subject(), () -> new BatchCursor(file, channel)));
    return true;
  }

  private long begin(Optional<ArrowBatch> batch) throws IOException {
    if (batch.isEmpty()) {
      return -1;
    }
    long rows = batch.get().rows();
    List<FieldValues> fields = new ArrayList<>();
    if (rows > 0) {
      for (Map.Entry<Integer, int[]> read : targets().entrySet()) {
        ArrowFile file = parts().get(part);
        fields.add(
            new FieldValues(
                file.fields().get(read.getKey()), read.getValue(), batch.get(), file.order()));
      }
    }
    values = fields;
    return rows;
  }

  /** By field, which column of a sample each of its numbers is. */
  private Map<Integer, int[]> targets() {
    Map<Integer, int[]> targets = new TreeMap<>();
    for (int i = 0; i < columns().size(); i++) {
      ArrowColumn column = columns().get(i);
      int width = parts().get(part).fields().get(column.field()).width();
      targets.computeIfAbsent(column.field(), field -> none(width))[column.element()] = i;
    }
    return targets;
  }

  private static int[] none(int width) {
    int[] targets = new int[width];
    Arrays.fill(targets, -1);
    return targets;
  }

  @Override
  public void close() throws IOException {
    cursor = Optional.empty();
    if (open.isPresent()) {
      open.get().close();
    }
    open = Optional.empty();
  }
}
