package org.liegg.app;

import java.nio.file.Path;
import java.util.List;
import org.liegg.core.settings.Slicing;
import org.liegg.data.DataOptions;

/** Slices as they are asked for, with files of values. */
public final class SliceSpecs {

  private SliceSpecs() {}

  /**
   * What texts ask for.
   *
   * @param specs e.g. {@code x3 in 5}, {@code class}, {@code label=FILE.npy}
   * @throws org.liegg.api.DataException {@code LIEGG-SLICE-SYNTAX} if one asks for nothing, or a
   *     file cannot be read
   */
  public static List<Slicing> parse(List<String> specs) {
    DataOptions whole = DataOptions.defaults().withMissing(DataOptions.Missing.REFUSE);
    return specs.stream()
        .map(spec -> Slicing.parse(spec, file -> SampleSource.of(Path.of(file), whole).open()))
        .toList();
  }
}
