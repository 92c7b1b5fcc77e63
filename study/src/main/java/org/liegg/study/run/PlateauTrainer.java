package org.liegg.study.run;

import java.util.Optional;
import java.util.Random;
import org.liegg.study.network.DenseNetwork;
import org.liegg.study.result.Trained;
import org.liegg.study.spec.Plateau;
import org.liegg.study.spec.Training;
import org.liegg.study.task.Samples;
import org.liegg.study.task.StudyTask;

/**
 * Trains networks until the error on samples that are set aside falls no more. The last ones are
 * set aside, as samples stand in random order, and stay as the first epoch shows them.
 */
final class PlateauTrainer {
  private final Training training;
  private final Plateau plateau;
  private final StudyTask.Epochs shown;

  /**
   * @param shown what a network is shown, the samples that are set aside among them
   */
  PlateauTrainer(Training training, Plateau plateau, StudyTask.Epochs shown) {
    this.training = training;
    this.plateau = plateau;
    this.shown = shown;
  }

  /** The trained network; empty where it diverged. */
  Optional<Fit> fitted(DenseNetwork network, Random order, Trainer.Watch watch) {
    Samples first = shown.of(0);
    int used = first.size() - plateau.validationSamples(first.size());
    Samples aside = first.part(used, first.size());
    PlateauRule rule = new PlateauRule(plateau);
    int epoch = 0;
    while (epoch < training.epochs() && !rule.ended()) {
      Samples now = shown.of(epoch).part(0, used);
      network.epoch(
          now.x(), now.y(), training.batchSize(), training.learningRate() * rule.fraction(), order);
      if (!network.isFinite()) {
        return Optional.empty();
      }
      rule.after(network.design().loss().mean(network.outputs(aside.x()), aside.y()));
      epoch++;
      watch.at(epoch, epoch == training.epochs() || rule.ended(), network);
    }
    return Optional.of(new Fit(network, Optional.of(new Trained(epoch, rule.ended()))));
  }
}
