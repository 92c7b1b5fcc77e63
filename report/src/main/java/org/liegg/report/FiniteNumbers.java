package org.liegg.report;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.liegg.api.Isolation;
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
                evidence(report),
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
    return Stream.of(
            Stream.of(new Field("nullspace.tolerance", nullspace.tolerance())),
            nullspace.gap().stream().map(gap -> new Field("nullspace.gap", gap)),
            nullspace.isolation().flatMap(Isolation::inner).stream()
                .map(step -> new Field("nullspace.isolation.inner", step)),
            nullspace.isolation().flatMap(Isolation::outer).stream()
                .map(step -> new Field("nullspace.isolation.outer", step)))
        .flatMap(part -> part);
  }

  private static Stream<Field> generator(String prefix, Generator generator) {
    return Stream.of(
            Stream.of(
                new Field(prefix + "coefficients", generator.coefficients()),
                new Field(prefix + "symmetryVariance", generator.symmetryVariance()),
                new Field(prefix + "defect", generator.defect())),
            generator.defectInterval().stream()
                .map(bounds -> new Field(prefix + "defectInterval", bounds)),
            generator.varianceInterval().stream()
                .map(bounds -> new Field(prefix + "varianceInterval", bounds)),
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
    return Stream.of(
            Stream.of(
                new Field("reference.symmetryBias", reference.symmetryBias()),
                new Field("reference.principalAngles", reference.principalAngles())),
            reference.angleInterval().stream()
                .map(bounds -> new Field("reference.angleInterval", bounds)),
            reference.defect().stream()
                .flatMap(
                    found ->
                        Stream.of(
                            new Field("reference.defect.worst", found.worst()),
                            new Field("reference.defect.worstInterval", found.worstInterval()),
                            new Field("reference.defect.mean", found.mean()))))
        .flatMap(part -> part);
  }

  private static Stream<Field> evidence(SymmetryReport report) {
    return Stream.of(
            report.heldOut().stream()
                .flatMap(found -> found.directions().stream())
                .map(
                    direction ->
                        new Field(
                            "heldOut.directions",
                            direction.chosenDefect(),
                            direction.defect(),
                            direction.defectInterval()[0],
                            direction.defectInterval()[1],
                            direction.symmetryVariance(),
                            direction.varianceInterval()[0],
                            direction.varianceInterval()[1])),
            report.finiteCheck().stream()
                .map(
                    check ->
                        new Field(
                            "finiteCheck",
                            check.t(),
                            check.measured(),
                            check.predicted(),
                            check.exact().orElse(0.0))),
            report.breakingSamples().stream()
                .map(
                    sample ->
                        new Field("breakingSamples", sample.t(), sample.change(), sample.share())),
            report.orbits().stream()
                .flatMap(
                    orbit ->
                        Stream.concat(
                            rows("orbits.inputs", orbit.inputs()),
                            rows("orbits.outputs", orbit.outputs()))),
            report.stability().stream()
                .flatMap(found -> found.trials().stream())
                .map(
                    trial ->
                        new Field("stability.trials", trial.largestDefect(), trial.largestAngle())))
        .flatMap(part -> part);
  }

  private static Stream<Field> rows(String name, double[][] rows) {
    return IntStream.range(0, rows.length)
        .mapToObj(row -> new Field("%s[%d]".formatted(name, row), rows[row]));
  }
}
