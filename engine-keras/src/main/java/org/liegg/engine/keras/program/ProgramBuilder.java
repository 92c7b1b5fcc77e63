package org.liegg.engine.keras.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Writes a program, step by step. For use by one thread, for one program. */
public final class ProgramBuilder {
  private final List<Op> ops = new ArrayList<>();
  private final List<Boolean> varying = new ArrayList<>();
  private final Map<Integer, Double> constants = new HashMap<>();
  private final Map<Double, Integer> known = new HashMap<>();
  private final IdentityHashMap<Object, Map<List<Integer>, Matrix>> matrices =
      new IdentityHashMap<>();
  private final List<int[]> inputs = new ArrayList<>();
  private final long most;
  private final Function<String, RuntimeException> tooLarge;
  private long references;

  /**
   * @param most numbers that the program and one sample may take in memory
   * @param tooLarge the error where it would be more
   */
  public ProgramBuilder(long most, Function<String, RuntimeException> tooLarge) {
    this.most = most;
    this.tooLarge = tooLarge;
  }

  /**
   * The next input of a sample.
   *
   * @param varies whether the program is differentiated by it
   */
  public Values input(int[] shape, boolean varies) {
    int[] slots = allocate(Values.size(shape), varies);
    inputs.add(slots);
    return new Values(shape.clone(), slots);
  }

  /** A slot that always has this value. */
  public int constant(double value) {
    return known.computeIfAbsent(
        value,
        number -> {
          int slot = allocate(1, false)[0];
          constants.put(slot, number);
          return slot;
        });
  }

  /** Whether one of these depends on an input that varies. */
  public boolean varies(Values x) {
    return Arrays.stream(x.slots()).anyMatch(varying::get);
  }

  /**
   * The map made of a weight, made once however often it is asked for.
   *
   * @param weight what it is made of, by identity
   * @param variant which of the maps that are made of it
   */
  public Matrix matrix(Object weight, List<Integer> variant, Supplier<Matrix> make) {
    return matrices
        .computeIfAbsent(weight, key -> new HashMap<>())
        .computeIfAbsent(
            List.copyOf(variant),
            key -> {
              Matrix matrix = make.get();
              count(2L * matrix.inputs() * matrix.outputs());
              return matrix;
            });
  }

  /** Wx + b of some slots. */
  public int[] affine(Matrix matrix, int... x) {
    int[] y = outputs(matrix.outputs(), x);
    ops.add(new AffineOp(matrix, x, y));
    return y;
  }

  /** f(x), value by value. */
  public Values map(Scalar function, Values x) {
    int[] y = outputsOneByOne(x.slots());
    ops.add(new MapOp(function, x.slots(), y));
    return new Values(x.shape(), y);
  }

  /** ax + b, with an a and a b for every value. */
  public Values scale(Values x, double[] factors, double[] offsets) {
    int[] y = outputsOneByOne(x.slots());
    ops.add(new ScaleOp(factors, offsets, x.slots(), y));
    return new Values(x.shape(), y);
  }

  /** ax + b. */
  public Values scale(Values x, double factor, double offset) {
    double[] factors = new double[x.slots().length];
    double[] offsets = new double[x.slots().length];
    Arrays.fill(factors, factor);
    Arrays.fill(offsets, offset);
    return scale(x, factors, offsets);
  }

  /** The sum of tensors of one shape, times a factor. */
  public Values sum(List<Values> x, double factor) {
    int[] shape = x.get(0).shape();
    return new Values(shape, sums(columns(x), factor));
  }

  /** a − b. */
  public Values subtract(Values a, Values b) {
    return sum(List.of(a, scale(b, -1, 0)), 1);
  }

  /** The largest of tensors of one shape, value by value. */
  public Values maximum(List<Values> x) {
    return new Values(x.get(0).shape(), maxima(columns(x)));
  }

  /** ab, value by value. */
  public Values multiply(Values a, Values b) {
    return new Values(a.shape(), products(columns(List.of(a)), columns(List.of(b))));
  }

