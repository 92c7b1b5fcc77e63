package org.liegg.study.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.Dataset;
import org.liegg.data.DataOptions;
import org.liegg.data.Datasets;
import org.liegg.data.scaling.StandardizationSource;
import org.liegg.data.support.Digests;
import org.liegg.study.network.DenseLoss;
import org.liegg.study.spec.DataFiles;
import org.liegg.study.spec.StudyException;

/**
 * Inputs and targets of two files, in memory.
 *
 * @param shape the axes of a sample
 * @param samples inputs, and targets as networks are shown them
 * @param sources hashes of all files
 */
record FileSamples(List<Integer> shape, Samples samples, Map<String, String> sources) {
  private static final int MAX_CLASSES = 10_000;
  private static final int CHUNK = 1000;
  private static final DataOptions BESIDE_TARGETS =
      DataOptions.defaults().withMissing(DataOptions.Missing.REFUSE);

  /**
   * Reads both files.
   *
   * @throws org.liegg.api.DataException if a file cannot be read
   * @throws StudyException if they do not fit each other, or labels are no classes
   */
  static FileSamples read(String study, DataFiles files) {
    Dataset inputs =
        Datasets.open(
            files.inputs(),
            files.columns().map(BESIDE_TARGETS::withColumns).orElse(BESIDE_TARGETS));
    Dataset targets = Datasets.openTargets(files.targets());
    Batch x = all(inputs);
    Batch y = all(targets);
    if (x.rows() != y.rows()) {
      throw wrong(
          study,
          "%s holds %d samples, %s %d targets"
              .formatted(files.inputs(), x.rows(), files.targets(), y.rows()),
          "give the targets of these samples");
    }
    Batch shown = files.loss() == DenseLoss.CROSS_ENTROPY ? classes(study, files, y) : y;
    return new FileSamples(
        inputs.sampleShape(),
        new Samples(x, shown),
        sources(files, inputs.sha256(), targets.sha256()));
  }

  private static Map<String, String> sources(DataFiles files, String inputs, String targets) {
    Map<String, String> sources = new TreeMap<>(Map.of("inputs", inputs, "targets", targets));
    files
        .standardize()
        .ifPresent(
            source ->
                sources.put(
                    "standardize",
                    source instanceof StandardizationSource.OfFile of
                        ? Digests.ofFile(of.file()).get()
                        : source.description()));
    return sources;
  }

  private static Batch all(Dataset data) {
    List<Batch> parts = new ArrayList<>();
    int rows = 0;
    try (BatchStream stream = data.batches(CHUNK)) {
      for (Optional<Batch> next = stream.next(); next.isPresent(); next = stream.next()) {
        parts.add(next.get());
        rows = Math.addExact(rows, next.get().rows());
      }
    }
    double[] values = new double[Math.multiplyExact(rows, data.columns())];
    int at = 0;
    for (Batch part : parts) {
      System.arraycopy(part.values(), 0, values, at, part.values().length);
      at += part.values().length;
    }
    return new Batch(rows, data.columns(), values);
  }

  private static Batch classes(String study, DataFiles files, Batch labels) {
    if (labels.columns() != 1) {
      throw wrong(
          study,
          "%s has %d columns, classes are one".formatted(files.targets(), labels.columns()),
          "give one column of classes counted from 0, or loss: mse");
    }
    int most = 0;
    for (double label : labels.values()) {
      if (label != Math.rint(label) || label < 0 || label >= MAX_CLASSES) {
        throw wrong(
            study,
            "%s holds %s, which is no class".formatted(files.targets(), label),
            "number the classes from 0, or give loss: mse");
      }
      most = Math.max(most, (int) label);
    }
    int count = Math.max(2, most + 1);
    double[] oneHot = new double[labels.rows() * count];
    for (int n = 0; n < labels.rows(); n++) {
      oneHot[n * count + (int) labels.get(n, 0)] = 1;
    }
    return new Batch(labels.rows(), count, oneHot);
  }

  static StudyException wrong(String study, String found, String remedy) {
    return new StudyException("LIEGG-STUDY-DATA", "study " + study, found, remedy);
  }
}
