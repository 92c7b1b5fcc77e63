package org.liegg.api.report;

import java.util.List;

/**
 * The samples.
 *
 * @param path where the samples came from
 * @param sha256 SHA-256 of the source, lower-case hexadecimal
 * @param samples samples in the source; those read, where the source does not say
 * @param used samples that went into the result
 * @param columns what the source calls the values of a sample, one name for each; empty where it
 *     does not say
 */
public record Data(String path, String sha256, long samples, long used, List<String> columns) {

  /** Samples whose values have no names. */
  public Data(String path, String sha256, long samples, long used) {
    this(path, sha256, samples, used, List.of());
  }

  /** Copies the names. */
  public Data {
    columns = List.copyOf(columns);
  }
}
