package org.liegg.groups.compose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liegg.api.ActionException;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.Matrix;
import org.liegg.api.Monomials;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.field.ActionLimits;
import org.liegg.groups.field.FieldAssembler;
import org.liegg.groups.field.Fit;
import org.liegg.groups.field.SpecAction;

/**
 * An action on positions and velocities, (x, y) with y = dx/dt: where x is moved by g, y is by the
 * derivative of g at x, so that the fields are {@code (v(x), Dv(x)y)}, the complete lift of v to
 * the tangent bundle (Yano and Ishihara, Tangent and Cotangent Bundles, chapter 1). Linear fields
 * move velocities as positions, translations leave them alone.
 */
public final class TangentAction extends SpecAction {
  private final GroupAction base;
  private final Monomials monomials;

  /**
   * @param base with fields that are polynomials of the inputs
   * @throws ActionException if they are not, or the whole is too large
   */
  public TangentAction(GroupAction base) {
    this(base, new Lift(base, polynomials(base)));
  }

  private TangentAction(GroupAction base, Lift lift) {
    super(spec(base), lift.fields());
    this.base = base;
    this.monomials = lift.monomials();
  }

  private static String spec(GroupAction base) {
    return "tangent(%s)".formatted(base.spec());
  }

  private static Monomials polynomials(GroupAction base) {
    Optional<Monomials> monomials = base.equivariant() ? Optional.empty() : base.monomials();
    return monomials.orElseThrow(
        () ->
            new ActionException(
                "LIEGG-ACTION-ARGUMENT",
                "'%s'".formatted(spec(base)),
                "the fields of '%s' are no polynomials of the inputs".formatted(base.spec()),
                "name a linear, an affine or a polynomial action on the inputs alone"));
  }

  @Override
  public Optional<Monomials> monomials() {
    return Optional.of(monomials);
  }

  @Override
  public Batch features(Batch batch) {
    return monomials.of(Fit.requireColumns(this, batch));
  }

  @Override
  public String fieldName(int a) {
    return base.fieldName(a);
  }

  /** That of the element on positions alone, which says all of it. */
  @Override
  public Optional<Matrix> matrix(double[] coefficients) {
    return base.matrix(Fit.requireCoefficients(this, coefficients));
  }

  /** The features of the lifted fields in 2n variables, and the fields over them. */
  private static final class Lift {
    private final FieldBasis from;
    private final Monomials below;
    private final Map<List<Integer>, Integer> index = new LinkedHashMap<>();

    Lift(GroupAction base, Monomials below) {
      this.from = base.fields();
      this.below = below;
      ActionLimits.entries(spec(base), from.fields(), entries());
      List<List<Integer>> powers = new ArrayList<>();
      for (int p = 0; p < below.count(); p++) {
        powers.add(still(p));
      }
      for (int p = 0; p < below.count(); p++) {
        for (int j = 0; j < below.variables(); j++) {
          if (below.exponents().get(p)[j] > 0) {
            powers.add(moved(p, j));
          }
        }
      }
      // The constant comes last, as in homogeneous coordinates.
      powers.stream().filter(one -> !isConstant(one)).forEach(this::add);
      powers.stream().filter(Lift::isConstant).forEach(this::add);
    }

    private void add(List<Integer> powers) {
      index.putIfAbsent(powers, index.size());
    }

    private static boolean isConstant(List<Integer> powers) {
      return powers.stream().allMatch(power -> power == 0);
    }

    /** x^α. */
    private List<Integer> still(int p) {
      int[] powers = Arrays.copyOf(below.exponents().get(p), 2 * below.variables());
      return Arrays.stream(powers).boxed().toList();
    }

    /** x^α y_j / x_j, of which the derivative of x^α by time has α_j. */
    private List<Integer> moved(int p, int j) {
      int[] powers = Arrays.copyOf(below.exponents().get(p), 2 * below.variables());
      powers[j]--;
      powers[below.variables() + j] = 1;
      return Arrays.stream(powers).boxed().toList();
    }

    private int degrees(int p) {
      return (int) Arrays.stream(below.exponents().get(p)).filter(power -> power > 0).count();
    }

    private int entries() {
      long entries = 0;
      for (int e = 0; e < from.values().length; e++) {
        entries += 1 + degrees(from.feature()[e]);
      }
      return Math.toIntExact(entries);
    }

    Monomials monomials() {
      return new Monomials(
          2 * below.variables(),
          index.keySet().stream()
              .map(powers -> powers.stream().mapToInt(Integer::intValue).toArray())
              .toList());
    }

    FieldBasis fields() {
      int n = below.variables();
      FieldAssembler fields = new FieldAssembler(from.fields(), entries(), 2 * n, index.size());
      for (int a = 0; a < from.fields(); a++) {
        for (int e = from.offsets()[a]; e < from.offsets()[a + 1]; e++) {
          int i = from.component()[e];
          int p = from.feature()[e];
          fields.entry(i, at(still(p)), from.values()[e]);
          for (int j = 0; j < n; j++) {
            int power = below.exponents().get(p)[j];
            if (power > 0) {
              fields.entry(n + i, at(moved(p, j)), power * from.values()[e]);
            }
          }
        }
        fields.endField();
      }
      return fields.build();
    }

    private int at(List<Integer> powers) {
      return index.getOrDefault(powers, -1);
    }
  }
}
