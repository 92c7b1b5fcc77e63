package org.liegg.core.integrals;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.Matrix;
import org.liegg.api.Monomials;
import org.liegg.api.spi.GroupAction;

/**
 * The gradients of candidate functions as candidate fields. They are no algebra: what is learned
 * among them are functions.
 */
final class GradientAction implements GroupAction {
  private final CandidateFunctions functions;
  private final Monomials derivatives;
  private final FieldBasis fields;

  GradientAction(CandidateFunctions functions) {
    this.functions = functions;
    int d = functions.inputs();
    int degree =
        functions.monomials().exponents().stream()
            .mapToInt(powers -> Arrays.stream(powers).sum())
            .max()
            .orElse(0);
    this.derivatives = degree == 0 ? new Monomials(d, List.of()) : Monomials.upTo(d, degree - 1);
    this.fields = basis(functions, derivatives);
  }

  private static List<Integer> key(int[] powers) {
    return Arrays.stream(powers).boxed().toList();
  }

  @Override
  public String spec() {
    return "gradients(%d)".formatted(functions.count());
  }

  @Override
  public int inputSize() {
    return functions.inputs();
  }

  @Override
  public FieldBasis fields() {
    return fields;
  }

  private static FieldBasis basis(CandidateFunctions functions, Monomials derivatives) {
    Map<List<Integer>, Integer> index = new HashMap<>();
    for (int p = 0; p < derivatives.count(); p++) {
      index.put(key(derivatives.exponents().get(p)), p);
    }
    int d = functions.inputs();
    int extra = functions.others().names().size();
    FieldBasis.Builder basis = FieldBasis.builder(d, derivatives.count() + extra * d);
    for (int[] powers : functions.monomials().exponents()) {
      for (int i = 0; i < d; i++) {
        if (powers[i] > 0) {
          int[] lower = powers.clone();
          lower[i]--;
          basis.entry(
              i, Objects.requireNonNull(index.get(key(lower))), powers[i] / functions.scales()[i]);
        }
      }
      basis.endField();
    }
    for (int k = 0; k < extra; k++) {
      for (int i = 0; i < d; i++) {
        basis.entry(i, derivatives.count() + k * d + i, 1);
      }
      basis.endField();
    }
    return basis.build();
  }

  @Override
  public Batch features(Batch batch) {
    Batch powers = derivatives.of(functions.scaled(batch));
    int d = functions.inputs();
    int extra = functions.others().names().size();
    double[] gradients = new double[batch.rows() * extra * d];
    double[] values = new double[extra];
    double[] jacobian = new double[extra * d];
    for (int n = 0; n < batch.rows() && extra > 0; n++) {
      functions.others().function().at(CandidateFunctions.row(batch, n), values, jacobian);
      System.arraycopy(jacobian, 0, gradients, n * jacobian.length, jacobian.length);
    }
    return powers.beside(new Batch(batch.rows(), extra * d, gradients));
  }

  @Override
  public String fieldName(int a) {
    int count = functions.monomials().count();
    return "grad "
        + (a < count ? functions.monomials().name(a) : functions.others().names().get(a - count));
  }

  @Override
  public Optional<Matrix> matrix(double[] coefficients) {
    return Optional.empty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GradientAction action && action.functions.equals(functions);
  }

  @Override
  public int hashCode() {
    return functions.hashCode();
  }

  @Override
  public String toString() {
    return spec();
  }
}
