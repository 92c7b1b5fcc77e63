package org.liegg.benchmarks.measure;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Counts of symmetries by the product's measure, by the first edition of the defect and by rules on
 * singular values, of functions and networks whose symmetries are known; as tables in Markdown.
 * {@code d/i} are d symmetries of which i are insensitive fields; a star is a wrong d. Arguments:
 * groups ({@code exact}, {@code networks}, {@code further}) or parts of names and actions; all
 * cases where there are none.
 */
public final class MeasureTable {
  private final PrintStream out;

  private MeasureTable(PrintStream out) {
    this.out = out;
  }

  /**
   * Prints a table a group and its totals.
   *
   * @param arguments groups, or parts of names or actions
   */
  public static void main(String[] arguments) {
    MeasureTable table = new MeasureTable(System.out);
    List<SpectrumCase> cases =
        AllCases.list().stream()
            .filter(one -> arguments.length == 0 || Arrays.stream(arguments).anyMatch(one::matches))
            .toList();
    Stream.of(AllCases.EXACT, AllCases.NETWORKS, AllCases.FURTHER)
        .forEach(
            group ->
                table.print(group, cases.stream().filter(c -> c.group().equals(group)).toList()));
  }

  private void print(String group, List<SpectrumCase> cases) {
    if (cases.isEmpty()) {
      return;
    }
    out.println();
    out.println("### " + group);
    out.println();
    out.println(
        "| function | action | truth | defect 0.003 | 0.01 | 0.03 | first 0.003 | 0.01 | 0.03 | σ ≤ 0.01 σ₁ | largest gap |");
    out.println("|---|---|---|---|---|---|---|---|---|---|---|");
    List<Verdicts> all = cases.parallelStream().map(Verdicts::of).toList();
    all.forEach(this::print);
    out.println();
    totals(all);
    all.stream().flatMap(one -> one.faults().stream()).forEach(out::println);
    out.flush();
  }

  private void print(Verdicts found) {
    SpectrumCase asked = found.asked();
    StringBuilder line = new StringBuilder();
    line.append("| %s | `%s` | %s |".formatted(asked.name(), asked.action(), truth(asked)));
    found
        .product()
        .forEach(
            count ->
                line.append(
                    cell(
                        asked,
                        count.map(Count::toString),
                        count.map(Count::dimension).orElse(-1))));
    found
        .first()
        .forEach(
            count -> line.append(cell(asked, Optional.of(count.toString()), count.dimension())));
    for (int count : new int[] {found.smallSigmas(), found.largestGap()}) {
      line.append(cell(asked, Optional.of(Integer.toString(count)), count));
    }
    out.println(line);
  }

  private static String truth(SpectrumCase asked) {
    return asked.insensitive().isPresent()
        ? new Count(asked.dimension(), asked.insensitive().getAsInt()).toString()
        : asked.dimension() + "/?";
  }

  private static String cell(SpectrumCase asked, Optional<String> shown, int dimension) {
    return " %s%s |".formatted(shown.orElse("failed"), dimension == asked.dimension() ? "" : "*");
  }

  private void totals(List<Verdicts> all) {
    int tolerances = Verdicts.TOLERANCES.size();
    out.println("| rule | cases | right at 0.003 | 0.01 | 0.03 | split known | right at 0.01 |");
    out.println("|---|---|---|---|---|---|---|");
    long known = all.stream().filter(v -> v.asked().insensitive().isPresent()).count();
    StringBuilder product = new StringBuilder("| defect | " + all.size());
    StringBuilder first = new StringBuilder("| first | " + all.size());
    for (int t = 0; t < tolerances; t++) {
      int at = t;
      product.append(" | ").append(right(all, v -> dimension(v, at)));
      first.append(" | ").append(right(all, v -> v.first().get(at).dimension()));
    }
    out.println(
        product.append(" | %d | %d |".formatted(known, split(all, v -> v.product().get(1)))));
    out.println(
        first.append(
            " | %d | %d |".formatted(known, split(all, v -> Optional.of(v.first().get(1))))));
    out.println(
        "| σ ≤ 0.01 σ₁ | %d | | %d | | | |"
            .formatted(all.size(), right(all, Verdicts::smallSigmas)));
    out.println(
        "| largest gap | %d | | %d | | | |"
            .formatted(all.size(), right(all, Verdicts::largestGap)));
  }

  private static int dimension(Verdicts found, int tolerance) {
    return found.product().get(tolerance).map(Count::dimension).orElse(-1);
  }

  private static long right(List<Verdicts> all, ToIntFunction<Verdicts> dimension) {
    return all.stream().filter(v -> dimension.applyAsInt(v) == v.asked().dimension()).count();
  }

  /** Cases of which dimension and insensitive fields are both right. */
  private static long split(List<Verdicts> all, Function<Verdicts, Optional<Count>> count) {
    return all.stream()
        .filter(v -> v.asked().insensitive().isPresent())
        .filter(
            v ->
                count
                    .apply(v)
                    .filter(
                        c ->
                            c.dimension() == v.asked().dimension()
                                && c.insensitive() == v.asked().insensitive().getAsInt())
                    .isPresent())
        .count();
  }
}
