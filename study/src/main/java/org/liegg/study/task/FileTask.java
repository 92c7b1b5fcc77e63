package org.liegg.study.task;

import java.util.Optional;
import java.util.OptionalLong;
import org.liegg.api.Dataset;
import org.liegg.data.Datasets;
import org.liegg.data.scaling.InputScaling;
import org.liegg.data.scaling.StandardizationSource;
import org.liegg.study.network.DenseLoss;
import org.liegg.study.spec.Cell;
import org.liegg.study.spec.DataFiles;

/** The user's own samples. */
final class FileTask extends FilesTask {
  private final DenseLoss loss;
  private final Motions motions;
  private final Samples heldOut;
  private final Optional<InputScaling> scaling;

  FileTask(FileSamples files, DataFiles described, Motions motions, int heldOut, long seed) {
    super(files, described, seed);
    this.loss = described.loss();
    this.motions = motions;
    this.heldOut = split.heldOut().first(heldOut);
    scaling = described.standardize().map(this::measured);
  }

  /** Of the samples that are trained on: those held out are to be new to the networks. */
  private InputScaling measured(StandardizationSource source) {
    Dataset training = Datasets.of("training samples", split.training().x());
    return new InputScaling(source.of(training, OptionalLong.empty()), 0);
  }

  @Override
  public Optional<InputScaling> scaling() {
    return scaling;
  }

  @Override
  public int inputs() {
    return files.samples().x().columns();
  }

  @Override
  public DenseLoss loss() {
    return loss;
  }

  @Override
  public Epochs training(Cell cell) {
    return motions.shown(split.training().first(cell.samples()), cell);
  }

  @Override
  public Samples heldOut() {
    return heldOut;
  }
}
