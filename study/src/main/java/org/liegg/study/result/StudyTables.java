package org.liegg.study.result;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.liegg.study.spec.Augmentation;
import org.liegg.study.spec.Cell;
import org.liegg.study.spec.Regime;
import org.liegg.study.spec.StudySpec;

/** Results as CSV, a header and a line a cell or a measurement; what does not exist is empty. */
public final class StudyTables {
  private static final List<String> CELL =
      List.of(
          "hiddenLayers",
          "width",
          "parameterBudget",
          "parameters",
          "samples",
          "seed",
          "augmentation",
          "weightDecay",
          "pretrain",
          "layerwise",
          "activation");
  private static final List<String> FOUND =
      List.of(
          "testError",
          "accuracy",
          "varianceSmallest",
          "varianceMean",
          "defectSmallest",
          "referenceDefect",
          "referenceDefectLow",
          "referenceDefectHigh",
          "referenceDefectMean",
          "bias",
          "largestAngle",
          "dimension",
          "dimensionLow",
          "dimensionHigh",
          "gap",
          "verdict");

  private StudyTables() {}

  /** {@code results.csv}: a line a cell. */
  public static String results(StudyResult result) {
    List<List<String>> rows = new ArrayList<>();
    List<String> header = new ArrayList<>(CELL);
    header.addAll(List.of("status", "epochs", "converged"));
    header.addAll(FOUND);
    header.add("seconds");
    rows.add(header);
    for (CellResult cell : result.cells()) {
      List<String> row = new ArrayList<>(cell(result.spec(), cell.cell()));
      row.add(cell.status().name().toLowerCase(Locale.ROOT));
      row.addAll(trained(result.spec(), cell));
      row.addAll(cell.findings().map(StudyTables::found).orElseGet(StudyTables::nothing));
      row.add(String.format(Locale.ROOT, "%.2f", cell.seconds()));
      rows.add(row);
    }
    return csv(rows);
  }

  /** {@code track.csv}: a line for every measurement while a cell trained. */
  public static String track(StudyResult result) {
    List<List<String>> rows = new ArrayList<>();
    List<String> header = new ArrayList<>(CELL);
    header.add("epoch");
    header.addAll(FOUND);
    rows.add(header);
    for (CellResult cell : result.cells()) {
      for (TrackPoint point : cell.track()) {
        List<String> row = new ArrayList<>(cell(result.spec(), cell.cell()));
        row.add(Integer.toString(point.epoch()));
        row.addAll(found(point.findings()));
        rows.add(row);
      }
    }
    return csv(rows);
  }

  /** Epochs and whether training ended of itself; where a plan ends it, nobody asked that. */
  private static List<String> trained(StudySpec spec, CellResult cell) {
    Optional<Trained> measured = cell.outcome().trained();
    if (measured.isPresent()) {
      return List.of(
          Integer.toString(measured.get().epochs()), Boolean.toString(measured.get().converged()));
    }
    boolean random = cell.cell().regime().augmentation() == Augmentation.UNTRAINED;
    String epochs = random ? "0" : Integer.toString(spec.training().epochs());
    return List.of(cell.status() == CellResult.Status.DIVERGED ? "" : epochs, "");
  }

  private static List<String> cell(StudySpec spec, Cell cell) {
    Regime regime = cell.regime();
    return List.of(
        Integer.toString(cell.hiddenLayers()),
        Integer.toString(cell.width()),
        cell.parameterBudget().map(String::valueOf).orElse(""),
        Long.toString(cell.parameters()),
        Integer.toString(cell.samples()),
        Long.toString(cell.seed()),
        regime.augmentation().label(),
        Double.toString(regime.weightDecay()),
        Integer.toString(regime.pretrain()),
        Boolean.toString(regime.layerwise()),
        spec.activation(regime).name().toLowerCase(Locale.ROOT));
  }

  private static List<String> found(Findings found) {
    return List.of(
        number(Optional.of(found.heldOut().testError())),
        number(found.heldOut().accuracy()),
        number(Optional.of(found.variance().smallest())),
        number(found.variance().mean()),
        number(found.defects().smallest()),
        number(found.defects().worst()),
        number(found.defects().worstInterval().map(bounds -> bounds[0])),
        number(found.defects().worstInterval().map(bounds -> bounds[1])),
        number(found.defects().mean()),
        number(found.reference().bias()),
        number(found.reference().largestAngle()),
        Integer.toString(found.symmetries().dimension()),
        found.symmetries().interval().map(bounds -> Integer.toString(bounds[0])).orElse(""),
        found.symmetries().interval().map(bounds -> Integer.toString(bounds[1])).orElse(""),
        number(found.symmetries().gap()),
        found.symmetries().verdict());
  }

  private static List<String> nothing() {
    return FOUND.stream().map(column -> "").toList();
  }

  /** Six digits: more would be noise. */
  private static String number(Optional<Double> value) {
    return value.map(v -> String.format(Locale.ROOT, "%.6g", v)).orElse("");
  }

  private static String csv(List<List<String>> rows) {
    StringWriter out = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
      rows.forEach(writer::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
