package org.liegg.core;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.liegg.api.ModelInfo;
import org.liegg.api.WarningCode;
import org.liegg.core.assemble.Descriptions;
import org.liegg.core.assemble.ReportExtras;
import org.liegg.core.discrete.DiscreteSearch;
import org.liegg.core.pass.Stages;
import org.liegg.core.samples.BlockedSamples;
import org.liegg.core.settings.Extras;
import org.liegg.core.transformation.VaryingModel;

/**
 * Looks for discrete symmetries beside whatever else is asked.
 *
 * @param read what the samples are, and how many are independent
 * @param stages count the time
 */
record DiscreteStage(ExtractionSetup setup, ReadSamples read, Stages stages) {
  /** Two halves, each of twice what finite transformations of an answer take. */
  private static final int SAMPLES_FOR_ONE = 4;

  /** What was found with the rest; where the search fails, a description says so. */
  ReportExtras addTo(ReportExtras extras, Descriptions descriptions) {
    setup.progress.stage("discrete symmetries");
    Optional<DiscreteSearch.Found> found =
        descriptions.get(
            WarningCode.DISCRETE_FAILED,
            "Discrete symmetries were not looked for",
            Optional.empty(),
            () -> Optional.of(stages.time(DiscreteRun.STAGE, this::search)));
    return extras.withDiscrete(
        found.map(DiscreteSearch.Found::symmetries),
        found.map(DiscreteSearch.Found::warnings).orElse(List.of()));
  }

  private DiscreteSearch.Found search() {
    ModelInfo info = setup.model.info();
    double[] variances =
        Arrays.copyOfRange(
            read.survey().variances(), info.inputFrom(), info.inputFrom() + info.inputSize());
    DiscreteSearch.Setting setting =
        new DiscreteSearch.Setting(
            setup.tolerance(),
            read.independence().assignment().widening(),
            Math.max(
                1,
                (double) read.independence().samples() / Math.max(1, read.independence().units())));
    return new DiscreteSearch(
            new VaryingModel(setup.model, setup.batchSize), samples(), variances, setting)
        .run();
  }

  private BlockedSamples samples() {
    int finite = Math.max(Extras.DEFAULT_FINITE_SAMPLES, setup.settings.extras().finiteSamples());
    return BlockedSamples.draw(
        setup.data,
        setup.limit,
        setup.batchSize,
        Math.multiplyExact(SAMPLES_FOR_ONE, finite),
        setup.seed(),
        read.independence().assignment());
  }
}
