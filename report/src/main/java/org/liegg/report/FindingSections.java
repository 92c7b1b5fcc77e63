package org.liegg.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.liegg.api.Printable;
import org.liegg.api.report.Algebra;
import org.liegg.api.report.Generator;
import org.liegg.api.report.Orbit;
import org.liegg.api.report.Provenance;
import org.liegg.api.report.Reference;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.report.page.HtmlSection;
import org.liegg.report.page.Term;
import org.liegg.report.text.Numbers;

/** What was found: generators, orbits, the algebra, the comparison; and how to repeat it. */
record FindingSections(SymmetryReport report) {
  /** Options that are switched on by a value of "no". */
  private static final Map<String, String> NEGATED =
      Map.of("self-check", "--no-self-check", "held-out", "--no-held-out");

  private static final Set<String> SWITCHES =
      Set.of("stability", "discrete", "where", "beyond", "by-layer");

  /** What only a gate takes. */
  private static final Set<String> OF_A_GATE =
      Set.of("group", "slice", "where", "beyond", "by-layer");

  HtmlSection generators() {
    HtmlSection section = new HtmlSection("generators", "Generators");
    section.plot(
        "generators",
        "Entries of every generator as a grid, smallest defect first: row i and column j say how"
            + " fast input i moves for every unit of input j");
    if (report.nullspace().verdict() == Verdict.INSUFFICIENT_EVIDENCE) {
      section.text(
          "There is not enough evidence: these look like symmetries and may only be unseen.");
    }
    section.explained(Term.GENERATOR, Term.PATH);
    List<Generator> generators = report.generators();
    List<List<String>> rows =
        IntStream.range(0, generators.size()).mapToObj(i -> row(i, generators.get(i))).toList();
    return section.table(
        "Generators as a table",
        List.of("generator", "defect", "interval", "symmetry variance", "interval", "coefficients"),
        rows);
  }

  private List<String> row(int place, Generator generator) {
    return List.of(
        Integer.toString(place + 1),
        Numbers.shown(generator.defect()),
        generator.defectInterval().map(Numbers::interval).orElse(""),
        Numbers.shown(generator.symmetryVariance()),
        generator.varianceInterval().map(Numbers::interval).orElse(""),
        coefficients(generator.coefficients()));
  }

  /** The entries that are not negligible, with the names of their fields. */
  private String coefficients(double[] values) {
    double largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
    return IntStream.range(0, values.length)
        .filter(a -> Math.abs(values[a]) > 0.05 * largest)
        .limit(12)
        .mapToObj(a -> "%s: %s".formatted(name(a), Numbers.shown(values[a])))
        .collect(Collectors.joining(", "));
  }

  private String name(int field) {
    return Printable.text(report.action().fieldName(field));
  }

  HtmlSection orbits() {
    List<List<String>> rows = new ArrayList<>();
    for (Orbit orbit : report.orbits()) {
      for (int i = 0; i < orbit.t().length; i++) {
        rows.add(
            List.of(
                Integer.toString(orbit.generator() + 1),
                Numbers.fixed(orbit.t()[i], 3),
                Arrays.stream(orbit.outputs()[i])
                    .limit(12)
                    .mapToObj(Numbers::shown)
                    .collect(Collectors.joining(", "))));
      }
    }
    return new HtmlSection("orbits", "Samples moved along generators")
        .text(
            "One sample x moved along exp(tA), and the output F(exp(tA)x). "
                + (report.action().equivariant()
                    ? "The output of an equivariant model moves with x, as ρ says."
                    : "A symmetry leaves it level."))
        .plot(
            "orbits",
            "The moved sample: as pictures, or as a path in the two coordinates in which it moves"
                + " most; the sample itself is the larger point")
        .plot(
            "outputs",
            "The outputs along the path, a line for every output, by its number, counted from 0")
        .explained(Term.PATH, report.action().equivariant() ? Term.EQUIVARIANT : Term.GENERATOR)
        .table("Outputs along the path as a table", List.of("generator", "t", "output"), rows);
  }

