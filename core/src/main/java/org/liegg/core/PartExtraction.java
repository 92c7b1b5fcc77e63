package org.liegg.core;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.DataException;
import org.liegg.api.Dataset;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.support.RowAccess;
import org.liegg.core.parts.KeptPart;
import org.liegg.core.parts.KeptRows;
import org.liegg.core.parts.Part;
import org.liegg.core.parts.PartPlan;
import org.liegg.core.parts.PartState;
import org.liegg.core.parts.PartSums;
import org.liegg.core.parts.RowPasses;
import org.liegg.core.parts.StateException;
import org.liegg.core.samples.RowRange;
import org.liegg.core.samples.SampleSums;

/**
 * An extraction whose samples are summed part by part, in one process or in many. In every round
 * each part makes a state by the same plan, states are merged in any order and grouping, and all of
 * them together make the plan of the next round or the report. Plans and states are bytes; no file
 * is needed, and only one of the parts is in memory at a time.
 *
 * <pre>{@code
 * PartPlan plan = extraction.start();
 * while (true) {
 *   PartState first = extraction.sum(plan, new Part(1, 8));            // anywhere
 *   PartState all = first.plus(others, PartSums.ofRegistry());         // anywhere
 *   switch (extraction.next(all)) { … }                                // in one place
 * }
 * }</pre>
 *
 * <p>The report is that of {@link #extract()}, to the last bit, where the processes compute alike.
 * Confined to one thread.
 */
public final class PartExtraction {
  private final ExtractionSetup setup;
  private final int parts;
  private final List<String> request;
  private final PartSums sums;
  private OptionalLong samples; // of this extraction's data, once they are known

  PartExtraction(ExtractionSetup setup, int parts, List<String> request, PartSums sums) {
    this.sums = sums.with(setup.decomposition);
    this.setup = setup;
    this.parts = new Part(1, parts).count();
    this.request = List.copyOf(request);
    samples = setup.total();
    requireSupported(setup);
  }

  private static void requireSupported(ExtractionSetup setup) {
    String refused =
        setup.group.isPresent()
            ? "a group is tried on all samples together"
            : setup.byValues
                ? "a model without derivatives is tried as a whole"
                : setup.settings.extras().stability()
                    ? "stability trials extract again from other samples"
                    : setup.settings.extras().discrete()
                        ? "discrete symmetries are looked for on samples of one process"
                        : setup.settings.locating().samples()
                            ? "where a group is broken is looked for on samples of one process"
                            : setup.checkpoint.isPresent() ? "checkpoints are of one process" : "";
    if (!refused.isEmpty()) {
      throw new StateException(
          "LIEGG-STATE-UNSUPPORTED",
          "extraction in parts",
          refused,
          "extract without parts, or leave it out");
    }
  }

  /**
   * The plan of the first round, from some of the first samples.
   *
   * @throws org.liegg.api.DataException if the data cannot be read
   */
  public PartPlan start() {
    int wanted = (int) Math.min(SampleSums.FIRST, setup.limit.orElse(SampleSums.FIRST));
    try (BatchStream batches = setup.data.batches(wanted)) {
      Batch first = batches.next().orElseThrow(setup::empty);
      return start(first.slice(0, Math.min(wanted, first.rows())));
    }
  }

  /**
   * The plan of the first round, where it is not the data of this extraction that are in parts.
   *
   * @param first some of the first samples of all, {@value SampleSums#FIRST} are enough
   */
  public PartPlan start(Batch first) {
    return PartPlan.start(new PartPlan.Work(ExtractionIdentity.of(setup), request, parts, first));
  }

  /**
   * Sums over one part of this extraction's data; the parts follow each other and are equally
   * large. Of a table that is {@link RowAccess} they are equal shares of its rows, and the others
   * are not read; where other data do not tell how many samples they hold, they are read once more
   * to count them.
   *
   * @throws org.liegg.api.LieggException as {@link #sum(PartPlan, Part, Dataset)}
   */
  public PartState sum(PartPlan plan, Part part) {
    return sum(plan, part, rows(part));
  }

  /**
   * Sums over one part.
   *
   * @param plan of the round
   * @param samples of this part alone, the same in every round
   * @throws StateException {@code LIEGG-STATE-OTHER} if the plan is of another extraction, or the
   *     samples are not those of the survey
   * @throws org.liegg.api.LieggException as {@link SymmetryExtractor#extract()}
   */
  public PartState sum(PartPlan plan, Part part, Dataset samples) {
    setup.progress.stage("round " + plan.round().label());
    LongConsumer progress = read -> setup.progress.samples(read, OptionalLong.empty());
    return sum(plan, part, new PartRun(setup, plan, part, setup.model, sums, progress), samples);
  }

