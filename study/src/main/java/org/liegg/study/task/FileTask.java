package org.liegg.study.task;

import java.util.Map;
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
final class FileTask implements StudyTask {
  private final FileSamples files;
  private final DenseLoss loss;
  private final Split split;
  private final Motions motions;
  private final Samples heldOut;
  private final Optional<InputScaling> scaling;

  FileTask(FileSamples files, DataFiles described, Motions motions, int heldOut, long seed) {
    this.files = files;
    this.loss = described.loss();
    this.motions = motions;
    split = Split.of(files.samples(), described.testShare(), seed);
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
  public int outputs() {
    return files.samples().y().columns();
  }

  @Override
  public DenseLoss loss() {
    return loss;
  }

  @Override
  public int trainingSamples() {
    return split.training().size();
  }

  @Override
  public Epochs training(Cell cell) {
    return motions.shown(split.training().first(cell.samples()), cell);
  }

  @Override
  public Samples heldOut() {
    return heldOut;
  }

  @Override
  public Map<String, String> sources() {
    return files.sources();
  }
}