  HtmlSection algebra(Algebra algebra) {
    HtmlSection section = new HtmlSection("algebra", "Algebra: " + algebra.name());
    algebra.evidence().forEach(section::text);
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("dimension", Integer.toString(algebra.dimension())));
    algebra
        .closureResidual()
        .ifPresent(value -> rows.add(List.of("closure residual", Numbers.shown(value))));
    algebra
        .killingSignature()
        .ifPresent(value -> rows.add(List.of("Killing form (+, −, 0)", Arrays.toString(value))));
    algebra
        .derivedDimensions()
        .ifPresent(value -> rows.add(List.of("derived algebras", Arrays.toString(value))));
    algebra
        .centerDimension()
        .ifPresent(value -> rows.add(List.of("center", Integer.toString(value))));
    if (!algebra.isomorphicTo().isEmpty()) {
      rows.add(List.of("the same as", String.join(", ", algebra.isomorphicTo())));
    }
    algebra
        .invariantForms()
        .forEach(
            form ->
                rows.add(
                    List.of(
                        "invariant form (+, −, 0)",
                        Arrays.toString(form.signature())
                            + " "
                            + form.kind().name().toLowerCase(Locale.ROOT))));
    return section
        .table("Structure", List.of("what", "value"), rows)
        .explained(Term.ALGEBRA, Term.KILLING, Term.FORM);
  }

  HtmlSection reference(Reference known) {
    HtmlSection section = new HtmlSection("reference", "Compared with " + known.name());
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("dimension", Integer.toString(known.dimension())));
    double[] angles = known.principalAngles();
    if (angles.length > 0) {
      rows.add(
          List.of(
              "largest principal angle",
              Numbers.degrees(angles[angles.length - 1])
                  + known
                      .angleInterval()
                      .map(
                          bounds ->
                              " [%s, %s]"
                                  .formatted(
                                      Numbers.degrees(bounds[0]), Numbers.degrees(bounds[1])))
                      .orElse("")));
    }
    known
        .defect()
        .ifPresent(
            found -> {
              rows.add(
                  List.of(
                      "worst defect in it",
                      Numbers.shown(found.worst())
                          + " "
                          + Numbers.interval(found.worstInterval())));
              rows.add(List.of("mean defect in it", Numbers.shown(found.mean())));
              rows.add(
                  List.of(
                      "dimensions that are symmetries",
                      "%d of %d".formatted(found.contained(), known.dimension())));
            });
    return section
        .table("Comparison", List.of("what", "value"), rows)
        .explained(Term.REFERENCE, Term.ANGLE, Term.DEFECT);
  }

  HtmlSection provenance() {
    Provenance provenance = report.provenance();
    HtmlSection section = new HtmlSection("provenance", "How to repeat it");
    section.command(command(provenance.options()));
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("model", report.model().path() + ", SHA-256 " + report.model().sha256()));
    rows.add(List.of("engine", report.model().engine() + " " + report.model().engineVersion()));
    rows.add(List.of("data", report.data().path() + ", SHA-256 " + report.data().sha256()));
    if (!report.data().columns().isEmpty()) {
      rows.add(List.of("columns", String.join(", ", report.data().columns())));
    }
    rows.add(
        List.of(
            "decomposition",
            report.decomposition().name() + ", " + report.decomposition().detail()));
    rows.add(List.of("liegg", provenance.version()));
    rows.add(List.of("Java", provenance.java()));
    rows.add(List.of("system", provenance.os() + ", " + provenance.cpu()));
    rows.add(List.of("started", provenance.startedAt()));
    provenance
        .seconds()
        .forEach((stage, taken) -> rows.add(List.of(stage, Numbers.fixed(taken, 2) + " s")));
    return section.table("Provenance", List.of("what", "value"), rows);
  }

  private static String command(Map<String, String> options) {
    boolean gate = options.keySet().stream().anyMatch(OF_A_GATE::contains);
    StringBuilder command = new StringBuilder(gate ? "liegg check" : "liegg extract");
    options.forEach(
        (name, value) -> {
          if (NEGATED.containsKey(name)) {
            command.append(' ').append(NEGATED.get(name));
          } else if (SWITCHES.contains(name)) {
            command.append(" --").append(name);
          } else if (gate && (name.equals("group") || name.equals("reference"))) {
            command.append(" --expect ").append(quoted(value));
          } else if (name.startsWith("with ")) {
            command.append(" --with ").append(quoted(name.substring(5) + "=" + value));
          } else if (name.startsWith("input-shape ")) {
            command.append(" --input-shape ").append(quoted(name.substring(12) + "=" + value));
          } else {
            command.append(" --").append(name).append(' ').append(quoted(value));
          }
        });
    return command.toString();
  }

  /** As a shell takes it. */
  private static String quoted(String value) {
    return value.matches("[A-Za-z0-9._/:=-]+") ? value : "'" + value.replace("'", "'\\''") + "'";
  }
}
