package org.liegg.spark;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.liegg.core.parts.PartPlan;

/** A plan on its way to every process, which reads it once. */
final class SharedPlan implements Serializable {
  private static final long serialVersionUID = 1L;

  private final byte[] bytes;
  private transient @Nullable PartPlan plan;

  SharedPlan(PartPlan plan) {
    bytes = plan.toBytes();
  }

  /** The plan in this process. */
  synchronized PartPlan here() {
    PartPlan read = plan;
    if (read == null) {
      read = PartPlan.of(bytes, "plan");
      plan = read;
    }
    return read;
  }
}
