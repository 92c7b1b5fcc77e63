package org.liegg.api.spi;

import java.util.List;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelInfo;
import org.liegg.api.SymmetryReport.Warning;

/**
 * An open model F: R^d → R^k in inference mode. Confined to one thread; {@link #fork} makes another
 * session for another thread. Closing twice does no harm; any other use after closing is an {@link
 * IllegalStateException}.
 */
public interface ModelGradient extends AutoCloseable {

  /** What the model is. */
  ModelInfo info();

  /** What a reader of results on this model must know, e.g. what of its file was left out. */
  default List<Warning> warnings() {
    return List.of();
  }

  /**
   * F and its full Jacobian at every sample: one row for every output, never a sum over outputs.
   * The result does not depend on how samples are batched.
   *
   * @param batch {@code samples × sampleSize} (see {@link ModelInfo}; d where there is one input);
   *     no samples give no Jacobians
   * @throws org.liegg.api.ModelException if the batch has another width than the model, or a value
   *     that comes out is not finite
   */
  Jacobians jacobians(Batch batch);

  /**
   * F alone, {@code samples × k}.
   *
   * @throws org.liegg.api.ModelException as {@link #jacobians}
   */
  Batch outputs(Batch batch);

  /** Another session on the same model, to be used in another thread and closed on its own. */
  ModelGradient fork();

  /** Releases what the session holds. */
  @Override
  void close();
}
