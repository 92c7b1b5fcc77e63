package org.liegg.data.combine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.liegg.api.BatchStream;
import org.liegg.api.Dataset;
import org.liegg.api.Warning;
import org.liegg.data.support.Digests;

/**
 * Samples side by side: sample n of the whole is sample n of every part, one after the other. A
 * part of one sample is that sample for all.
 */
public final class JoinedDataset implements Dataset {
  private final List<Dataset> parts;
  private final List<Boolean> fixed;
  private final Supplier<String> digest;

  public JoinedDataset(List<Dataset> parts) {
    this.parts = List.copyOf(parts);
    this.fixed = parts.stream().map(JoinedDataset::isOneSample).toList();
    this.digest = Digests.ofTexts(() -> parts.stream().map(Dataset::sha256).toList());
  }

  /** Where the format does not tell, the first two samples do. */
  private static boolean isOneSample(Dataset part) {
    if (part.samples().isPresent()) {
      return part.samples().getAsLong() == 1;
    }
    try (BatchStream stream = part.batches(1)) {
      return stream.next().isPresent() && stream.next().isEmpty();
    }
  }

  @Override
  public String name() {
    return parts.stream().map(Dataset::name).collect(Collectors.joining(" | "));
  }

  @Override
  public String sha256() {
    return digest.get();
  }

  @Override
  public int columns() {
    return parts.stream().mapToInt(Dataset::columns).reduce(0, Math::addExact);
  }

  /** Where every part names its columns. */
  @Override
  public List<String> columnNames() {
    boolean known = parts.stream().noneMatch(part -> part.columnNames().isEmpty());
    return known
        ? parts.stream().map(Dataset::columnNames).flatMap(List::stream).toList()
        : List.of();
  }

  @Override
  public List<Warning> warnings() {
    return parts.stream().map(Dataset::warnings).flatMap(List::stream).toList();
  }

  /** Of the parts that have more than one sample; one, where none has. */
  @Override
  public OptionalLong samples() {
    OptionalLong samples = OptionalLong.of(1);
    for (int i = 0; i < parts.size(); i++) {
      if (!fixed.get(i)) {
        if (parts.get(i).samples().isPresent()) {
          return parts.get(i).samples();
        }
        samples = OptionalLong.empty();
      }
    }
    return samples;
  }

  @Override
  public BatchStream batches(int batchSize) {
    List<JoinedStream.Part> open = new ArrayList<>();
    try {
      boolean allFixed = !fixed.contains(false);
      for (int i = 0; i < parts.size(); i++) {
        open.add(part(parts.get(i), fixed.get(i) && !(allFixed && i == 0), batchSize));
      }
      return new JoinedStream(name(), open);
    } catch (RuntimeException e) {
      open.forEach(JoinedStream.Part::close);
      throw e;
    }
  }

  private static JoinedStream.Part part(Dataset part, boolean repeated, int batchSize) {
    if (!repeated) {
      return new JoinedStream.Part(
          part.name(), part.columns(), Optional.of(part.batches(batchSize)), new double[0]);
    }
    try (BatchStream stream = part.batches(1)) {
      double[] values = stream.next().orElseThrow().values();
      return new JoinedStream.Part(part.name(), part.columns(), Optional.empty(), values);
    }
  }
}
