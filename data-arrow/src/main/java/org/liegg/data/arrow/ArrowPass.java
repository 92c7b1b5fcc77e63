package org.liegg.data.arrow;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.liegg.data.spi.TablePass;

/** A pass over the rows of all parts, batch by batch; a window a field is held. */
final class ArrowPass implements TablePass {
  private final List<ArrowFile> parts;
  private final List<ArrowColumn> columns;
  private List<FieldValues> values = List.of();
  private Optional<FileChannel> open = Optional.empty();
  private Optional<BatchCursor> cursor = Optional.empty();
  private int part = -1;
  private long left;

  ArrowPass(List<ArrowFile> parts, List<ArrowColumn> columns) {
    this.parts = parts;
    this.columns = columns;
  }

  @Override
  public int read(double[] to, int most) throws IOException {
    while (left == 0) {
      if (!nextBatch() && !nextPart()) {
        return 0;
      }
    }
    int rows = (int) Math.min(most, left);
    Guard.guarded(
        parts.get(part).subject(),
        () -> {
          for (FieldValues field : values) {
            field.read(to, columns.size(), rows);
          }
          return rows;
        });
    left -= rows;
    return rows;
  }

  private boolean nextPart() throws IOException {
    close();
    if (part + 1 == parts.size()) {
      return false;
    }
    part++;
    ArrowFile file = parts.get(part);
    FileChannel channel = FileChannel.open(file.file());
    open = Optional.of(channel);
    cursor = Optional.of(Guard.guarded(file.subject(), () -> new BatchCursor(file, channel)));
    return true;
  }

  private boolean nextBatch() {
    return cursor.isPresent()
        && Guard.guarded(parts.get(part).subject(), () -> begin(cursor.get().next()));
  }

  private boolean begin(Optional<ArrowBatch> batch) throws IOException {
    if (batch.isEmpty()) {
      return false;
    }
    left = batch.get().rows();
    List<FieldValues> fields = new ArrayList<>();
    if (left > 0) {
      for (Map.Entry<Integer, int[]> read : targets().entrySet()) {
        ArrowFile file = parts.get(part);
        fields.add(
            new FieldValues(
                file.fields().get(read.getKey()), read.getValue(), batch.get(), file.order()));
      }
    }
    values = fields;
    return true;
  }

  /** By field, which column of a sample each of its numbers is. */
  private Map<Integer, int[]> targets() {
    Map<Integer, int[]> targets = new TreeMap<>();
    for (int i = 0; i < columns.size(); i++) {
      ArrowColumn column = columns.get(i);
      int width = parts.get(part).fields().get(column.field()).width();
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
