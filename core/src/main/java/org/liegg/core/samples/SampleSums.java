package org.liegg.core.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.liegg.api.Batch;
import org.liegg.api.Dataset;
import org.liegg.api.Warning;
import org.liegg.api.spi.support.StateInput;
import org.liegg.api.spi.support.StateOutput;

/**
 * What one reading of some parts of the samples tells before any is differentiated, in sums that
 * add up to a survey of all: moments, products with earlier samples of the same part, how many are
 * copies, and some of the samples themselves.
 */
public final class SampleSums {
  /** Samples that tell in which directions to look at their order. */
  public static final int FIRST = LaggedProducts.PILOT;

  /** Of parts that each notice something of their own. */
  private static final int MOST_WARNINGS = 4;

  private final int columns;
  private final ColumnMoments moments;
  private final LaggedProducts lagged;
  private final DuplicateSketch duplicates;
  private final KeyedSamples reservoir;
  private final KeyedSamples tried;
  private final List<PartSize> parts;
  private List<Warning> warnings = List.of();

  /**
   * Samples that are drawn to be moved by finite group elements.
   *
   * @param wanted how many; fewer where samples are large
   * @param seed of the draw
   */
  public record Draw(int wanted, long seed) {}

  private SampleSums(
      int columns,
      ColumnMoments moments,
      LaggedProducts lagged,
      DuplicateSketch duplicates,
      List<KeyedSamples> drawn,
      List<PartSize> parts) {
    this.columns = columns;
    this.moments = moments;
    this.lagged = lagged;
    this.duplicates = duplicates;
    this.reservoir = drawn.get(0);
    this.tried = drawn.get(1);
    this.parts = parts;
  }

  /**
   * Reads one part.
   *
   * @param samples of the part alone
   * @param part from 0
   * @param first some of the first samples of all parts, the same for each part
   * @param batchSize samples held at a time
   * @throws org.liegg.api.DataException if the data cannot be read
   */
  public static SampleSums of(Dataset samples, int part, Batch first, int batchSize, Draw draw) {
    int columns = samples.columns();
    int most = (int) Math.max(1, SampleSurvey.HELD / Math.max(1, columns));
    SampleSums sums =
        new SampleSums(
            columns,
            new ColumnMoments(columns),
            LaggedProducts.along(first),
            new DuplicateSketch(),
            List.of(
                new KeyedSamples(
                    columns, Math.min(SampleSurvey.RESERVOIR, most), SampleSurvey.SEED),
                new KeyedSamples(columns, Math.max(1, Math.min(draw.wanted, most)), draw.seed)),
            new ArrayList<>());
    Reading reading = sums.new Reading(part);
    new SampleReading(samples, OptionalLong.empty(), batchSize).read(reading);
    sums.parts.add(reading.size);
    sums.warnings = List.copyOf(samples.warnings());
    return sums;
  }

  private final class Reading implements SampleReading.Listener {
    private PartSize size;

    Reading(int part) {
      size = PartSize.empty(part);
    }

    @Override
    public void batch(Batch batch) {
      moments.add(batch);
    }

    @Override
    public void sample(Batch batch, int row) {
      lagged.add(batch, row);
      duplicates.add(SampleSplit.hash(batch, row));
      reservoir.add(size.part(), size.samples(), batch, row);
      tried.add(size.part(), size.samples(), batch, row);
      size = size.with(batch, row);
    }
  }

  /**
   * Adds what was summed of the parts that follow.
   *
   * @throws IllegalArgumentException if their samples have other columns
   */
  public void merge(SampleSums next) {
    if (columns != next.columns) {
      throw new IllegalArgumentException(
          "samples of %d and of %d columns".formatted(columns, next.columns));
    }
    moments.merge(next.moments);
    lagged.merge(next.lagged);
    duplicates.merge(next.duplicates);
    reservoir.merge(next.reservoir);
    tried.merge(next.tried);
    parts.addAll(next.parts);
    warnings =
        Stream.concat(warnings.stream(), next.warnings.stream())
            .distinct()
            .limit(MOST_WARNINGS)
            .toList();
  }

  /** What was noticed of the source of the samples, in the first parts that noticed anything. */
  public List<Warning> warnings() {
    return warnings;
  }

  /** What the samples are. */
  public SampleSurvey survey() {
    return SampleSurvey.of(moments, lagged, duplicates, reservoir.batch());
  }

  /** How many of them are copies. */
  public DuplicateSketch duplicates() {
    return duplicates;
  }

  /** The parts that were read, in their order. */
  public List<PartSize> parts() {
    return List.copyOf(parts);
  }

  /** How many samples are before a part. */
  public long before(int part) {
    return parts.stream().filter(p -> p.part() < part).mapToLong(PartSize::samples).sum();
  }

  /** The first of the samples that were drawn to be moved. */
  public Batch tried(int count) {
    return tried.batch(count);
  }

  /** Where these are in the data, from 0. */
  public long[] places(int count) {
    return tried.places(count, this::before);
  }

  /** Writes all of it. */
  public void writeTo(StateOutput out) {
    out.writeInt(columns);
    moments.writeTo(out);
    lagged.writeTo(out);
    duplicates.writeTo(out);
    reservoir.writeTo(out);
    tried.writeTo(out);
    out.writeInt(parts.size());
    parts.forEach(part -> part.writeTo(out));
    out.writeInt(warnings.size());
    for (Warning warning : warnings) {
      out.writeText(warning.code()).writeText(warning.message());
      out.writeInt(warning.explains().orElse(-1));
    }
  }

  /**
   * Reads what was written.
   *
   * @throws IllegalArgumentException if it contradicts itself
   */
  public static SampleSums readFrom(StateInput in) {
    int columns = in.readSize();
    in.require((long) columns * Double.BYTES <= in.remaining());
    ColumnMoments moments = ColumnMoments.readFrom(in, columns);
    LaggedProducts lagged = LaggedProducts.readFrom(in, columns);
    DuplicateSketch duplicates = DuplicateSketch.readFrom(in);
    List<KeyedSamples> drawn =
        List.of(KeyedSamples.readFrom(in, columns), KeyedSamples.readFrom(in, columns));
    List<PartSize> parts = new ArrayList<>();
    for (int left = in.readSize(); left > 0; left--) {
      parts.add(PartSize.readFrom(in));
    }
    SampleSums sums = new SampleSums(columns, moments, lagged, duplicates, drawn, parts);
    List<Warning> warnings = new ArrayList<>();
    for (int left = in.readSize(); left > 0; left--) {
      String code = in.readText();
      String message = in.readText();
      int explains = in.readInt();
      warnings.add(
          new Warning(code, message, explains < 0 ? Optional.empty() : Optional.of(explains)));
    }
    sums.warnings = List.copyOf(warnings);
    return sums;
  }
}
