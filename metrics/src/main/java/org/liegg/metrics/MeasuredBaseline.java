package org.liegg.metrics;

import java.util.Optional;
import org.liegg.api.DirectionBaseline;
import org.liegg.api.InsensitiveDirections;
import org.liegg.api.Matrix;

/**
 * What directions are compared with on samples that they were not chosen on, and how outputs are
 * weighed. Everything in it was fixed on other samples.
 */
public final class MeasuredBaseline {
  /** Numbers that sums of outputs apart may take, as a share of the heap. */
  private static final double SHARE_OF_HEAP = 0.05;

  private final Optional<DirectionBaseline> directions;
  private final Optional<InsensitiveDirections> insensitive;
  private final double[] weights;
  private final double[] variances;
  private final int outputs;
  private final Optional<Boolean> apart; // as it was settled; by the heap where empty
  private final boolean centred;
  private final double[] centres; // of every direction, input by input

  private MeasuredBaseline(
      Optional<DirectionBaseline> directions,
      Optional<InsensitiveDirections> insensitive,
      double[] weights,
      double[] variances,
      int outputs,
      Optional<Boolean> apart) {
    this.directions = directions;
    this.insensitive = insensitive;
    this.weights = weights;
    this.variances = variances;
    this.outputs = outputs;
    this.apart = apart;
    centred = directions.filter(DirectionBaseline::centred).isPresent();
    centres = centred ? byInput(directions.orElseThrow().centres()) : new double[0];
  }

  /** Pairs of samples alone, outputs summed as they are. */
  public static MeasuredBaseline ofPairs() {
    return new MeasuredBaseline(
        Optional.empty(), Optional.empty(), new double[0], new double[0], 1, Optional.empty());
  }

  /**
   * Of a model.
   *
   * @param weights of its outputs; empty where they count as they are
   * @param variances of its inputs; empty where they are not known
   * @param outputs to be kept apart where memory allows it; 1 or less for none
   */
  public static MeasuredBaseline of(double[] weights, double[] variances, int outputs) {
    return new MeasuredBaseline(
        Optional.empty(),
        Optional.empty(),
        weights,
        variances,
        Math.max(1, outputs),
        Optional.empty());
  }

  /** The same, with what the mean of each direction's field needs. */
  public MeasuredBaseline with(DirectionBaseline baseline) {
    return new MeasuredBaseline(
        Optional.of(baseline), insensitive, weights, variances, outputs, apart);
  }

  /** The same, with input directions that are to be measured beside. */
  public MeasuredBaseline with(InsensitiveDirections found) {
    return new MeasuredBaseline(
        directions,
        found.directions().rows() == 0 ? Optional.empty() : Optional.of(found),
        weights,
        variances,
        outputs,
        apart);
  }

  /**
   * The same, outputs kept apart or not whatever the heap, as it was settled where sums of several
   * machines are to add up.
   */
  public MeasuredBaseline keepingApart(boolean apart) {
    return new MeasuredBaseline(
        directions, insensitive, weights, variances, outputs, Optional.of(apart));
  }

  Optional<InsensitiveDirections> insensitive() {
    return insensitive;
  }

  /** Whether something of the mean of a field is taken away from it before it is paired. */
  public boolean centred() {
    return centred;
  }

  /** How many inputs' own gradients have to be summed. */
  int ownInputs() {
    return centred() ? directions.orElseThrow().centres().columns() : 0;
  }

  double weight(int output) {
    return weights.length == 0 ? 1 : weights[output];
  }

  double[] variances() {
    return variances;
  }

  /** How many outputs are kept apart: all, or one sum of them where they would not fit. */
  int apart(int rows, int blocks) {
    if (apart.isPresent()) {
      return apart.get() ? outputs : 1;
    }
    double numbers = 3.0 * rows * rows * blocks * outputs;
    double room = SHARE_OF_HEAP * Runtime.getRuntime().maxMemory() / Double.BYTES;
    return numbers <= room ? outputs : 1;
  }

  /** What is taken away from input i of the field of direction h before it is paired. */
  double centre(int h, int i) {
    return centred ? centres[i * directions.orElseThrow().centres().rows() + h] : 0;
  }

  /**
   * Takes the centres of one input away.
   *
   * @param value of every direction's field in this input
   */
  void centre(double[] value, int input) {
    for (int h = 0; centred && h < value.length; h++) {
      value[h] -= centres[input * value.length + h];
    }
  }

  /** A block of outputs apart, or of their one sum, with all that belongs to its baseline. */
  BlockSum judged(BlockSum[] slots) {
    BlockSum sum = slots[0];
    if (slots.length > 1) {
      sum = slots[0].times(weight(0) * weight(0));
      for (int o = 1; o < slots.length; o++) {
        sum = sum.alongside(slots[o].times(weight(o) * weight(o)));
      }
    }
    return completed(sum, 1);
  }

  /** A block of one output. */
  BlockSum judged(BlockSum slot, int output) {
    return completed(slot.times(weight(output) * weight(output)), 1.0 / outputs);
  }

  private BlockSum completed(BlockSum sum, double share) {
    if (directions.isEmpty()) {
      return sum;
    }
    DirectionBaseline known = directions.get();
    UpperForm answered = sum.answered().copy();
    addOwn(answered, sum.own(), known.translations());
    addOwn(answered, sum.own(), known.scalings());
    double samples = share * sum.samples();
    for (int h = 0; h < sum.directions(); h++) {
      for (int g = h; g < sum.layout().ends()[h]; g++) {
        double more = samples * known.floor().get(h, g);
        if (more != 0) {
          answered.add(h, g, more);
        }
      }
    }
    return sum.completedBy(answered);
  }

  private static double[] byInput(Matrix rows) {
    double[] columns = new double[rows.values().length];
    for (int h = 0; h < rows.rows(); h++) {
      for (int i = 0; i < rows.columns(); i++) {
        columns[i * rows.rows() + h] = rows.get(h, i);
      }
    }
    return columns;
  }

  /** Adds {@code Σ_i own_i m_i m_iᵀ}, m_i being what the directions move input i by. */
  private static void addOwn(UpperForm answered, double[] own, Matrix moves) {
    int r = moves.rows();
    double[][] images = new double[own.length][r];
    int count = 0;
    for (int i = 0; i < own.length; i++) {
      double root = Math.sqrt(own[i]);
      boolean any = false;
      for (int h = 0; h < r; h++) {
        double move = moves.values()[h * moves.columns() + i];
        images[count][h] = root * move;
        any |= root * move != 0;
      }
      count += any ? 1 : 0;
    }
    answered.addSquares(images, 0, 1, count);
  }
}
