package org.liegg.training.dl4j;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.liegg.api.OutputException;
import org.liegg.metrics.ReferenceDefect;
import org.liegg.metrics.SymmetrySummary;

/**
 * Measurements as lines of a CSV file. A line is written whole, at once, and nothing is held back:
 * a training that is killed leaves every line it has made. Numbers that do not exist are empty.
 */
final class CsvHistory implements AutoCloseable {
  private static final List<String> COLUMNS =
      List.of(
          "iteration",
          "epoch",
          "score",
          "verdict",
          "dimension",
          "trivial",
          "variance",
          "largest_angle",
          "largest_bias",
          "reference_defect_max",
          "reference_defect_mean",
          "seconds",
          "message");

  private final String subject;
  private final int defects;

  // Not a channel: those close themselves when their thread is interrupted.
  private final RandomAccessFile file;

  private CsvHistory(String subject, int defects, RandomAccessFile file) {
    this.subject = subject;
    this.defects = defects;
    this.file = file;
  }

  /**
   * Creates the file, or empties the one that is there, and writes the header.
   *
   * @param defects how many of the smallest defects have a column
   * @throws OutputException with code {@code LIEGG-OUTPUT-UNWRITABLE} if it cannot be written
   */
  static CsvHistory create(Path path, int defects) {
    String subject = "history " + path;
    List<String> header = new ArrayList<>(COLUMNS);
    for (int i = 1; i <= defects; i++) {
      header.add("defect_" + i);
    }
    try {
      RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
      try {
        file.setLength(0);
        file.write(line(header));
        return new CsvHistory(subject, defects, file);
      } catch (IOException e) {
        file.close();
        throw e;
      }
    } catch (IOException | UnsupportedOperationException e) {
      throw unwritable(subject, e);
    }
  }

  /**
   * Adds a line.
   *
   * @throws OutputException, a lost one, if it cannot be written; the file then ends with the line
   *     before
   */
  void append(Measurement measurement) {
    try {
      long end = file.getFilePointer();
      try {
        file.write(line(fields(measurement)));
      } catch (IOException e) {
        file.setLength(end);
        throw e;
      }
    } catch (IOException e) {
      throw lost(subject, e);
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw lost(subject, e);
    }
  }

  private List<String> fields(Measurement measurement) {
    SymmetrySummary found = measurement.symmetries();
    boolean failed = measurement.failed();
    List<String> fields =
        new ArrayList<>(
            List.of(
                Integer.toString(measurement.iteration()),
                Integer.toString(measurement.epoch()),
                Double.toString(measurement.score()),
                measurement.outcome(),
                failed ? "" : Integer.toString(found.dimension()),
                failed ? "" : Integer.toString(found.trivial()),
                text(found.variance()),
                text(found.largestAngle()),
                text(found.largestBias()),
                text(found.reference(), ReferenceDefect::worst),
                text(found.reference(), ReferenceDefect::mean),
                Double.toString(measurement.seconds()),
                measurement.message()));
    for (int i = 0; i < defects; i++) {
      fields.add(i < found.defects().length ? Double.toString(found.defects()[i]) : "");
    }
    return fields;
  }

  private static String text(OptionalDouble value) {
    return value.isPresent() ? Double.toString(value.getAsDouble()) : "";
  }

  private static String text(
      Optional<ReferenceDefect> defect, ToDoubleFunction<ReferenceDefect> value) {
    return defect.map(known -> Double.toString(value.applyAsDouble(known))).orElse("");
  }

  private static byte[] line(List<String> fields) throws IOException {
    StringWriter text = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      writer.writeRecord(fields);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static OutputException lost(String subject, IOException e) {
    return OutputException.lost(
        "LIEGG-OUTPUT-UNWRITABLE",
        subject,
        "it cannot be written (%s)".formatted(e.getMessage()),
        "check the space on its disk",
        e);
  }

  private static OutputException unwritable(String subject, Exception e) {
    return new OutputException(
        "LIEGG-OUTPUT-UNWRITABLE",
        subject,
        "it cannot be written (%s)".formatted(e.getMessage()),
        "choose a file in a folder that exists and may be written",
        e);
  }
}
