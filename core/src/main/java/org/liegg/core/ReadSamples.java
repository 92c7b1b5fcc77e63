package org.liegg.core;

import org.liegg.core.pass.Stages;
import org.liegg.core.samples.Independence;
import org.liegg.core.samples.SampleSurvey;

/**
 * What one reading of the samples tells, before anything is measured on them.
 *
 * @param survey what they are
 * @param independence how many of them are independent
 */
record ReadSamples(SampleSurvey survey, Independence independence) {

  /** Reads the samples. */
  static ReadSamples of(ExtractionSetup setup, Stages stages) {
    SampleSurvey survey =
        stages.time("read", () -> SampleSurvey.of(setup.data, setup.limit, setup.batchSize));
    return new ReadSamples(survey, stages.time("read", () -> setup.independence(survey)));
  }
}
