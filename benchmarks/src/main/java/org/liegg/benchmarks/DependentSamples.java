package org.liegg.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.liegg.api.Batch;
import org.liegg.api.Dataset;
import org.liegg.api.Matrix;
import org.liegg.api.report.ReferenceDefects;
import org.liegg.api.report.SymmetryReport;
import org.liegg.core.SymmetryExtractor;
import org.liegg.core.evidence.ReferenceAlgebra;
import org.liegg.core.settings.Extras;
import org.liegg.data.Datasets;
import org.liegg.groups.Actions;
import org.liegg.linalg.GramProvider;

/**
 * How often the interval of a given direction's defect holds the truth where samples are not
 * independent: a radial function in R³ that is broken a little, one rotation. Arguments:
 * repetitions (200), samples of the truth (1000000).
 */
public final class DependentSamples {
  private static final int COLUMNS = 3;

  private DependentSamples() {}

  /**
   * Prints a table.
   *
   * @param arguments repetitions, samples of the truth
   */
  public static void main(String[] arguments) {
    int repetitions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
    int large = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
    double truth = measure(normal(large, new Random(99))).orElseThrow().worst();
    System.out.println(
        "| samples | N | interval given | of these, covered | median upper/lower | warned |");
    System.out.println("|---|---|---|---|---|---|");
    for (Kind kind : Kind.values()) {
      for (int size : kind.sizes()) {
        List<Trial> trials =
            IntStream.range(0, repetitions)
                .mapToObj(r -> trial(kind, size, new Random(1_000L * size + r), truth))
                .toList();
        print(kind, size, trials);
      }
    }
  }

  private enum Kind {
    INDEPENDENT("independent", 4_000),
    SHORT("AR(1), correlation length 10", 4_000),
    SHUFFLED("20 noisy copies of each, shuffled", 4_000),
    ORDERED("20 noisy copies of each, in order", 4_000),
    LONG("AR(1), correlation length 100", 4_000, 40_000),
    LONGEST("AR(1), correlation length 500", 4_000);

    private final String label;
    private final int first;
    private final int last;

    Kind(String label, int size) {
      this(label, size, size);
    }

    Kind(String label, int first, int last) {
      this.label = label;
      this.first = first;
      this.last = last;
    }

    /** One or two. */
    int[] sizes() {
      return first == last ? new int[] {first} : new int[] {first, last};
    }

    Batch samples(int size, Random random) {
      return switch (this) {
        case INDEPENDENT -> normal(size, random);
        case SHORT -> series(size, 10, random);
        case LONG -> series(size, 100, random);
        case LONGEST -> series(size, 500, random);
        case SHUFFLED -> shuffled(copies(size, random), random);
        case ORDERED -> copies(size, random);
      };
    }
  }

  /** One data set; NaN where there is no interval. */
  private record Trial(boolean given, boolean covered, double width, boolean warned) {}

  private static Trial trial(Kind kind, int size, Random random, double truth) {
    SymmetryReport report = extract(kind.samples(size, random));
    boolean warned = !report.warnings().isEmpty();
    Optional<ReferenceDefects> found = report.reference().orElseThrow().defect();
    if (found.isEmpty() || report.heldOut().isEmpty()) {
      return new Trial(false, false, Double.NaN, warned);
    }
    double[] interval = found.get().worstInterval();
    return new Trial(
        true, interval[0] <= truth && truth <= interval[1], interval[1] / interval[0], warned);
  }

  private static Optional<ReferenceDefects> measure(Batch samples) {
    return extract(samples).reference().orElseThrow().defect();
  }

  private static SymmetryReport extract(Batch samples) {
    Dataset data = Datasets.of("simulated", samples);
    double[] rotation = new double[COLUMNS * COLUMNS];
    rotation[1] = -Math.sqrt(0.5);
    rotation[3] = Math.sqrt(0.5);
    return SymmetryExtractor.builder()
        .model(new NearlyRadial())
        .data(data)
        .action(Actions.parse("gl(3)"))
        .decomposition(new GramProvider())
        .with(s -> s.withThreads(1).with(Extras.none()))
        .reference(new ReferenceAlgebra("a rotation", new Matrix(1, COLUMNS * COLUMNS, rotation)))
        .build()
        .extract();
  }

  private static Batch normal(int size, Random random) {
    double[] values = new double[size * COLUMNS];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextGaussian();
    }
    return new Batch(size, COLUMNS, values);
  }

  private static Batch series(int size, double length, Random random) {
    Batch noise = normal(size, random);
    double a = Math.exp(-1 / length);
    for (int i = COLUMNS; i < noise.values().length; i++) {
      noise.values()[i] =
          a * noise.values()[i - COLUMNS] + Math.sqrt(1 - a * a) * noise.values()[i];
    }
    return noise;
  }

  private static Batch copies(int size, Random random) {
    int each = 20;
    Batch centers = normal(size / each, random);
    Batch noise = normal(size, random);
    for (int n = 0; n < size; n++) {
      for (int i = 0; i < COLUMNS; i++) {
        noise.values()[n * COLUMNS + i] = centers.get(n / each, i) + 1e-3 * noise.get(n, i);
      }
    }
    return noise;
  }

  private static Batch shuffled(Batch batch, Random random) {
    int[] order = IntStream.range(0, batch.rows()).toArray();
    double[] values = new double[batch.values().length];
    for (int last = order.length - 1; last >= 0; last--) {
      int chosen = random.nextInt(last + 1);
      System.arraycopy(batch.values(), order[chosen] * COLUMNS, values, last * COLUMNS, COLUMNS);
      order[chosen] = order[last];
    }
    return new Batch(batch.rows(), COLUMNS, values);
  }

  private static void print(Kind kind, int size, List<Trial> trials) {
    List<Trial> given = trials.stream().filter(Trial::given).toList();
    double[] widths = given.stream().mapToDouble(Trial::width).sorted().toArray();
    System.out.println(
        String.format(
            Locale.ROOT,
            "| %s | %d | %.2f | %s | %s | %.2f |",
            kind.label,
            size,
            (double) given.size() / trials.size(),
            given.isEmpty()
                ? "–"
                : String.format(
                    Locale.ROOT,
                    "%.3f",
                    (double) given.stream().filter(Trial::covered).count() / given.size()),
            given.isEmpty() ? "–" : String.format(Locale.ROOT, "%.2f", widths[widths.length / 2]),
            (double) trials.stream().filter(Trial::warned).count() / trials.size()));
    if (Arrays.stream(widths).anyMatch(Double::isNaN)) {
      throw new IllegalStateException("an interval without a width");
    }
  }
}
