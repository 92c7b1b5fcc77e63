package org.liegg.benchmarks.measure;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.liegg.api.report.Verdict;

/**
 * How often the gate is wrong on few samples: on a function whose worst defect in so(5) is known,
 * the shares of data sets on which it says that so(5) holds, that it does not, and that the samples
 * cannot tell. Neither wrong answer should come more often than 2.5 times in a hundred, at any
 * number of samples. Arguments: repetitions (400), samples that the true defect is set on (100000).
 */
public final class SmallSampleGates {
  private static final int[] SIZES = {26, 28, 35, 50, 70, 100, 200, 500, 1_000};
  private static final double[] DEFECTS = {0, 0.004, 0.016, 0.02, 0.5};
  private static final double ALLOWED = 0.025;

  private SmallSampleGates() {}

  /**
   * Prints a table.
   *
   * @param arguments repetitions, samples that the true defect is set on
   */
  public static void main(String[] arguments) {
    int repetitions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 400;
    int large = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
    PrintStream out = System.out;
    out.println("| worst true defect | N | holds | does not hold | not enough evidence | wrong |");
    out.println("|---|---|---|---|---|---|");
    int over = 0;
    for (BrokenO5 function : functions(large)) {
      for (int size : SIZES) {
        List<Verdict> outcomes = outcomes(function, size, repetitions);
        double wrong = share(outcomes, function.wrong());
        over += wrong > ALLOWED ? 1 : 0;
        out.println(
            String.format(
                Locale.ROOT,
                "| %.3g | %d | %.3f | %.3f | %.3f | %.3f%s |",
                function.worst(),
                size,
                share(outcomes, Verdict.INVARIANT),
                share(outcomes, Verdict.BROKEN),
                share(outcomes, Verdict.INSUFFICIENT_EVIDENCE),
                wrong,
                wrong > ALLOWED ? "*" : ""));
      }
    }
    out.println();
    out.printf(
        Locale.ROOT,
        "%d of %d shares of wrong answers are above %.3f (%d data sets each).%n",
        over,
        SIZES.length * DEFECTS.length,
        ALLOWED,
        repetitions);
  }

  private static List<BrokenO5> functions(int large) {
    return Arrays.stream(DEFECTS).mapToObj(defect -> BrokenO5.ofWorst(defect, large)).toList();
  }

  private static List<Verdict> outcomes(BrokenO5 function, int size, int repetitions) {
    return IntStream.range(0, repetitions)
        .parallel()
        .mapToObj(r -> function.gate(size, 1_000_003L * size + r).verdict())
        .toList();
  }

  private static double share(List<Verdict> outcomes, Verdict wanted) {
    return (double) outcomes.stream().filter(o -> o == wanted).count() / outcomes.size();
  }
}
