package org.liegg.core;

import java.util.function.UnaryOperator;
import org.liegg.api.Dataset;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Where;
import org.liegg.api.spi.GroupElement;
import org.liegg.api.spi.TransformationGroup;
import org.liegg.core.settings.Locating;
import org.liegg.tck.fixtures.ExactModel;

/** Functions that break a mirror of their second input somewhere, and questions about where. */
final class WhereCases {
  private WhereCases() {}

  /** The mirror of one input of so many. */
  static TransformationGroup mirror(int inputs, int input) {
    GroupElement element =
        ElementGroups.lossy(
            "mirror of x" + (input + 1),
            x -> {
              double[] moved = x.clone();
              moved[input] = -moved[input];
              return moved;
            },
            UnaryOperator.identity());
    return ElementGroups.of("mirror", inputs, element);
  }

  static Where of(int inputs, UnaryOperator<double[]> function, Dataset data, Locating asked) {
    return report(inputs, function, data, asked).where().orElseThrow();
  }

  static SymmetryReport report(
      int inputs, UnaryOperator<double[]> function, Dataset data, Locating asked) {
    int outputs = function.apply(new double[inputs]).length;
    return SymmetryExtractor.builder()
        .model(ExactModel.of(inputs, outputs, function, x -> new double[inputs * outputs]))
        .data(data)
        .group(mirror(inputs, 1))
        .with(s -> s.with(asked).withThreads(1))
        .build()
        .extract();
  }

  /** Even in its second input but where the first is above 1. */
  static double[] breaksAboveOne(double[] x) {
    return new double[] {x[1] * x[1] + (x[0] > 1 ? 2 * x[1] : 0)};
  }
}
