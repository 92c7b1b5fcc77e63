package org.liegg.core.assemble;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.liegg.api.report.Provenance;

/**
 * Says how a result came about.
 *
 * @param startedAt when the extraction began
 * @param seed of everything random
 * @param options what was asked for
 */
public record ProvenanceBuilder(Instant startedAt, long seed, Map<String, String> options) {

  /** How it came about, with the seconds of each stage so far. */
  public Provenance build(Map<String, Double> seconds) {
    return new Provenance(
        new Provenance.Environment(
            Optional.ofNullable(ProvenanceBuilder.class.getPackage().getImplementationVersion())
                .orElse("dev"),
            Machine.java(),
            Machine.os(),
            Machine.cpu()),
        seed,
        options,
        new Provenance.Run(startedAt.toString(), seconds, Machine.peakMemoryBytes()));
  }
}
