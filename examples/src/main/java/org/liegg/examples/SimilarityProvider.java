package org.liegg.examples;

import java.util.ArrayList;
import java.util.List;
import org.liegg.api.ActionException;
import org.liegg.api.Matrix;
import org.liegg.api.spi.Availability;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.GroupActionProvider;
import org.liegg.groups.MatrixAction;

/** {@code similarity(n)}: rotations of R^n and one scaling of all of it. */
public final class SimilarityProvider implements GroupActionProvider {

  /** The largest n: fields are dense here, and n⁴ numbers in all. */
  private static final int LARGEST = 64;

  @Override
  public String name() {
    return "similarity";
  }

  @Override
  public String usage() {
    return "similarity(n): rotations of R^n and one scaling";
  }

  @Override
  public Availability availability() {
    return new Availability.Available("1", "");
  }

  @Override
  public GroupAction parse(List<String> arguments) {
    if (arguments.size() != 1 || !arguments.get(0).matches("[1-9][0-9]?")) {
      throw wrong(arguments, "it takes one whole number from 1 to " + LARGEST);
    }
    int n = Integer.parseInt(arguments.get(0));
    if (n > LARGEST) {
      throw wrong(arguments, "%d is more than %d".formatted(n, LARGEST));
    }
    return MatrixAction.of("similarity(%d)".formatted(n), basis(n));
  }

  /** Orthonormal in the Frobenius product, as the built-in types are. */
  private static List<Matrix> basis(int n) {
    List<Matrix> basis = new ArrayList<>();
    double[] scaling = new double[n * n];
    for (int i = 0; i < n; i++) {
      scaling[i * n + i] = 1 / Math.sqrt(n);
      for (int j = i + 1; j < n; j++) {
        double[] rotation = new double[n * n];
        rotation[i * n + j] = Math.sqrt(0.5);
        rotation[j * n + i] = -Math.sqrt(0.5);
        basis.add(new Matrix(n, n, rotation));
      }
    }
    basis.add(new Matrix(n, n, scaling));
    return basis;
  }

  private ActionException wrong(List<String> arguments, String found) {
    return new ActionException(
        "LIEGG-ACTION-ARGUMENT",
        "'similarity(%s)'".formatted(String.join(",", arguments)),
        found,
        "write " + usage());
  }
}
