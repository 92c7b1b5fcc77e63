package org.liegg.api.orbit;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.liegg.api.Matrix;

/**
 * How a model F is made symmetric under elements g of a group, with their action ρ(g) on its
 * outputs. By averaging (Reynolds), F̄(x) = (1/m) Σ_g ρ(g)⁻¹F(gx) over all m elements; by
 * canonicalisation, F̄(x) = ρ(h)⁻¹F(hx) with h the element that takes x farthest along a fixed
 * direction. Over all elements of a finite group either gives F̄(gx) = ρ(g)F̄(x), the latter where
 * one element alone takes x farthest; over some of the elements the former gives it approximately.
 *
 * @param kind which of the two
 * @param moves x ↦ gx, the identity first; each of d inputs
 * @param back y ↦ ρ(g)⁻¹y, as many; none where outputs are not moved
 * @param outputs k
 * @param direction d numbers; none where the model is averaged
 */
public record Symmetrization(
    Kind kind, List<AffineMap> moves, List<AffineMap> back, int outputs, double[] direction) {

  /** How a model is made symmetric. */
  public enum Kind {
    /** The average over the group. */
    AVERAGE,
    /** The model at one representative of every orbit. */
    CANONICAL
  }

  /**
   * Keeps copies of the lists.
   *
   * @throws IllegalArgumentException if the sizes do not fit each other
   */
  public Symmetrization {
    moves = List.copyOf(moves);
    back = List.copyOf(back);
    if (moves.isEmpty()
        || (!back.isEmpty() && back.size() != moves.size())
        || differ(moves)
        || back.stream().anyMatch(map -> map.size() != outputs)
        || direction.length != (kind == Kind.CANONICAL ? moves.get(0).size() : 0)) {
      throw new IllegalArgumentException(
          "%d moves, %d back, a direction of %d"
              .formatted(moves.size(), back.size(), direction.length));
    }
  }

  private static boolean differ(List<AffineMap> maps) {
    return maps.stream().anyMatch(map -> map.size() != maps.get(0).size());
  }

  /** d. */
  public int inputs() {
    return moves.get(0).size();
  }

  /** m. */
  public int elements() {
    return moves.size();
  }

  /**
   * What comes back to the outputs of moved inputs, one for each: the identity where outputs are
   * not moved.
   */
  public List<AffineMap> returns() {
    return back.isEmpty() ? Collections.nCopies(elements(), AffineMap.identity(outputs)) : back;
  }

  /**
   * All moved inputs one after another, where every component is taken from one place.
   *
   * @param places mn places of the input
   * @param factors mn numbers
   */
  public record Gathered(int[] places, double[] factors) {}

  /** The moves as places of the input; empty where some element mixes inputs. */
  public Optional<Gathered> gathered() {
    int n = inputs();
    int[] places = new int[n * elements()];
    double[] factors = new double[places.length];
    for (int g = 0; g < elements(); g++) {
      if (!(moves.get(g) instanceof AffineMap.Gather map)) {
        return Optional.empty();
      }
      System.arraycopy(map.sources(), 0, places, g * n, n);
      System.arraycopy(map.factors(), 0, factors, g * n, n);
    }
    return Optional.of(new Gathered(places, factors));
  }

  /**
   * Transposes of linear maps side by side: a row times this holds the maps of that row one after
   * another.
   *
   * @return n × mn
   */
  public static Matrix sideBySide(List<AffineMap> maps) {
    int n = maps.get(0).size();
    int width = Math.multiplyExact(n, maps.size());
    double[] values = new double[Math.multiplyExact(n, width)];
    for (int g = 0; g < maps.size(); g++) {
      Matrix linear = maps.get(g).linear();
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          values[j * width + g * n + i] = linear.get(i, j);
        }
      }
    }
    return new Matrix(n, width, values);
  }

  /** Shifts of maps one after another: mn numbers. */
  public static double[] shifts(List<AffineMap> maps) {
    int n = maps.get(0).size();
    double[] values = new double[n * maps.size()];
    for (int g = 0; g < maps.size(); g++) {
      System.arraycopy(maps.get(g).shift(), 0, values, g * n, n);
    }
    return values;
  }

  /**
   * The average of maps of as many rows that stand one after another: a row of mn numbers times
   * this is that average, less the average shift.
   *
   * @return mn × n
   */
  public static Matrix averaging(List<AffineMap> maps) {
    int n = maps.get(0).size();
    double[] values = new double[Math.multiplyExact(n * n, maps.size())];
    for (int g = 0; g < maps.size(); g++) {
      Matrix linear = maps.get(g).linear();
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          values[(g * n + j) * n + i] = linear.get(i, j) / maps.size();
        }
      }
    }
    return new Matrix(n * maps.size(), n, values);
  }

  /** The average shift: n numbers. */
  public static double[] averageShift(List<AffineMap> maps) {
    double[] sum = new double[maps.get(0).size()];
    for (AffineMap map : maps) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += map.shift()[i] / maps.size();
      }
    }
    return sum;
  }
}
