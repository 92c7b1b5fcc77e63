package org.liegg.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.liegg.api.SymmetryReport;
import org.liegg.api.SymmetryReport.Algebra;
import org.liegg.api.SymmetryReport.Generator;
import org.liegg.api.SymmetryReport.Nullspace;
import org.liegg.api.SymmetryReport.Reference;
import org.liegg.api.SymmetryReport.SpectrumInfo;

/** Looks for numbers in a report that are none. */
final class FiniteNumbers {

  /** Some numbers under the field they stand in. */
  private record Field(String name, double... values) {

    Stream<String> exceptions() {
      return IntStream.range(0, values.length)
          .filter(i -> !Double.isFinite(values[i]))
          .mapToObj(
              i ->
                  "%s%s is %s".formatted(name, values.length == 1 ? "" : "[" + i + "]", values[i]));
    }
  }

  private FiniteNumbers() {}

  /** The first field that holds NaN or infinity, e.g. {@code generators[2].defect is NaN}. */
  static Optional<String> firstExceptionOf(SymmetryReport report) {
    Stream<Field> fields =
        Stream.of(
                spectrum(report.spectrum()),
                nullspace(report.nullspace()),
                IntStream.range(0, report.generators().size())
                    .boxed()
                    .flatMap(i -> generator("generators[" + i + "].", report.generators().get(i))),
                report.algebra().stream().flatMap(FiniteNumbers::algebra),
                report.reference().stream().flatMap(FiniteNumbers::reference),
                report.provenance().seconds().entrySet().stream()
                    .map(
                        stage ->
                            new Field("provenance.seconds." + stage.getKey(), stage.getValue())))
            .flatMap(part -> part);
    return fields.flatMap(Field::exceptions).findFirst();
  }

  private static Stream<Field> spectrum(SpectrumInfo spectrum) {
    return Stream.concat(
        Stream.of(
            new Field("spectrum.singularValues", spectrum.singularValues()),
            new Field("spectrum.symmetryVariance", spectrum.symmetryVariance()),
            new Field("spectrum.defect", spectrum.defect())),
        rows("spectrum.rightSingularVectors", spectrum.rightSingularVectors()));
  }

  private static Stream<Field> nullspace(Nullspace nullspace) {
    return Stream.concat(
        Stream.of(new Field("nullspace.tolerance", nullspace.tolerance())),
        nullspace.gap().stream().map(gap -> new Field("nullspace.gap", gap)));
  }

  private static Stream<Field> generator(String prefix, Generator generator) {
    return Stream.of(
            Stream.of(
                new Field(prefix + "coefficients", generator.coefficients()),
                new Field(prefix + "symmetryVariance", generator.symmetryVariance()),
                new Field(prefix + "defect", generator.defect())),
            generator.matrix().stream().flatMap(matrix -> rows(prefix + "matrix", matrix)))
        .flatMap(part -> part);
  }

  private static Stream<Field> algebra(Algebra algebra) {
    return Stream.of(
            algebra.closureResidual().stream()
                .map(residual -> new Field("algebra.closureResidual", residual)),
            algebra.closureBound().stream().map(bound -> new Field("algebra.closureBound", bound)),
            IntStream.range(0, algebra.invariantForms().size())
                .boxed()
                .flatMap(
                    i ->
                        rows(
                            "algebra.invariantForms[%d].matrix".formatted(i),
                            algebra.invariantForms().get(i).matrix())))
        .flatMap(part -> part);
  }

  private static Stream<Field> reference(Reference reference) {
    return List.of(
        new Field("reference.symmetryBias", reference.symmetryBias()),
        new Field("reference.principalAngles", reference.principalAngles()))
        .stream();
  }

  private static Stream<Field> rows(String name, double[][] rows) {
    return IntStream.range(0, rows.length)
        .mapToObj(row -> new Field("%s[%d]".formatted(name, row), rows[row]));
  }
}
