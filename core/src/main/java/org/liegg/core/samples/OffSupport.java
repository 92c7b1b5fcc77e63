package org.liegg.core.samples;

import java.util.Locale;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.Warning;
import org.liegg.api.WarningCode;
import org.liegg.api.spi.ModelGradient;

/**
 * How much of a model's gradient points out of the data: on a surface nothing holds the derivative
 * across it, and a field that is compared with the baseline is compared with that.
 *
 * @param share of {@code E‖J‖²} across the data in whitened inputs, every output weighed alike
 */
public record OffSupport(double share) {
  private static final int SAMPLES = 128;
  private static final double MOST = 0.5;

  /**
   * So many tell of most data that they fill their space; the others are asked where they do not.
   */
  private static final int FIRST = 24;

  /** A share of the first samples that needs no closer look. */
  private static final double LITTLE = MOST / 10;

  /**
   * Differentiates a few of the samples.
   *
   * @param batchSize samples differentiated at a time
   * @return empty where the samples are too few for their inputs to tell
   */
  public static Optional<OffSupport> of(ModelGradient model, SampleSurvey survey, int batchSize) {
    return LocalTangents.of(survey, model.info())
        .map(tangents -> new OffSupport(share(model, survey.reservoir(), tangents, batchSize)));
  }

  private static double share(
      ModelGradient model, Batch reservoir, LocalTangents tangents, int batchSize) {
    double first = share(model, reservoir, tangents, batchSize, FIRST);
    return first < LITTLE ? first : share(model, reservoir, tangents, batchSize, SAMPLES);
  }

  /** At so many samples, from everywhere in the reservoir. */
  private static double share(
      ModelGradient model, Batch reservoir, LocalTangents tangents, int batchSize, int most) {
    int wanted = Math.min(most, reservoir.rows());
    double[] all = new double[model.info().outputSize()];
    double[] along = new double[all.length];
    int columns = reservoir.columns();
    for (int from = 0; from < wanted; from += batchSize) {
      int rows = Math.min(batchSize, wanted - from);
      double[] values = new double[rows * columns];
      for (int n = 0; n < rows; n++) {
        int chosen = (int) ((long) (from + n) * reservoir.rows() / wanted);
        System.arraycopy(reservoir.values(), chosen * columns, values, n * columns, columns);
      }
      Batch batch = new Batch(rows, columns, values);
      Jacobians jacobians = model.jacobians(batch);
      for (int n = 0; n < rows; n++) {
        DMatrixRMaj basis = tangents.at(values, n * columns + model.info().inputFrom());
        for (int o = 0; o < all.length; o++) {
          add(tangents.whitening(), jacobians, n * all.length + o, basis, all, along, o);
        }
      }
    }
    return mean(all, along);
  }

  private static void add(
      Whitening whitening,
      Jacobians jacobians,
      int row,
      DMatrixRMaj basis,
      double[] all,
      double[] along,
      int output) {
    double[] gradient = whitening.gradient(jacobians.values(), row * jacobians.inputs());
    for (double entry : gradient) {
      all[output] += entry * entry;
    }
    for (int a = 0; a < basis.numRows; a++) {
      double part = 0;
      for (int i = 0; i < gradient.length; i++) {
        part += basis.unsafe_get(a, i) * gradient[i];
      }
      along[output] += part * part;
    }
  }

  private static double mean(double[] all, double[] along) {
    double sum = 0;
    int sensitive = 0;
    for (int o = 0; o < all.length; o++) {
      if (all[o] > 0) {
        sum += Math.max(0, 1 - along[o] / all[o]);
        sensitive++;
      }
    }
    return sensitive == 0 ? 0 : sum / sensitive;
  }

  /** Whether gradients say more of what is beside the data than of the data. */
  public boolean most() {
    return share > MOST;
  }

  /** What a reader must know, where there is something. */
  public Optional<Warning> warning() {
    return most()
        ? Optional.of(
            new Warning(
                WarningCode.OFF_SUPPORT,
                String.format(
                    Locale.ROOT,
                    "%.1f %% of the gradient (its square, in whitened inputs) points out of the"
                        + " data, which lie on a surface: what the model does beside them is not"
                        + " learned, and a field along them looks small against it. Nothing is said"
                        + " to hold on such gradients; take those along the data (--gradients"
                        + " tangential).",
                    100 * share)))
        : Optional.empty();
  }
}
