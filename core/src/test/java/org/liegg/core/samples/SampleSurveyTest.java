package org.liegg.core.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;

class SampleSurveyTest {

  @Test
  void variancesAreThoseOfTheColumnsHoweverFarFromTheOrigin() {
    Batch far = SampleData.normal(5_000, 2, 1);
    for (int n = 0; n < 5_000; n++) {
      far.values()[2 * n + 1] = 1e9 + 3 * far.values()[2 * n + 1];
    }

    SampleSurvey survey = SampleData.survey(far);

    assertThat(survey.samples()).isEqualTo(5_000);
    assertThat(survey.means()[1]).isCloseTo(1e9, within(1.0));
    assertThat(survey.variances()[0]).isCloseTo(1, within(0.06));
    assertThat(survey.variances()[1]).isCloseTo(9, within(0.6));
  }

  @Test
  void aConstantColumnHasNoVarianceWhateverTheBatches() {
    double[] values = new double[3_000];
    for (int n = 0; n < 1_000; n++) {
      values[3 * n] = 0.1;
      values[3 * n + 1] = n % 2 == 0 ? 0.3 : 0.1 + 0.2;
      values[3 * n + 2] = n;
    }
    Batch batch = new Batch(1_000, 3, values);

    for (int size : new int[] {1, 7, 1_000}) {
      SampleSurvey survey = SampleSurvey.of(SampleData.dataset(batch), OptionalLong.empty(), size);
      assertThat(survey.variances()).startsWith(0.0, 0.0);
      assertThat(survey.means()[0]).isEqualTo(0.1);
      assertThat(survey.variances()[2]).isCloseTo(1e6 / 12, within(1.0));
    }
  }

  @Test
  void onlyTheFirstSamplesAreReadWhereThereIsALimit() {
    SampleSurvey survey =
        SampleSurvey.of(SampleData.dataset(SampleData.normal(500, 2, 1)), OptionalLong.of(123), 50);

    assertThat(survey.samples()).isEqualTo(123);
    assertThat(survey.reservoir().rows()).isEqualTo(123);
  }

  @Test
  void theReservoirIsDrawnEvenly() {
    double[] places = new double[20_000];
    for (int n = 0; n < places.length; n++) {
      places[n] = n;
    }
    Batch reservoir = SampleData.survey(new Batch(20_000, 1, places)).reservoir();

    assertThat(reservoir.rows()).isEqualTo(2_000);
    double mean = 0;
    for (double place : reservoir.values()) {
      mean += place / 2_000;
    }
    assertThat(mean).isCloseTo(10_000, within(500.0));
  }

  @Test
  void stepsOfShuffledSamplesAreAsLongAsThoseOfPairs() {
    SampleSurvey.SerialRatio ratio =
        SampleData.survey(SampleData.normal(100_000, 3, 4)).serialRatio();

    assertThat(ratio.mean()).isBetween(0.99, 1.01);
    assertThat(ratio.smallest()).isBetween(0.98, 1.01);
  }

  @Test
  void stepsOfATrajectoryAreShort() {
    assertThat(SampleData.survey(SampleData.orbit(4_000)).serialRatio().mean()).isLessThan(1e-3);
  }

  @Test
  void oneSampleIsASurveyToo() {
    SampleSurvey survey = SampleData.survey(SampleData.normal(1, 3, 1));

    assertThat(survey.variances()).containsOnly(0.0);
    assertThat(survey.serialRatio().mean()).isEqualTo(1);
    assertThat(survey.correlationTime()).isEqualTo(0.5);
  }
}
