package org.liegg.api.spi;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.ModelException;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.Warning;
import org.liegg.api.WarningCode;

/**
 * A model that was read and of which output and input are chosen: it makes sessions in either
 * precision, and says what only its engine knows of how they are verified. The pipeline asks it
 * while it opens the model ({@link org.liegg.api.spi.support.Models}), in one thread, and forgets
 * it then.
 *
 * <p>Only {@link #session} has to be written; the other methods' defaults say what most models
 * need.
 */
@FunctionalInterface
public interface PreparedModel {

  /**
   * A session on F and its derivatives: without a head and not verified. The caller closes it.
   *
   * @throws ModelException if the model cannot be differentiated rightly
   */
  ModelGradient session(Precision precision);

  /**
   * Whether sessions were verified where they come from, as those of another process or of the
   * caller's: then they are not verified again, and {@link ModelInfo#selfCheck} of a session says
   * how they were. Default: no.
   */
  default boolean verified() {
    return false;
  }

  /**
   * Why comparing with differences would say nothing of this model, as where a part of it exists in
   * single precision only: then it is opened unverified, with this warning. Default: it does.
   */
  default Optional<Warning> unverifiable() {
    return Optional.empty();
  }

  /**
   * Where the model is verified if the caller names no samples: tried in this order until the model
   * can be evaluated at one of them. Default: the given ones alone.
   *
   * @param random standard normal samples, {@code samples × sampleSize}
   * @return at least one, each {@code samples × sampleSize}
   */
  default List<Batch> samples(Batch random) {
    return List.of(random);
  }

  /**
   * Checks what else a session must keep, before its derivatives are looked at. Default: nothing.
   *
   * @param exact a session in double precision
   * @throws ModelException if it does not keep it
   */
  default void requireSound(ModelGradient exact, Batch samples) {}

  /**
   * The warning with which a model is opened unverified that failed at samples; empty where the
   * failure is the model's and it is refused. Default: samples that nobody has named need not be
   * such as it can be evaluated at, so {@code LIEGG-MODEL-NONFINITE} at random ones is no refusal.
   *
   * @param failure what the model has thrown
   * @param named whether the caller has named the samples
   */
  default Optional<Warning> excuse(ModelException failure, boolean named) {
    return named || !failure.code().equals("LIEGG-MODEL-NONFINITE")
        ? Optional.empty()
        : Optional.of(
            new Warning(
                WarningCode.NOT_VERIFIED,
                "the gradients were not verified, for want of samples: " + failure.getMessage()));
  }

  /**
   * The error of a model whose derivatives are not those of its values; an engine that can find it
   * names the part that makes them wrong. Default: names none.
   *
   * @param info of the session that was looked at
   * @param error off by this share of the largest derivative
   * @param samples where
   * @return of the code {@code LIEGG-MODEL-WRONG-GRADIENT}
   */
  default ModelException wrongGradient(ModelInfo info, double error, Batch samples) {
    return new ModelException(
        "LIEGG-MODEL-WRONG-GRADIENT",
        "model " + info.path(),
        String.format(
            Locale.ROOT,
            "the derivatives that %s gives are not those of its values: off by %.2g of the"
                + " largest, at %d samples",
            info.engine(),
            error,
            samples.rows()),
        "correct the Jacobian: ∂F_o/∂x_i stands at o·d + i");
  }
}
