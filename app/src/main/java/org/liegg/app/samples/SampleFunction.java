package org.liegg.app.samples;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.liegg.api.Dataset;
import org.liegg.api.ModelSource;
import org.liegg.data.Datasets;

/**
 * What stands in place of a model where symmetries of samples are asked for: {@code
 * liegg.model(SampleFunction.density()).data("x.npy").extract()}.
 */
public final class SampleFunction implements ModelSource.Named {
  /** What a command names it by, with a file of targets behind it or not. */
  public static final String PREFIX = "data:";

  private final String name;
  private final Supplier<Optional<Dataset>> targets;

  private SampleFunction(String name, Supplier<Optional<Dataset>> targets) {
    this.name = name;
    this.targets = targets;
  }

  /** The density of the samples. */
  public static SampleFunction density() {
    return new SampleFunction(PREFIX, Optional::empty);
  }

  /** What targets in a file are of the samples, whose level sets are asked for. */
  public static SampleFunction levelSets(Path targets) {
    return new SampleFunction(PREFIX + targets, () -> Optional.of(Datasets.openTargets(targets)));
  }

  /** What targets are of the samples, a row a sample. */
  public static SampleFunction levelSets(Dataset targets) {
    return new SampleFunction(PREFIX + targets.name(), () -> Optional.of(targets));
  }

  /**
   * What a command means by {@code data:} or {@code data:FILE}.
   *
   * @throws java.nio.file.InvalidPathException if the file has no possible name
   */
  public static SampleFunction parse(String text) {
    String file = text.substring(PREFIX.length());
    return file.isEmpty() ? density() : levelSets(Path.of(file));
  }

  @Override
  public String name() {
    return name;
  }

  /** The targets, if there are some. */
  Optional<Dataset> targets() {
    return targets.get();
  }
}
