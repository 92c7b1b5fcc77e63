package org.liegg.study.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.study.network.DenseActivation;
import org.liegg.study.network.DenseDesign;
import org.liegg.study.network.DenseLoss;
import org.liegg.study.network.DenseNetwork;
import org.liegg.study.result.Trained;
import org.liegg.study.spec.Plateau;
import org.liegg.study.spec.Training;
import org.liegg.study.task.Samples;

class PlateauTrainerTest {
  private static final int ALL = 100;
  private static final DenseDesign DESIGN =
      new DenseDesign(2, List.of(6), 1, DenseActivation.TANH, DenseLoss.MEAN_SQUARED_ERROR, 0, 3);

  private static Training training(int epochs, Plateau plateau) {
    return new Training(
        epochs, 20, 1e-2, Training.Schedule.PLATEAU, DenseActivation.TANH, Optional.of(plateau));
  }

  /** The sum of two numbers, or something else of those that are set aside. */
  private static Samples samples(double aside) {
    double[] x = new Random(1).doubles(2 * ALL, -1, 1).toArray();
    double[] y = new double[ALL];
    for (int n = 0; n < ALL; n++) {
      y[n] = n < 80 ? x[2 * n] + x[2 * n + 1] : aside;
    }
    return new Samples(new Batch(ALL, 2, x), new Batch(ALL, 1, y));
  }

  private static Fit fit(Training training, Samples samples, Trainer.Watch watch) {
    return new PlateauTrainer(training, training.plateau().orElseThrow(), epoch -> samples)
        .fitted(DenseNetwork.random(DESIGN), new Random(2), watch)
        .orElseThrow();
  }

  private static Trained trained(Fit fit) {
    return fit.trained().orElseThrow();
  }

  @Test
  void saysWhetherItEndedBecauseNothingWasWon() {
    Trainer.Watch nobody = (epoch, last, network) -> {};

    // No share of an error is 99.9 % of it: the first epoch is better than none, no other is.
    Plateau hopeless = new Plateau(0.2, 0.999, 2, 0.25);
    assertThat(trained(fit(training(50, hopeless), samples(0), nobody)))
        .isEqualTo(new Trained(5, true));
    assertThat(trained(fit(training(4, hopeless), samples(0), nobody)))
        .isEqualTo(new Trained(4, false));
    assertThat(trained(fit(training(5, hopeless), samples(0), nobody)))
        .isEqualTo(new Trained(5, true));
  }

  @Test
  void neverTrainsOnWhatIsSetAside() {
    Trainer.Watch nobody = (epoch, last, network) -> {};
    // The same number of epochs, whatever the errors.
    Training training = training(6, new Plateau(0.2, 0, 6, 0.1));
    Batch x = samples(0).x();

    assertThat(fit(training, samples(0), nobody).network().outputs(x).values())
        .isEqualTo(fit(training, samples(1000), nobody).network().outputs(x).values());
  }

  @Test
  void tellsWhichEpochIsTheLast() {
    List<Boolean> last = new ArrayList<>();

    fit(
        training(50, new Plateau(0.2, 0.999, 2, 0.5)),
        samples(0),
        (epoch, end, network) -> last.add(end));

    assertThat(last).containsExactly(false, false, true);
  }
}
