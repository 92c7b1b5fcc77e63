package org.liegg.spring;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liegg.core.settings.ExtractionSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What an application says of its extractions.
 *
 * @param plugins jars of plug-ins, and folders of jars
 * @param engines names of the engines that may open models; all that are found where empty
 * @param tolerance largest defect of a symmetry
 * @param memory heap that one extraction may use
 * @param threads processors that one extraction may use
 * @param limit samples that one extraction uses, the first of its data
 */
@ConfigurationProperties("liegg")
record LieggProperties(
    @DefaultValue List<String> plugins,
    @DefaultValue List<String> engines,
    @Nullable Double tolerance,
    @Nullable DataSize memory,
    @Nullable Integer threads,
    @Nullable Long limit) {

  /**
   * The defaults of every extraction.
   *
   * @throws IllegalArgumentException if a value cannot be one
   */
  ExtractionSettings settings() {
    ExtractionSettings settings = ExtractionSettings.defaults();
    if (tolerance != null) {
      settings = settings.withTolerance(tolerance);
    }
    if (memory != null) {
      settings = settings.withMemoryBytes(memory.toBytes());
    }
    if (threads != null) {
      settings = settings.withThreads(threads);
    }
    return limit == null ? settings : settings.withLimit(limit);
  }
}
