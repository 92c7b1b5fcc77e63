package org.liegg.groups.window;

import java.util.Arrays;
import java.util.Optional;
import org.liegg.api.ActionException;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.Matrix;
import org.liegg.api.spi.Flow;
import org.liegg.groups.basic.BasicActions;
import org.liegg.groups.field.ActionLimits;
import org.liegg.groups.field.FeatureMap;
import org.liegg.groups.field.FieldAssembler;
import org.liegg.groups.field.Fit;
import org.liegg.groups.field.HomogeneousMatrix;
import org.liegg.groups.field.Resampled;
import org.liegg.groups.field.SpecAction;
import org.liegg.groups.image.DerivativeFilter;
import org.liegg.groups.image.LineWeights;

/**
 * Changes of time on windows of a series of T steps, {@code (gx)(t) = x(g⁻¹t)}, and linear maps of
 * its channels. The field of a change of time ξ is {@code v(x)(t) = −ξ(t) dx/dt}, for ξ = 1
 * (shift), t (scaling about the middle), t² … (warps), with the derivative by a {@link
 * DerivativeFilter}. t is in units of half the window from its middle. A window of steps is row by
 * row, the channels of a step next to each other.
 */
public final class WindowAction extends SpecAction implements Resampled {
  private static final int LEAST = 3;

  /** Higher powers of t tell nothing more apart on a window than its ends. */
  private static final int MAX_DEGREE = 9;

  /** Up to this degree the changes of time are maps (αt + β)/(γt + δ), and have matrices. */
  private static final int PROJECTIVE = 2;

  private final Shape shape;

  /**
   * What windows are, and how they change.
   *
   * @param steps T
   * @param channels C, numbers of a step
   * @param degree of ξ
   * @param mixing whether channels are mixed, and numbers added to them, too
   * @param filter derivatives along time
   */
  public record Shape(
      int steps, int channels, int degree, boolean mixing, DerivativeFilter filter) {

    private String spec() {
      return "%s(%d%s%s%s)"
          .formatted(
              mixing ? "signal" : "time",
              steps,
              channels == 1 ? "" : "x" + channels,
              degree == 1 ? "" : "," + degree,
              isCentral() ? "" : "," + filter);
    }

    private boolean isCentral() {
      return filter.equals(DerivativeFilter.central());
    }

    /** Changes of time, ahead of the maps of channels. */
    private int changes() {
      return degree + 1;
    }

    private int maps() {
      return mixing ? channels * (channels + 1) : 0;
    }
  }

  private WindowAction(String spec, Shape shape) {
    super(spec, fields(spec, shape));
    this.shape = shape;
  }

  /**
   * The action on such windows.
   *
   * @throws ActionException if there are fewer than 3 steps or no channel, the degree is negative
   *     or above 9, or the filter or the whole is too large
   */
  public static WindowAction of(Shape shape) {
    String spec = shape.spec();
    if (shape.steps() < LEAST || shape.channels() < 1) {
      throw new ActionException(
          "LIEGG-ACTION-ARGUMENT",
          "'%s'".formatted(spec),
          "the window has %d steps of %d channels".formatted(shape.steps(), shape.channels()),
          "differences need at least 3 steps and a channel");
    }
    if (shape.degree() < 0 || shape.degree() > MAX_DEGREE) {
      throw new ActionException(
          "LIEGG-ACTION-ARGUMENT",
          "'%s'".formatted(spec),
          "the degree is %d".formatted(shape.degree()),
          "take 0 for shifts alone, 1 for scalings too, at most " + MAX_DEGREE);
    }
    shape.filter().requireFits(spec, shape.steps());
    return new WindowAction(spec, shape);
  }

  private static FieldBasis fields(String spec, Shape shape) {
    int inputs =
        ActionLimits.size(spec, "inputs", ActionLimits.times(shape.steps(), shape.channels()));
    int features = inputs + (shape.mixing() ? 1 : 0);
    long least = ActionLimits.times(inputs, shape.changes(), shape.filter().fewest(shape.steps()));
    ActionLimits.size(spec, "field entries or more", least);
    LineWeights derivative = shape.filter().derivative(shape.steps());
    long maps = shape.mixing() ? ActionLimits.times(inputs, shape.channels() + 1L) : 0;
    long changes = ActionLimits.times(derivative.count(), shape.channels(), shape.changes());
    int entries = ActionLimits.entries(spec, shape.changes() + (long) shape.maps(), maps + changes);
    FieldAssembler basis =
        new FieldAssembler(shape.changes() + shape.maps(), entries, inputs, features);
    for (int power = 0; power <= shape.degree(); power++) {
      change(basis, shape, derivative, power);
      basis.endField();
    }
    for (int map = 0; map < shape.maps(); map++) {
      mix(basis, shape, map);
      basis.endField();
    }
    return basis.build();
  }