  /**
   * Sums over one part by a session of the model of its own. This alone may be called by many
   * threads at once.
   *
   * @param progress hears in the calling thread how many of the samples were differentiated so far
   * @throws org.liegg.api.LieggException as {@link #sum(PartPlan, Part, Dataset)}
   */
  public PartState sumApart(PartPlan plan, Part part, Dataset samples, LongConsumer progress) {
    try (ModelGradient session = fork()) {
      return sum(plan, part, new PartRun(setup, plan, part, session, sums, progress), samples);
    }
  }

  /**
   * The same, and the rows of E apart, where the decomposition keeps any: these stay wherever the
   * caller has them, and {@link #next(PartState, RowPasses)} asks them in passes over all parts.
   *
   * @throws org.liegg.api.LieggException as {@link #sum(PartPlan, Part, Dataset)}
   */
  public KeptPart keepApart(PartPlan plan, Part part, Dataset samples, LongConsumer progress) {
    try (ModelGradient session = fork()) {
      return kept(plan, part, samples, session, progress);
    }
  }

  /** What adds up sums of parts, and asks the rows that they keep. */
  public PartSums sums() {
    return sums;
  }

  /** Whether parts keep rows in this round. */
  public boolean keepsRows(PartPlan plan) {
    return plan.settled()
        .judged()
        .flatMap(judged -> sums.distributedRows(judged.decomposition()))
        .isPresent();
  }

  private synchronized ModelGradient fork() {
    return setup.model.fork();
  }

  /** Without news, since several parts are summed at a time. */
  private KeptPart quietly(PartPlan plan, Part part, Dataset samples, ModelGradient session) {
    return kept(plan, part, samples, session, read -> {});
  }

  private KeptPart kept(
      PartPlan plan, Part part, Dataset samples, ModelGradient session, LongConsumer progress) {
    require(plan, part);
    requireWidth(samples);
    return new PartRun(setup, plan, part, session, sums, progress).kept(samples);
  }

  private PartState sum(PartPlan plan, Part part, PartRun run, Dataset samples) {
    require(plan, part);
    requireWidth(samples);
    return PartState.of(plan, part, run.sums(samples));
  }

  private void requireWidth(Dataset samples) {
    if (samples.columns() != setup.data.columns()) {
      throw new DataException(
          "LIEGG-DATA-WIDTH",
          "data " + samples.name(),
          "a sample of this part has %d values, those of the extraction have %d"
              .formatted(samples.columns(), setup.data.columns()),
          "give parts of one source");
    }
  }

  private void require(PartPlan plan, Part part) {
    ExtractionIdentity.of(setup).require(plan.work().identity(), "plan");
    if (plan.parts() != parts || part.count() != parts) {
      throw new StateException(
          "LIEGG-STATE-OTHER",
          "part " + part,
          "the extraction is in %d parts, and its plan for %d".formatted(parts, plan.parts()),
          "give every part the same number of parts");
    }
  }

  /**
   * What comes of all parts of a round.
   *
   * @throws StateException {@code LIEGG-STATE-MISSING} if a part is not there, {@code
   *     LIEGG-STATE-OTHER} if it is of another extraction
   * @throws org.liegg.api.LieggException as {@link SymmetryExtractor#extract()}
   */
  public PartStep next(PartState states) {
    return next(states, Optional.empty());
  }

  /**
   * The same, where rows stayed with their parts.
   *
   * @param kept reaches them: all parts of all rounds so far
   * @throws org.liegg.api.LieggException as {@link #next(PartState)}
   */
  public PartStep next(PartState states, RowPasses kept) {
    return next(states, Optional.of(kept));
  }

  private PartStep next(PartState states, Optional<RowPasses> kept) {
    byte[] whole = states.whole(sums);
    PartPlan plan = states.plan();
    require(plan, new Part(1, states.parts()));
    return new PartMerge(setup, plan, sums, kept).of(whole);
  }

  /**
   * Does all of it here, so many parts at a time as there are threads. The result depends on the
   * number of parts and not on that of threads, but for rounding of what is solved at the end.
   *
   * @throws org.liegg.api.LieggException as {@link SymmetryExtractor#extract()}
   */
  public SymmetryReport extract() {
    PartPlan plan = start();
    KeptRows kept = new KeptRows(sums, setup.workers());
    while (true) {
      setup.progress.stage("round " + plan.round().label());
      PartRounds round = new PartRounds(setup, parts, sums);
      PartStep step = next(round.run(this::quietly, plan, this::rows, kept), kept);
      if (step instanceof PartStep.Done done) {
        return done.report();
      }
      plan = ((PartStep.Next) step).plan();
    }
  }

  private Dataset rows(Part part) {
    if (setup.limit.isEmpty()
        && setup.data instanceof RowAccess table
        && table.rows().isPresent()) {
      long rows = table.rows().getAsLong();
      return table.rows(part.from(rows), part.to(rows));
    }
    if (samples.isEmpty()) {
      samples = OptionalLong.of(RowRange.count(setup.data, setup.limit));
    }
    long all = samples.getAsLong();
    return new RowRange(setup.data, part.from(all), part.to(all), part.index() + 1 == parts);
  }
}
