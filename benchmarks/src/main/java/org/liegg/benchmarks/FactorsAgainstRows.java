package org.liegg.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.liegg.api.Batch;
import org.liegg.api.DecompositionOptions;
import org.liegg.api.Jacobians;
import org.liegg.api.Polarization;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.Actions;
import org.liegg.linalg.GramProvider;

/**
 * {@code gram} as it chooses against {@code gram} with every row formed, in turn and in one
 * process, the least of many runs of each: differences of a few per cent show on a machine that
 * others use too, where averages do not.
 *
 * <pre>java -cp 'benchmarks/target/lib/*' org.liegg.benchmarks.FactorsAgainstRows 60 'gl(40)' …
 * </pre>
 */
public final class FactorsAgainstRows {
  private static final int BATCH = 100;
  private static final int BATCHES = 20;
  private static final int[] OUTPUTS = {1, 10};
  private static final double NANOSECONDS_A_MILLISECOND = 1e6;

  private FactorsAgainstRows() {}

  /** The number of runs, then actions. */
  public static void main(String[] args) {
    int runs = Integer.parseInt(args[0]);
    for (String action : List.of(args).subList(1, args.length)) {
      for (int outputs : OUTPUTS) {
        compare(Actions.parse(action).boundTo(outputs), outputs, runs);
      }
    }
  }

  private static void compare(GroupAction action, int outputs, int runs) {
    List<Polarization> batches = batches(action, outputs);
    DecompositionOptions options =
        DecompositionOptions.defaults().withRows((long) BATCHES * BATCH * outputs);
    Least chosen = new Least(new GramProvider());
    Least rows = new Least(GramProvider.byRows());
    for (int run = 0; run < runs; run++) {
      chosen.run(action.dimension(), options, batches);
      rows.run(action.dimension(), options, batches);
    }
    System.out.printf(
        "%s, k = %d, N = %d: %s %.2f ms, rows %.2f ms, ratio %.2f%n",
        action.spec(),
        outputs,
        BATCHES * BATCH,
        chosen.description,
        chosen.milliseconds,
        rows.milliseconds,
        rows.milliseconds / chosen.milliseconds);
  }

  private static List<Polarization> batches(GroupAction action, int outputs) {
    int inputs = action.inputSize();
    Random random = new Random(1);
    List<Polarization> batches = new ArrayList<>();
    for (int i = 0; i < BATCHES; i++) {
      batches.add(
          action.polarize(
              new Batch(BATCH, inputs, random.doubles((long) BATCH * inputs, -1, 1).toArray()),
              new Jacobians(
                  BATCH,
                  outputs,
                  inputs,
                  random.doubles((long) BATCH * outputs * inputs, -1, 1).toArray(),
                  new double[BATCH * outputs])));
    }
    return batches;
  }

  /** The least time of taking the batches in, moments of the defect included. */
  private static final class Least {
    private final DecompositionProvider provider;
    private double milliseconds = Double.POSITIVE_INFINITY;
    private String description = "";

    Least(DecompositionProvider provider) {
      this.provider = provider;
    }

    void run(int columns, DecompositionOptions options, List<Polarization> batches) {
      long start = System.nanoTime();
      try (Decomposition sum = provider.open(columns, options)) {
        batches.forEach(sum::accept);
        description = sum.description();
      }
      milliseconds =
          Math.min(milliseconds, (System.nanoTime() - start) / NANOSECONDS_A_MILLISECOND);
    }
  }
}
