package org.liegg.core;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.liegg.api.ModelInfo;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.api.spi.IterationStep;
import org.liegg.api.spi.IterationWatch;
import org.liegg.core.checkpoint.CheckpointedIterations;

/**
 * What a decomposition that iterates says and keeps during an extraction: steps go to the progress,
 * states into the checkpoint where there is one.
 */
final class IterationNews implements AutoCloseable {
  /** Options that no spectrum depends on, and paths, of whose content there are checksums. */
  private static final List<String> IRRELEVANT =
      List.of("model", "data", "threads", "reference", "finite-samples", "stability", "accuracy");

  private final ProgressListener progress;
  private final Optional<CheckpointedIterations> kept;

  private IterationNews(ProgressListener progress, Optional<CheckpointedIterations> kept) {
    this.progress = progress;
    this.kept = kept;
  }

  /**
   * Opens the checkpoint, where there is one.
   *
   * @param chosen what decomposes
   * @throws org.liegg.api.LieggException if the checkpoint cannot be used
   */
  static IterationNews of(ExtractionSetup setup, DecompositionProvider chosen) {
    setup.checkpoint.ifPresent(
        asked ->
            CheckpointedIterations.requireIterating(
                asked,
                "the decomposition " + chosen.name(),
                !chosen.capabilities().fullSpectrum()));
    return new IterationNews(
        setup.progress,
        setup.checkpoint.map(asked -> CheckpointedIterations.of(asked, inputs(setup, chosen))));
  }

  /** All that the spectra depend on but for rounding. */
  private static Map<String, String> inputs(ExtractionSetup setup, DecompositionProvider chosen) {
    ModelInfo info = setup.model.info();
    Map<String, String> inputs = new LinkedHashMap<>();
    inputs.put("model", info.origin().sha256());
    inputs.put("engine", info.origin().engine() + " " + info.origin().engineVersion());
    inputs.put("output", info.output() + ", " + info.head());
    inputs.put("data", setup.data.sha256());
    inputs.put("action", setup.action.spec());
    inputs.put("decomposition", chosen.name());
    inputs.put("batch", Integer.toString(setup.batchSize));
    inputs.put("seed", Long.toString(setup.seed()));
    setup.options.forEach(
        (name, value) -> {
          if (!IRRELEVANT.contains(name)) {
            inputs.put("--" + name, value);
          }
        });
    return inputs;
  }

  /** The watch of one decomposition. */
  IterationWatch watch(String decomposition) {
    Consumer<IterationStep> steps = new Told("spectrum of " + decomposition);
    return kept.map(checkpoint -> checkpoint.watch(decomposition, steps))
        .orElseGet(() -> heard(steps));
  }

  private static IterationWatch heard(Consumer<IterationStep> steps) {
    return new IterationWatch() {
      @Override
      public void step(IterationStep step) {
        steps.accept(step);
      }
    };
  }

  /** Says of which decomposition the steps are before the first of them. */
  private final class Told implements Consumer<IterationStep> {
    private final String stage;
    private boolean said;

    Told(String stage) {
      this.stage = stage;
    }

    @Override
    public void accept(IterationStep step) {
      if (!said) {
        progress.stage(stage);
        said = true;
      }
      progress.iteration(step);
    }
  }

  @Override
  public void close() {
    try {
      if (kept.isPresent()) {
        kept.get().close();
      }
    } catch (IOException e) {
      // It was only read: nothing is lost.
    }
  }
}