  private static void change(FieldAssembler basis, Shape shape, LineWeights derivative, int power) {
    Steps steps = new Steps(shape.steps());
    for (int k = 0; k < shape.steps(); k++) {
      double speed = -Math.pow(steps.time(k), power) / steps.step();
      double[] weights = derivative.row(k);
      for (int w = 0; w < weights.length; w++) {
        // Weights of a filter are 0 at the same places always, and have no entry there.
        for (int c = 0; weights[w] != 0 && c < shape.channels(); c++) {
          int from = (derivative.first(k) + w) * shape.channels() + c;
          basis.entry(k * shape.channels() + c, from, speed * weights[w]);
        }
      }
    }
  }

  /** Entry {@code map} of the matrix [A | b], on every step. */
  private static void mix(FieldAssembler basis, Shape shape, int map) {
    int row = map / (shape.channels() + 1);
    int column = map % (shape.channels() + 1);
    for (int k = 0; k < shape.steps(); k++) {
      int first = k * shape.channels();
      boolean constant = column == shape.channels();
      basis.entry(first + row, constant ? shape.steps() * shape.channels() : first + column, 1);
    }
  }

  @Override
  public boolean isResampled() {
    return shape.isCentral();
  }

  @Override
  public int longerSide() {
    return shape.steps();
  }

  @Override
  public Flow resampling(double[] coefficients) {
    Fit.requireCoefficients(this, coefficients);
    return new WarpedFlow(
        new Steps(shape.steps()),
        Arrays.copyOf(coefficients, shape.changes()),
        channels(coefficients));
  }

  /** What happens to the channels of a step, (C + 1) × (C + 1). */
  private Matrix channels(double[] coefficients) {
    double[] maps =
        shape.mixing()
            ? Arrays.copyOfRange(coefficients, shape.changes(), coefficients.length)
            : new double[shape.channels() * (shape.channels() + 1)];
    return HomogeneousMatrix.of(BasicActions.aff(shape.channels()), FeatureMap.AFFINE, maps);
  }

  @Override
  public Batch features(Batch batch) {
    return (shape.mixing() ? FeatureMap.AFFINE : FeatureMap.LINEAR)
        .apply(Fit.requireColumns(this, batch));
  }

  @Override
  public String fieldName(int a) {
    int field = Fit.requireField(this, a);
    if (field >= shape.changes()) {
      return BasicActions.aff(shape.channels()).fieldName(field - shape.changes());
    }
    return switch (field) {
      case 0 -> "shift";
      case 1 -> "scale";
      default -> "warp[%d]".formatted(field);
    };
  }

  /**
   * Up to degree 2 the map (αt + β)/(γt + δ) of time that ξ generates, beside that of the channels
   * where they are mixed. None for higher degrees, whose brackets have degrees without end.
   */
  @Override
  public Optional<Matrix> matrix(double[] coefficients) {
    Fit.requireCoefficients(this, coefficients);
    if (shape.degree() > PROJECTIVE) {
      return Optional.empty();
    }
    int size = 2 + (shape.mixing() ? shape.channels() + 1 : 0);
    double[] values = new double[size * size];
    double linear = shape.degree() > 0 ? coefficients[1] : 0;
    boolean quadratic = shape.degree() == PROJECTIVE;
    values[0] = quadratic ? linear / 2 : linear;
    values[1] = coefficients[0];
    values[size] = quadratic ? -coefficients[2] : 0;
    values[size + 1] = quadratic ? -linear / 2 : 0;
    if (shape.mixing()) {
      Matrix maps = channels(coefficients);
      for (int i = 0; i < maps.rows(); i++) {
        System.arraycopy(
            maps.values(), i * maps.columns(), values, (2 + i) * size + 2, maps.columns());
      }
    }
    return Optional.of(new Matrix(size, size, values));
  }
}
