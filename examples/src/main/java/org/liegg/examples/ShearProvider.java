package org.liegg.examples;

import java.util.ArrayList;
import java.util.List;
import org.liegg.api.ActionException;
import org.liegg.api.Matrix;
import org.liegg.api.spi.Availability;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.GroupActionProvider;
import org.liegg.groups.MatrixAction;

/** {@code shear(n)}: x_i moves by a multiple of x_j, for every i &lt; j, under names of its own. */
public final class ShearProvider implements GroupActionProvider {
  @Override
  public String name() {
    return "shear";
  }

  @Override
  public String usage() {
    return "shear(n): strictly upper triangular n × n matrices, n from 2 to 64";
  }

  @Override
  public Availability availability() {
    return new Availability.Available("1", "");
  }

  @Override
  public GroupAction parse(List<String> arguments) {
    String text = String.join(",", arguments);
    int n = text.matches("[1-9][0-9]?") ? Integer.parseInt(text) : 0;
    if (n < 2 || n > 64) {
      throw new ActionException(
          "LIEGG-ACTION-ARGUMENT", "'shear(" + text + ")'", "that is no such n", usage());
    }
    List<Matrix> basis = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int at = 0; at < n * n; at++) {
      if (at / n < at % n) {
        double[] one = new double[n * n];
        one[at] = 1;
        basis.add(new Matrix(n, n, one));
        names.add("shear[%d,%d]".formatted(at / n + 1, at % n + 1));
      }
    }
    return MatrixAction.of("shear(%d)".formatted(n), basis, names);
  }
}