  /** The sum of each group, times a factor. */
  public int[] sums(int[][] groups, double factor) {
    int[] y = outputs(groups);
    ops.add(new SumOp(factor, groups, y));
    return y;
  }

  /** The largest of each group. */
  public int[] maxima(int[][] groups) {
    int[] y = outputs(groups);
    ops.add(new MaximumOp(groups, y));
    return y;
  }

  /** Σ_j a_j b_j of each pair of groups. */
  public int[] products(int[][] left, int[][] right) {
    int[][] both = new int[left.length][];
    for (int k = 0; k < both.length; k++) {
      both[k] = Arrays.copyOf(left[k], left[k].length + right[k].length);
      System.arraycopy(right[k], 0, both[k], left[k].length, right[k].length);
    }
    int[] y = outputs(both);
    ops.add(new ContractOp(left, right, y));
    return y;
  }

  /** exp(x)/Σ exp(x) along the last axis. */
  public Values softmax(Values x) {
    int[][] groups = x.rows();
    int[][] results = new int[groups.length][];
    for (int k = 0; k < groups.length; k++) {
      results[k] = outputs(groups[k].length, groups[k]);
    }
    ops.add(new SoftmaxOp(groups, results));
    return new Values(x.shape(), Arrays.stream(results).flatMapToInt(Arrays::stream).toArray());
  }

  /** The point of the simplex that is nearest to x, along the last axis. */
  public Values sparsemax(Values x) {
    int[][] groups = x.rows();
    int[][] results = new int[groups.length][];
    for (int k = 0; k < groups.length; k++) {
      results[k] = outputs(groups[k].length, groups[k]);
    }
    ops.add(new SparsemaxOp(groups, results));
    return new Values(x.shape(), GroupedOp.flat(results));
  }

  /** For each group, 1 where one of its values is another than this, else 0. */
  public int[] differs(int[][] groups, double from) {
    int[] y = allocate(groups.length, false);
    ops.add(new DifferenceOp(from, groups, y));
    return y;
  }

  /** Rows of a table by the numbers in x, along a new last axis. */
  public Values lookup(Values x, double[][] table) {
    int width = table[0].length;
    int[] all = new int[x.slots().length * width];
    for (int i = 0; i < x.slots().length; i++) {
      int[] row = allocate(width, false);
      ops.add(new LookupOp(table, x.slots()[i], row));
      System.arraycopy(row, 0, all, i * width, width);
    }
    int[] shape = Arrays.copyOf(x.shape(), x.rank() + 1);
    shape[x.rank()] = width;
    return new Values(shape, all);
  }

  /** The program that computes these slots. */
  public Program build(int... outputs) {
    return Program.of(ops, varying, constants, inputs, outputs);
  }

  private static int[][] columns(List<Values> x) {
    int[][] columns = new int[x.get(0).slots().length][x.size()];
    for (int j = 0; j < x.size(); j++) {
      for (int i = 0; i < columns.length; i++) {
        columns[i][j] = x.get(j).slots()[i];
      }
    }
    return columns;
  }

  private int[] outputs(int[][] groups) {
    int[] y = new int[groups.length];
    for (int k = 0; k < y.length; k++) {
      y[k] = outputs(1, groups[k])[0];
    }
    return y;
  }

  private int[] outputsOneByOne(int[] x) {
    int[] y = new int[x.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = outputs(1, x[i])[0];
    }
    return y;
  }

  /** Slots for what is computed from others. */
  private int[] outputs(int size, int... from) {
    references += from.length;
    return allocate(size, Arrays.stream(from).anyMatch(varying::get));
  }

  private int[] allocate(int size, boolean varies) {
    count(size);
    int[] slots = new int[size];
    for (int i = 0; i < size; i++) {
      slots[i] = varying.size();
      varying.add(varies);
    }
    return slots;
  }

  private void count(long more) {
    references += more;
    // An array for the value, one for the gradient, and what Java adds to arrays.
    long numbers = 14L * varying.size() + references;
    if (numbers > most) {
      throw tooLarge.apply(
          "it computes more than %d values a sample, which take more than %d MB"
              .formatted(varying.size(), (most * Double.BYTES) >> 20));
    }
  }
}
