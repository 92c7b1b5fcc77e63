package org.liegg.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.liegg.api.DecompositionOptions;
import org.liegg.api.DefectSpectrum;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.core.evidence.Evidence;
import org.liegg.core.evidence.Judging;
import org.liegg.core.evidence.Measuring;
import org.liegg.core.evidence.Selection;
import org.liegg.core.finite.FiniteDraw;
import org.liegg.core.finite.FiniteSamples;
import org.liegg.core.memory.HeldOutRoom;
import org.liegg.core.memory.MemoryPlan;
import org.liegg.core.parts.KeptRows;
import org.liegg.core.parts.PartPlan;
import org.liegg.core.parts.PartSums;
import org.liegg.core.parts.PassSums;
import org.liegg.core.parts.Round;
import org.liegg.core.parts.RowPass;
import org.liegg.core.parts.RowPasses;
import org.liegg.core.parts.StateException;
import org.liegg.core.pass.Accumulators;
import org.liegg.core.pass.GradientAudit;
import org.liegg.core.pass.Stages;
import org.liegg.core.samples.Neighbourhoods;
import org.liegg.core.samples.SampleSums;
import org.liegg.metrics.HeldOutSums;

/** What all parts of a round say together: the plan of the next round, or the report. */
final class PartMerge {
  private final ExtractionSetup setup;
  private final PartPlan plan;
  private final PartSums providers;
  private final Optional<RowPasses> kept;
  private final Instant startedAt = Instant.now();
  private final Stages stages = new Stages("read", "gradient", "polarize", "decompose", "evidence");

  /**
   * A merge.
   *
   * @param kept reaches the rows that stayed with their parts; empty where sums have them
   */
  PartMerge(ExtractionSetup setup, PartPlan plan, PartSums providers, Optional<RowPasses> kept) {
    this.setup = setup;
    this.providers = providers;
    this.plan = plan;
    this.kept = kept;
  }

  /**
   * What comes next.
   *
   * @param sums of all parts
   */
  PartStep of(byte[] sums) {
    return switch (plan.round()) {
      case SURVEY -> surveyed(sums);
      case GROUP -> judged(plan.settled().survey().orElseThrow(), Optional.of(sums));
      case SELECT ->
          setup.heldOut
              ? selected(sums)
              : new PartStep.Done(report(sums, Optional.empty(), Optional.empty()));
      case ESTIMATE -> estimated(sums);
    };
  }

  private PartStep surveyed(byte[] sums) {
    SampleSums all = PartSums.survey(sums);
    if (all.survey().samples() == 0) {
      throw setup.empty();
    }
    return setup.heldOut && Neighbourhoods.among(all.survey()).isPresent()
        ? new PartStep.Next(plan.grouping(sums))
        : judged(sums, Optional.empty());
  }

  private PartStep judged(byte[] surveyed, Optional<byte[]> grouped) {
    MemoryPlan memory = memory();
    memory.require("action '%s'".formatted(setup.action.spec()));
    PartContext context = new PartContext(setup, plan, surveyed, grouped);
    Judging judging =
        Judging.of(
            context.along(setup.model), setup.action, context.samples.survey(), setup.tolerance());
    DecompositionOptions options = context.options(judging);
    DecompositionProvider chosen = setup.decomposition.resolve(setup.action.dimension(), options);
    HeldOutRoom room =
        HeldOutRoom.of(setup.memoryBytes(), memory.left(), setup.workers()).travelling();
    Measuring measuring =
        new Measuring(setup.action.fields(), setup.reference, judging, room, Optional.empty());
    boolean apart = measuring.referenceSums().filter(sums -> sums.outputs() > 0).isPresent();
    return new PartStep.Next(
        plan.selecting(
            surveyed,
            grouped,
            new PartPlan.Judged(
                judging.weights(), judging.outputs(), chosen.name(), room.bytes(), apart)));
  }

  /** Where rows stay elsewhere, this process need not have room for them. */
  private MemoryPlan memory() {
    boolean elsewhere =
        kept.filter(rows -> !rows.areHere()).isPresent()
            && resolved().distributedRows().isPresent();
    return elsewhere ? setup.planWithoutRows() : setup.plan();
  }

  private DecompositionProvider resolved() {
    return setup.decomposition.resolve(setup.action.dimension(), setup.decompositionOptions());
  }

  /**
   * Accumulators that reach rows, where the decomposition asks any.
   *
   * @param passes whose rows they are, the choosing half first
   */
  private Accumulators accumulators(PartContext context, List<PassSums> passes) {
    Accumulators plain = context.accumulators(providers);
    if (plain.provider().distributedRows().isEmpty()) {
      return plain;
    }
    List<Round> rounds = List.of(Round.SELECT, Round.ESTIMATE).subList(0, passes.size());
    RowPasses rows = kept.orElseGet(() -> carried(rounds, passes));
    String name = plain.provider().name();
    return plain.reaching(question -> rows.over(rounds, new RowPass(name, question)));
  }

