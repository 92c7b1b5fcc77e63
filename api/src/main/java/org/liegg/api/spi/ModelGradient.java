package org.liegg.api.spi;

import java.util.List;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelInfo;
import org.liegg.api.Warning;

/**
 * An open model F: R^d → R^k in inference mode. Confined to one thread; {@link #fork} makes another
 * session for another thread. Closing twice does no harm; any other use after closing, {@link
 * #info} and {@link #fork} included, is an {@link IllegalStateException}.
 *
 * <p><b>Inference.</b> Nothing is random, and what comes out for a sample depends on that sample
 * alone: in any order, batch and session, two computations agree to 1e-12 of the largest value in
 * double precision and to 1e-5 in single. Batches that are given are not written to, and what was
 * returned is not changed by later calls.
 *
 * <p><b>Derivatives.</b> Of functions whose derivatives are known they are right to 1e-12 of the
 * largest value in double precision, 1e-5 in single. The contract tests of {@code liegg-tck},
 * {@code ModelGradientContract}, hold a model to central differences, each output by its own size.
 *
 * <p><b>Codes.</b> {@link org.liegg.api.ModelException} has the code {@code LIEGG-MODEL-NONFINITE}
 * where a value of a sample, or one that comes out, is not finite, and its message names the
 * sample, counted from 0 in the batch, as {@code sample 3}.
 */
public interface ModelGradient extends AutoCloseable {

  /**
   * What the model is: no text of it is blank, {@code sha256} is 64 hexadecimal digits, and a check
   * that was not skipped has an error of at most {@link GradientCheck#TOLERANCE}. In either
   * precision it is the same but for the precision and the check; forks say the same.
   */
  ModelInfo info();

  /**
   * What a reader of results on this model must know, e.g. what of its file was left out: never
   * null, each with a code and a message. Forks say the same.
   */
  default List<Warning> warnings() {
    return List.of();
  }

  /**
   * F and its full Jacobian at every sample: one row for every output, never a sum over outputs.
   * The result does not depend on how samples are batched.
   *
   * @param batch {@code samples × sampleSize} (see {@link ModelInfo}; d where there is one input);
   *     no samples give no Jacobians
   * @return {@code samples × k × d}, with the responses that {@link #outputs} gives
   * @throws org.liegg.api.ModelException if the batch has another width than the model, with both
   *     widths in its message; {@code LIEGG-MODEL-NONFINITE} if a value of a sample, of any input,
   *     or one that comes out is not finite
   */
  Jacobians jacobians(Batch batch);

  /**
   * F alone, {@code samples × k}.
   *
   * @throws org.liegg.api.ModelException as {@link #jacobians}
   */
  Batch outputs(Batch batch);

  /**
   * Another session on the same model, to be used in another thread and closed on its own: it works
   * while this one does, outlives it, and can be forked itself.
   */
  ModelGradient fork();

  /** Releases what the session holds. */
  @Override
  void close();
}
