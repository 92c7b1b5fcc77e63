package org.liegg.app.export;

import java.util.Optional;
import java.util.function.Function;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.DataException;
import org.liegg.api.Dataset;
import org.liegg.api.spi.TransformationGroup;
import org.liegg.groups.Augmentation;
import org.liegg.groups.Orbit;

/**
 * Samples moved by elements of a group, all of them several times, one pass over them after
 * another; what is to come out of them likewise, by the same elements. The same choice moves them
 * the same way.
 *
 * @param group on as many inputs as samples have, bound to their targets where there are some
 * @param choice which elements
 * @param copies how often every sample is moved, ≥ 1
 * @param samples that are moved
 * @param targets as many rows, where there are some
 */
public record MovedSamples(
    TransformationGroup group,
    Orbit.Choice choice,
    int copies,
    Dataset samples,
    Optional<Dataset> targets) {
  private static final int BATCH = 1024;

  /**
   * How samples are moved.
   *
   * @param copies how often every sample is, ≥ 1
   * @param most elements that they are moved by, at most, the identity among them
   * @param seed that these are drawn by
   */
  public record Wish(int copies, int most, long seed) {}

  /** The moved samples, those of the first pass first. */
  public BatchStream inputs() {
    return new Passes(Augmentation.Samples::inputs, Optional.empty());
  }

  /**
   * Their targets.
   *
   * @throws IllegalStateException if there are none
   */
  public BatchStream outputs() {
    return new Passes(
        Augmentation.Samples::targets,
        Optional.of(targets.orElseThrow(() -> new IllegalStateException("there are no targets"))));
  }

  /** One pass after another over all samples. */
  private final class Passes implements BatchStream {
    private final Function<Augmentation.Samples, Batch> taken;
    private final Optional<Dataset> others;
    private final Augmentation augmentation = Augmentation.of(group, choice);
    private BatchStream inputs = samples.batches(BATCH);
    private Optional<BatchStream> beside;
    private int done;

    Passes(Function<Augmentation.Samples, Batch> taken, Optional<Dataset> others) {
      this.taken = taken;
      this.others = others;
      this.beside = others.map(data -> data.batches(BATCH));
    }

    @Override
    public Optional<Batch> next() {
      Optional<Batch> batch = inputs.next();
      while (batch.isEmpty() && done + 1 < copies) {
        requireEnd();
        done++;
        close();
        inputs = samples.batches(BATCH);
        beside = others.map(data -> data.batches(BATCH));
        batch = inputs.next();
        if (batch.isEmpty()) {
          return batch;
        }
      }
      if (batch.isEmpty()) {
        requireEnd();
      }
      return batch.map(rows -> taken.apply(moved(rows)));
    }

    private Augmentation.Samples moved(Batch rows) {
      Batch wanted =
          beside
              .map(stream -> stream.next().orElseGet(() -> Batch.empty(0)))
              .orElseGet(() -> new Batch(rows.rows(), 0, new double[0]));
      if (wanted.rows() != rows.rows()) {
        throw different();
      }
      return augmentation.moved(new Augmentation.Samples(rows, wanted));
    }

    private void requireEnd() {
      if (beside.flatMap(BatchStream::next).isPresent()) {
        throw different();
      }
    }

    private DataException different() {
      return new DataException(
          "LIEGG-EXPORT-LABELS",
          "labels of " + samples.name(),
          "there are more or fewer of them than samples",
          "give a label for every sample, in their order");
    }

    @Override
    public void close() {
      inputs.close();
      beside.ifPresent(BatchStream::close);
    }
  }
}
