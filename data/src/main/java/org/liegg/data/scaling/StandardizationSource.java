package org.liegg.data.scaling;

import java.nio.file.Path;
import java.util.OptionalLong;
import org.liegg.api.Dataset;
import org.liegg.data.Datasets;
import org.liegg.data.Standardization;

/** Where the mean and the spread come from by which a model's inputs were standardised. */
public sealed interface StandardizationSource {

  /** The samples themselves, which are read once more for it. */
  static StandardizationSource samples() {
    return new OfSamples();
  }

  /** A file of two rows, .npy or .csv, or of JSON; see {@link Standardization#read}. */
  static StandardizationSource of(Path file) {
    return new OfFile(file);
  }

  /** How reports call it, as the command's option does. */
  String description();

  /**
   * Mean and spread of the values of a sample.
   *
   * @param data the samples
   * @param limit how many of them are used; all where empty
   * @throws org.liegg.api.DataException if they cannot be read, or are not as many as the values
   */
  Standardization of(Dataset data, OptionalLong limit);

  /** The samples themselves. */
  record OfSamples() implements StandardizationSource {
    @Override
    public String description() {
      return "fit";
    }

    @Override
    public Standardization of(Dataset data, OptionalLong limit) {
      return Standardization.fit(
          limit.isPresent() ? Datasets.limit(data, limit.getAsLong()) : data);
    }
  }

  /**
   * A file.
   *
   * @param file its path
   */
  record OfFile(Path file) implements StandardizationSource {
    @Override
    public String description() {
      return file.toString();
    }

    @Override
    public Standardization of(Dataset data, OptionalLong limit) {
      return Standardization.read(file, data.columns());
    }
  }
}
