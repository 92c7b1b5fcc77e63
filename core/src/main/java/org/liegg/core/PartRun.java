package org.liegg.core;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import org.liegg.api.Dataset;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.support.StateOutput;
import org.liegg.core.parts.CountedSamples;
import org.liegg.core.parts.KeptPart;
import org.liegg.core.parts.Part;
import org.liegg.core.parts.PartPlan;
import org.liegg.core.parts.PartState;
import org.liegg.core.parts.PartSums;
import org.liegg.core.parts.PassSums;
import org.liegg.core.parts.Round;
import org.liegg.core.pass.Accumulators;
import org.liegg.core.pass.BatchDistributor;
import org.liegg.core.pass.FieldRows;
import org.liegg.core.pass.SamplePass;
import org.liegg.core.pass.Stages;
import org.liegg.core.samples.BlockAssignment;
import org.liegg.core.samples.DuplicateSketch;
import org.liegg.core.samples.Neighbourhoods;
import org.liegg.core.samples.PartSize;
import org.liegg.core.samples.SampleSplit;
import org.liegg.core.samples.SampleSums;
import org.liegg.metrics.HeldOutSums;

/**
 * One round of one part: its samples in, their sums out.
 *
 * @param session of the model, which stays the caller's
 * @param providers of decompositions
 * @param progress hears how many samples were differentiated
 */
record PartRun(
    ExtractionSetup setup,
    PartPlan plan,
    Part part,
    ModelGradient session,
    PartSums providers,
    LongConsumer progress) {

  /** What the round sums over the samples, as bytes. */
  byte[] sums(Dataset samples) {
    return switch (plan.round()) {
      case SURVEY -> survey(samples);
      case GROUP -> groups(samples);
      case SELECT, ESTIMATE -> pass(new PartContext(setup, plan), samples).toBytes();
    };
  }

  /** The same, and the rows apart that a decomposition would ask. */
  KeptPart kept(Dataset samples) {
    if (plan.settled().judged().isEmpty()) {
      return new KeptPart(PartState.of(plan, part, sums(samples)), List.of());
    }
    PassSums all = pass(new PartContext(setup, plan), samples);
    return new KeptPart(
        PartState.of(plan, part, all.withoutRows().toBytes()),
        all.rows().stream().flatMap(List::stream).toList());
  }

  private byte[] survey(Dataset samples) {
    SampleSums.Draw draw =
        new SampleSums.Draw(setup.settings.extras().finiteSamples(), setup.seed());
    StateOutput out = new StateOutput();
    SampleSums.of(samples, part.index(), plan.work().first(), setup.batchSize, draw).writeTo(out);
    return out.toBytes();
  }

  private byte[] groups(Dataset samples) {
    SampleSums surveyed = PartSums.survey(plan.settled().survey().orElseThrow());
    Neighbourhoods groups = Neighbourhoods.among(surveyed.survey()).orElseThrow();
    CountedSamples counted = new CountedSamples(samples, part);
    groups.add(counted, setup.batchSize);
    counted.require(size(surveyed));
    StateOutput out = new StateOutput();
    groups.writeTo(out);
    return out.toBytes();
  }

  private PartSize size(SampleSums surveyed) {
    return surveyed.parts().get(part.index());
  }

  private PassSums pass(PartContext context, Dataset samples) {
    setup.planOfPart(part.count()).require("action '%s'".formatted(setup.action.spec()));
    CountedSamples counted = new CountedSamples(samples, part);
    Accumulators accumulators = context.accumulators(providers);
    BlockAssignment assignment = context.samples.independence().assignment();
    BatchDistributor distributor =
        new BatchDistributor(
            counted,
            OptionalLong.empty(),
            setup.batchSize,
            half(),
            assignment.from(context.sums.before(part.index())),
            new DuplicateSketch());
    SamplePass.Outcome outcome =
        new SamplePass(
                new FieldRows(context.along(session), setup.action, context.judging().weights()),
                accumulators,
                distributor,
                measured(context),
                Optional.empty(),
                1,
                progress)
            .run(new Stages());
    try (Decomposition accumulator = outcome.accumulator()) {
      counted.require(size(context.sums));
      List<List<byte[]>> rows =
          accumulators.provider().distributedRows().stream()
              .map(distributed -> distributed.detach(accumulator))
              .toList();
      return new PassSums(
          accumulators.provider().name(),
          accumulator.state(),
          outcome.samples(),
          outcome.audit(),
          outcome.sums().map(HeldOutSums::state),
          rows);
    }
  }

  private SampleSplit.Part half() {
    if (!setup.heldOut) {
      return SampleSplit.Part.ALL;
    }
    return plan.round() == Round.SELECT ? SampleSplit.Part.CHOOSING : SampleSplit.Part.MEASURING;
  }

  private Optional<HeldOutSums> measured(PartContext context) {
    if (!setup.heldOut) {
      return Optional.empty();
    }
    return plan.settled()
        .selected()
        .map(chosen -> context.estimating().sums(chosen.selection()))
        .or(() -> context.choosing().referenceSums());
  }
}