  /** Rows that came with the sums. */
  private RowPasses carried(List<Round> rounds, List<PassSums> passes) {
    KeptRows rows = new KeptRows(providers, setup.workers());
    for (int i = 0; i < passes.size(); i++) {
      List<List<byte[]>> parts = passes.get(i).rows();
      for (int part = 0; part < parts.size(); part++) {
        rows.keep(rounds.get(i), part, parts.get(part));
      }
    }
    return rows;
  }

  private PartStep selected(byte[] sums) {
    PassSums choosing = PassSums.of(sums);
    PartContext context = new PartContext(setup, plan);
    Accumulators accumulators = accumulators(context, List.of(choosing));
    Measuring measuring = context.measuring(context.judging(), Optional.empty());
    Optional<DefectSpectrum> spectrum = Optional.empty();
    if (choosing.samples() > 0) {
      try (Decomposition all = accumulators.provider().restore(choosing.accumulated())) {
        spectrum = accumulators.chosenOn(all, measuring.wanted());
      }
    }
    Selection selection = measuring.select(spectrum);
    boolean apart = measuring.sums(selection).outputs() > 0;
    return new PartStep.Next(plan.estimating(new PartPlan.Selected(selection, sums, apart)));
  }

  private PartStep estimated(byte[] sums) {
    PartPlan.Selected selected = plan.settled().selected().orElseThrow();
    PassSums choosing = PassSums.of(selected.sums());
    PassSums measured = PassSums.of(sums);
    PartContext context = new PartContext(setup, plan);
    Optional<HeldOutSums> reference =
        context.choosing().referenceSums().map(empty -> with(choosing, empty));
    HeldOutSums found = with(measured, context.estimating().sums(selected.selection()));
    Evidence evidence =
        stages.time(
            "evidence",
            () ->
                context
                    .estimating()
                    .evidence(
                        selected.selection(),
                        choosing.samples(),
                        reference,
                        Optional.of(found),
                        setup.rule(context.samples.independence())));
    return new PartStep.Done(report(selected.sums(), Optional.of(measured), Optional.of(evidence)));
  }

  /** What was summed of these directions. */
  private static HeldOutSums with(PassSums sums, HeldOutSums empty) {
    try {
      empty.add(sums.sums().orElseThrow(() -> new IllegalArgumentException("no directions")));
      return empty;
    } catch (IllegalArgumentException e) {
      throw new StateException(
          "LIEGG-STATE-CORRUPT",
          "states of parts",
          "they have %s".formatted(e.getMessage()),
          "make the parts again",
          e);
    }
  }

  private SymmetryReport report(
      byte[] first, Optional<PassSums> second, Optional<Evidence> evidence) {
    PassSums choosing = PassSums.of(first);
    PartContext context = new PartContext(setup, plan);
    Accumulators accumulators =
        accumulators(context, Stream.concat(Stream.of(choosing), second.stream()).toList());
    GradientAudit audit = choosing.audit();
    try (Decomposition all = restored(accumulators, choosing)) {
      if (second.isPresent()) {
        try (Decomposition more = accumulators.provider().restore(second.get().accumulated())) {
          stages.run("decompose", () -> all.merge(more));
        }
        audit.merge(second.get().audit());
      }
      long used = choosing.samples() + second.map(PassSums::samples).orElse(0L);
      return new Answer(
              setup,
              startedAt,
              stages,
              context.samples,
              context.judging(),
              accumulators,
              draw(context.sums))
          .of(
              new Answer.Found(
                  all, used, audit, context.sums.duplicates(), context.sums.warnings(), evidence));
    }
  }

  private FiniteDraw draw(SampleSums sums) {
    return new FiniteDraw(
        setup.data.sampleShape(),
        setup.batchSize,
        setup.settings.extras().finiteSamples(),
        1, // The report is the same to the last bit on any number of threads.
        count -> new FiniteSamples(sums.tried(count), sums.places(count)));
  }

  /** With the options of this extraction, which a state does not hold. */
  private Decomposition restored(Accumulators accumulators, PassSums sums) {
    Decomposition all = accumulators.open(setup.action.dimension());
    try (Decomposition state = accumulators.provider().restore(sums.accumulated())) {
      stages.run("decompose", () -> all.merge(state));
      return all;
    } catch (RuntimeException e) {
      all.close();
      throw e;
    }
  }
}
