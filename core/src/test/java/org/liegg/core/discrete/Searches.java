package org.liegg.core.discrete;

import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.liegg.api.Dataset;
import org.liegg.core.ExactCases;
import org.liegg.core.samples.BlockAssignment;
import org.liegg.core.samples.BlockedSamples;
import org.liegg.core.samples.SampleSurvey;
import org.liegg.core.transformation.VaryingModel;
import org.liegg.tck.fixtures.ExactModel;

/** Searches for the discrete symmetries of functions. */
final class Searches {
  static final double TOLERANCE = 0.01;

  private Searches() {}

  static DiscreteSearch.Found of(int d, UnaryOperator<double[]> function) {
    return of(function, ExactCases.normal(4000, d));
  }

  static DiscreteSearch.Found of(UnaryOperator<double[]> function, Dataset data) {
    int d = data.columns();
    int outputs = function.apply(new double[d]).length;
    // Nothing is differentiated.
    ExactModel model = ExactModel.of(d, outputs, function, x -> new double[outputs * d]);
    BlockedSamples samples =
        BlockedSamples.draw(data, OptionalLong.empty(), 500, 4000, 1, BlockAssignment.byValue());
    return new DiscreteSearch(
            new VaryingModel(model, 4096),
            samples,
            SampleSurvey.of(data, OptionalLong.empty(), 500).variances(),
            new DiscreteSearch.Setting(TOLERANCE, 1, 1))
        .run();
  }

  /** One hidden layer of tanh, weights by a seed. */
  static UnaryOperator<double[]> network(int inputs, int hidden, int outputs, long seed) {
    double[] first = ExactCases.gaussians(hidden * (inputs + 1), seed);
    double[] second = ExactCases.gaussians(outputs * hidden, seed + 1);
    return x -> {
      double[] out = new double[outputs];
      for (int h = 0; h < hidden; h++) {
        double sum = first[h * (inputs + 1) + inputs];
        for (int i = 0; i < inputs; i++) {
          sum += first[h * (inputs + 1) + i] * x[i] / Math.sqrt(inputs);
        }
        for (int o = 0; o < outputs; o++) {
          out[o] += second[o * hidden + h] * Math.tanh(sum);
        }
      }
      return out;
    };
  }
}
