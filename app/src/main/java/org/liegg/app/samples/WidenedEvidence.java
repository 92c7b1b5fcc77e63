package org.liegg.app.samples;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.liegg.api.report.DefectMeasure;
import org.liegg.api.report.DefectMeasure.InsensitiveInputs;
import org.liegg.api.report.DefectMeasure.OutputDefect;
import org.liegg.api.report.Generator;
import org.liegg.api.report.HeldOut;
import org.liegg.api.report.Nullspace;
import org.liegg.api.report.ReportEvidence;
import org.liegg.api.report.SymmetryReport;

/**
 * By how much numbers of a report change when samples are moved by their errors, and its evidence
 * with bounds that are wider by that.
 *
 * @param source of the samples as they are
 * @param moved the same of samples that were moved
 */
record WidenedEvidence(SymmetryReport source, List<SymmetryReport> moved) {

  /** The largest change of a defect of what counts as a symmetry. */
  double defect() {
    return Math.max(
        shift(report -> sorted(report, Generator::defect)),
        shift(report -> heldOut(report, HeldOut.Direction::defect)));
  }

  /** The same of symmetry variances. */
  double variance() {
    return Math.max(
        shift(report -> sorted(report, Generator::symmetryVariance)),
        shift(report -> heldOut(report, HeldOut.Direction::symmetryVariance)));
  }

  /** The largest change of numbers of a report; of those that both reports have. */
  double shift(Function<SymmetryReport, double[]> numbers) {
    double[] before = numbers.apply(source);
    double largest = 0;
    for (SymmetryReport other : moved) {
      double[] after = numbers.apply(other);
      for (int i = 0; i < Math.min(before.length, after.length); i++) {
        largest = Math.max(largest, Math.abs(after[i] - before[i]));
      }
    }
    return largest;
  }

  private static double[] sorted(SymmetryReport report, ToDoubleFunction<Generator> number) {
    return report.generators().stream().mapToDouble(number).sorted().toArray();
  }

  /** Of the directions that count, whose order is that of their defects. */
  private double[] heldOut(SymmetryReport report, ToDoubleFunction<HeldOut.Direction> number) {
    Nullspace decision = source.nullspace();
    return directions(report).stream()
        .limit(decision.dimension() - decision.count().trivial())
        .mapToDouble(number)
        .toArray();
  }

  private static List<HeldOut.Direction> directions(SymmetryReport report) {
    return report.heldOut().map(HeldOut::directions).orElse(List.of());
  }

  /** Of the direction at this place in the order of defects. */
  private double shift(int place, ToDoubleFunction<HeldOut.Direction> number) {
    return shift(
        report -> directions(report).stream().skip(place).limit(1).mapToDouble(number).toArray());
  }

  /** An interval of what is never below 0, wider on both sides. */
  static double[] widened(double[] interval, double by) {
    return new double[] {Math.max(0, interval[0] - by), interval[1] + by};
  }

  /** The evidence of the report. */
  ReportEvidence widened() {
    double defect = defect();
    double variance = variance();
    ReportEvidence before = source.evidence();
    return new ReportEvidence(
        before.heldOut().map(found -> widened(found, defect, variance)),
        before.finiteCheck(),
        before.breakingSamples(),
        before.orbits(),
        before.stability(),
        before.measure().map(this::measure),
        before.finite(),
        before.group(),
        before.discrete(),
        before.where());
  }

  private HeldOut widened(HeldOut found, double defect, double variance) {
    return new HeldOut(
        found.chosenOn(),
        found.measuredOn(),
        found.blocks(),
        found.confidence(),
        IntStream.range(0, found.directions().size())
            .mapToObj(
                i -> {
                  HeldOut.Direction one = found.directions().get(i);
                  return new HeldOut.Direction(
                      one.chosenDefect(),
                      one.defect(),
                      widened(
                          one.defectInterval(),
                          Math.max(defect, shift(i, HeldOut.Direction::defect))),
                      one.symmetryVariance(),
                      widened(
                          one.varianceInterval(),
                          Math.max(variance, shift(i, HeldOut.Direction::symmetryVariance))));
                })
            .toList());
  }

  private DefectMeasure measure(DefectMeasure found) {
    double outputs =
        shift(
            report ->
                report.evidence().measure().map(DefectMeasure::outputs).orElse(List.of()).stream()
                    .mapToDouble(OutputDefect::defect)
                    .toArray());
    double shares =
        shift(
            report ->
                report.evidence().measure().flatMap(DefectMeasure::insensitive).stream()
                    .flatMap(inputs -> inputs.worstInterval().stream())
                    .mapToDouble(bounds -> bounds[1])
                    .toArray());
    return new DefectMeasure(
        found.outputs().stream()
            .map(
                one ->
                    new OutputDefect(
                        one.output(),
                        one.weight(),
                        one.defect(),
                        widened(one.defectInterval(), outputs)))
            .toList(),
        found
            .insensitive()
            .map(
                one ->
                    new InsensitiveInputs(
                        one.count(),
                        one.directions(),
                        one.shares(),
                        one.worstInterval().map(bounds -> widened(bounds, shares)))),
        found.typicalDefect(),
        found.referenceTypicalDefect());
  }
}
