package org.liegg.cli;

import java.util.List;
import org.liegg.app.SliceSpecs;
import org.liegg.core.settings.Locating;
import picocli.CommandLine.Option;

/** The options that ask where a symmetry is broken. */
final class WhereOptions {
  @Option(
      names = "--slice",
      paramLabel = "BY",
      split = ";",
      description = {
        "Where it breaks, in slices of the samples: x3, the third number of a sample, or the name"
            + " of a column, by its values or its quarters; 'x3 in 10' by tenths; class, by which"
            + " output is the largest; 'cluster(5)'; label=FILE.npy, by other values of each"
            + " sample. May be given several times."
      })
  List<String> slices = List.of();

  @Option(
      names = "--where",
      description = {
        "Look for the region where it breaks: a tree of thresholds that half of the samples choose"
            + " and the other half measures."
      })
  boolean region;

  @Option(
      names = "--beyond",
      description = "Try samples moved away from their mean, up to four times as far.")
  boolean beyond;

  @Option(
      names = "--by-layer",
      description = "Ask the features of each layer the same, to see where invariance arises.")
  boolean layers;

  WhereOptions() {}

  /** What is asked; files of values are opened. */
  Locating locating() {
    return new Locating(SliceSpecs.parse(slices), region, beyond, layers);
  }
}
