package org.liegg.core;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.liegg.api.ModelInfo;
import org.liegg.core.evidence.ReferenceAlgebra;
import org.liegg.core.parts.Identity;

/** What tells one extraction in parts from another. */
final class ExtractionIdentity {

  private ExtractionIdentity() {}

  /** All that numbers depend on; paths and threads are not among it. */
  static Identity of(ExtractionSetup setup) {
    ModelInfo info = setup.model.info();
    Map<String, String> values = new LinkedHashMap<>();
    values.put("model", info.origin().sha256());
    values.put("engine", info.origin().engine() + " " + info.origin().engineVersion());
    values.put("output", info.output() + ", " + info.head());
    values.put("precision", info.precision().name());
    values.put("input", "%d values at %d".formatted(info.inputSize(), info.inputFrom()));
    values.put("action", setup.action.spec());
    values.put("reference", setup.reference.map(ReferenceAlgebra::name).orElse("none"));
    values.put("decomposition", setup.decomposition.name());
    values.put("columns of data", Integer.toString(setup.data.columns()));
    values.put("batch size", Integer.toString(setup.batchSize));
    values.put("held-out samples", setup.heldOut ? "yes" : "no");
    values.put("gradients", setup.gradients().label());
    values.put("tolerance", Double.toString(setup.tolerance()));
    values.put("limit", optional(setup.limit.stream().boxed().findFirst()));
    values.put(
        "smallest", optional(setup.settings.computation().smallest().stream().boxed().findFirst()));
    values.put("accuracy", optional(setup.settings.computation().accuracy()));
    values.put("finite samples", Integer.toString(setup.settings.extras().finiteSamples()));
    values.put("seed", Long.toString(setup.seed()));
    return new Identity(values);
  }

  private static String optional(Optional<?> value) {
    return value.map(Object::toString).orElse("none");
  }
}
