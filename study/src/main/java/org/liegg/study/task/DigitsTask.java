package org.liegg.study.task;

import java.util.Random;
import java.util.function.DoubleSupplier;
import org.liegg.api.Batch;
import org.liegg.study.network.DenseLoss;
import org.liegg.study.spec.Augmentation;
import org.liegg.study.spec.Cell;
import org.liegg.study.spec.DataFiles;

/**
 * Images of digits, turned by angles in [0°, 360°) and blurred (σ = 1.5 pixels), as in Moskalev et
 * al., section 5.2. Those held out are always turned, by angles that no cell chooses.
 */
final class DigitsTask extends FilesTask {
  static final double BLUR = 1.5;
  private static final double WHITE = 255;

  private final int height;
  private final int width;
  private final Samples heldOut;

  DigitsTask(String study, FileSamples files, DataFiles described, int heldOut, long seed) {
    super(files, described, seed);
    if (files.shape().size() != 2) {
      throw FileSamples.wrong(
          study,
          "%s holds samples of shape %s, no images".formatted(described.inputs(), files.shape()),
          "give a file of images, samples × height × width");
    }
    height = files.shape().get(0);
    width = files.shape().get(1);
    Random angles = new Random(Seeds.of(seed, "held-out"));
    this.heldOut = seen(split.heldOut().first(heldOut), () -> angle(angles));
  }

  private static double angle(Random random) {
    return 2 * Math.PI * random.nextDouble();
  }

  private Samples seen(Samples raw, DoubleSupplier angles) {
    double[] all = new double[raw.x().values().length];
    int size = height * width;
    for (int n = 0; n < raw.size(); n++) {
      double[] pixels = new double[size];
      for (int i = 0; i < size; i++) {
        pixels[i] = raw.x().values()[n * size + i] / WHITE;
      }
      double angle = angles.getAsDouble();
      Image image = new Image(height, width, pixels);
      Image turned = angle == 0 ? image : image.turned(angle);
      System.arraycopy(turned.blurred(BLUR).values(), 0, all, n * size, size);
    }
    return new Samples(new Batch(raw.size(), size, all), raw.y());
  }

  @Override
  public Epochs training(Cell cell) {
    Samples raw = split.training().first(cell.samples());
    boolean seen = cell.regime().augmentation() != Augmentation.UNTRAINED;
    return Epochs.of(cell, () -> seen ? seen(raw, () -> 0) : raw, motion -> turned(raw, motion));
  }

  private Samples turned(Samples raw, long seed) {
    Random random = new Random(seed);
    return seen(raw, () -> angle(random));
  }

  @Override
  public int inputs() {
    return height * width;
  }

  @Override
  public DenseLoss loss() {
    return DenseLoss.CROSS_ENTROPY;
  }

  @Override
  public Samples heldOut() {
    return heldOut;
  }

  @Override
  public int[] imageSize() {
    return new int[] {height, width};
  }
}
