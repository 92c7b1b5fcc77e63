package org.liegg.core;

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
record ProvenanceBuilder(Instant startedAt, long seed, Map<String, String> options) {

  Provenance build(Map<String, Double> seconds) {
    String version =
        Optional.ofNullable(ProvenanceBuilder.class.getPackage().getImplementationVersion())
            .orElse("dev");
    return new Provenance(
        new Provenance.Environment(version, Machine.java(), Machine.os(), Machine.cpu()),
        seed,
        options,
        new Provenance.Run(startedAt.toString(), seconds, Machine.peakMemoryBytes()));
  }
}
