package org.liegg.groups.basic;

import java.util.Optional;
import java.util.function.IntFunction;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.Matrix;
import org.liegg.groups.field.FeatureMap;
import org.liegg.groups.field.Fit;
import org.liegg.groups.field.SpecAction;

/** One block, given by matrices A_a on its homogeneous coordinates: {@code v_a(x) = A_a φ(x)}. */
final class FactoredAction extends SpecAction implements FeatureMap.Mapped {
  private final FeatureMap map;
  private final IntFunction<String> names;

  /**
   * @param spec canonical; two actions of equal spec are equal
   * @param map features of the block
   * @param fields the matrices A_a
   * @param names of the basis fields
   */
  FactoredAction(String spec, FeatureMap map, FieldBasis fields, IntFunction<String> names) {
    super(spec, fields);
    this.map = map;
    this.names = names;
  }

  @Override
  public Optional<FeatureMap> featureMap() {
    return Optional.of(map);
  }

  @Override
  public Batch features(Batch batch) {
    return map.apply(Fit.requireColumns(this, batch));
  }

  @Override
  public String fieldName(int a) {
    return names.apply(Fit.requireField(this, a));
  }

  @Override
  public Optional<Matrix> matrix(double[] coefficients) {
    Fit.requireCoefficients(this, coefficients);
    int inputs = inputSize();
    FieldBasis fields = fields();
    int size = map == FeatureMap.LINEAR || map == FeatureMap.NONE ? inputs : inputs + 1;
    double[] values = new double[Math.multiplyExact(size, size)];
    for (int a = 0; a < fields.fields(); a++) {
      for (int e = fields.offsets()[a]; e < fields.offsets()[a + 1]; e++) {
        int column = map.homogeneous(fields.feature()[e], inputs);
        values[fields.component()[e] * size + column] += coefficients[a] * fields.values()[e];
      }
    }
    return Optional.of(new Matrix(size, size, values));
  }
}
