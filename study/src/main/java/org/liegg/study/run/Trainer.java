package org.liegg.study.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntConsumer;
import org.liegg.data.scaling.InputScaling;
import org.liegg.study.network.DenseDesign;
import org.liegg.study.network.DenseNetwork;
import org.liegg.study.spec.Augmentation;
import org.liegg.study.spec.Cell;
import org.liegg.study.spec.Plateau;
import org.liegg.study.spec.Regime;
import org.liegg.study.spec.StudySpec;
import org.liegg.study.spec.Training;
import org.liegg.study.task.Samples;
import org.liegg.study.task.Seeds;
import org.liegg.study.task.StudyTask;

/** Trains the network of one cell. */
final class Trainer {
  private final StudySpec spec;
  private final DenseDesign design;
  private final Cell cell;
  private final StudyTask.Epochs samples;
  private final Random order;

  Trainer(StudySpec spec, StudyTask task, Cell cell) {
    this.spec = spec;
    this.cell = cell;
    design = Cells.design(spec, task, cell);
    samples = scaled(task.training(cell), task.scaling());
    order = new Random(Seeds.of(cell.seed(), "order"));
  }

  /** What a network itself is shown. */
  private static StudyTask.Epochs scaled(StudyTask.Epochs raw, Optional<InputScaling> scaling) {
    return scaling
        .<StudyTask.Epochs>map(
            known ->
                epoch -> {
                  Samples now = raw.of(epoch);
                  return new Samples(known.applied(now.x()), now.y());
                })
        .orElse(raw);
  }

  /** Hears of every epoch of the network that is the result. */
  interface Watch {
    /** So many epochs are done, 0 before the first; and whether there will be no more. */
    void at(int epoch, boolean last, DenseNetwork network);
  }

  /** The trained network; empty where it diverged. */
  Optional<Fit> train(Watch watch) {
    Regime regime = cell.regime();
    if (regime.augmentation() == Augmentation.UNTRAINED) {
      return Optional.of(Fit.of(DenseNetwork.random(design)));
    }
    DenseNetwork start = DenseNetwork.random(design);
    if (regime.pretrain() > 0 && !pretrained(start, regime.pretrain())) {
      return Optional.empty();
    }
    if (regime.layerwise()) {
      return layerByLayer(start, watch);
    }
    watch.at(0, false, start);
    Optional<Plateau> plateau = spec.training().plateau();
    if (plateau.isPresent()) {
      return new PlateauTrainer(spec.training(), plateau.get(), samples)
          .fitted(start, order, watch);
    }
    int epochs = spec.training().epochs();
    return fitted(start, samples, epochs, epoch -> watch.at(epoch, epoch == epochs, start))
        ? Optional.of(Fit.of(start))
        : Optional.empty();
  }

  /** Whether the network is still made of numbers. */
  private boolean fitted(
      DenseNetwork network, StudyTask.Epochs shown, int epochs, IntConsumer done) {
    Training training = spec.training();
    for (int epoch = 0; epoch < epochs; epoch++) {
      Samples now = shown.of(epoch);
      network.epoch(now.x(), now.y(), training.batchSize(), training.rate(epoch, epochs), order);
      if (!network.isFinite()) {
        return false;
      }
      done.accept(epoch + 1);
    }
    return true;
  }

  /** The hidden layers learn to give the inputs back. */
  private boolean pretrained(DenseNetwork network, int epochs) {
    DenseNetwork mirror = DenseNetwork.random(design.withRegression(design.inputs()));
    StudyTask.Epochs back = epoch -> new Samples(samples.of(epoch).x(), samples.of(epoch).x());
    if (!fitted(mirror, back, epochs, epoch -> {})) {
      return false;
    }
    for (int layer = 0; layer < design.hidden().size(); layer++) {
      network.takeLayer(layer, mirror, layer);
    }
    return true;
  }

  /** Epochs are shared out evenly among the layers, the last one taking what is left. */
  private Optional<Fit> layerByLayer(DenseNetwork whole, Watch watch) {
    int layers = design.hidden().size();
    List<DenseNetwork> below = new ArrayList<>();
    watch.at(0, false, whole);
    int done = 0;
    for (int layer = 0; layer < layers; layer++) {
      int inputs = layer == 0 ? design.inputs() : design.hidden().get(layer - 1);
      DenseNetwork one =
          DenseNetwork.random(design.withLayers(inputs, design.hidden().subList(layer, layer + 1)));
      one.takeLayer(0, whole, layer);
      int share = spec.training().epochs() / layers;
      int epochs = layer == layers - 1 ? spec.training().epochs() - done : share;
      StudyTask.Epochs seen = epoch -> through(below, samples.of(epoch));
      if (!fitted(one, seen, epochs, epoch -> {})) {
        return Optional.empty();
      }
      whole.takeLayer(layer, one, 0);
      whole.takeLayer(layers, one, 1);
      below.add(one);
      done += epochs;
      watch.at(done, layer == layers - 1, whole);
    }
    return Optional.of(Fit.of(whole));
  }

  private static Samples through(List<DenseNetwork> below, Samples samples) {
    Samples seen = samples;
    for (DenseNetwork layer : below) {
      seen = new Samples(layer.features(seen.x()), seen.y());
    }
    return seen;
  }
}
