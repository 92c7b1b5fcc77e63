package org.liegg.report;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import org.liegg.api.DataException;
import org.liegg.api.OutputException;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.spi.support.RegularFile;

/**
 * Reports as JSON, schema {@value SymmetryReport#SCHEMA}. Numbers are written so that reading gives
 * the same double again; what is not known is left out; NaN and infinity are refused. Fields that a
 * later version of the same schema adds are passed over in reading.
 */
public final class ReportJson {
  /** Bytes; the largest reports, of ten thousand candidates, are far smaller. */
  private static final long LARGEST = 1L << 29;

  private static final String REWRITE = "write it again with --json";

  private ReportJson() {}

  /** Made when the first report is read: writing does without. */
  private static final class Reading {
    private static final JsonMapper MAPPER = JsonFormat.mapper();
  }

  /** The JSON Schema (2020-12) that every report written here obeys. */
  public static URL schema() {
    return Objects.requireNonNull(ReportJson.class.getResource("liegg-report-1.schema.json"));
  }

  /**
   * The report as JSON text, ending with a line feed.
   *
   * @throws OutputException {@code LIEGG-REPORT-NOT-FINITE} if a number is NaN or infinite; says
   *     which
   */
  public static String toString(SymmetryReport report) {
    return RecordJson.printable(report) + "\n";
  }

  /**
   * Writes {@link #toString(SymmetryReport)}; the writer is flushed and stays open.
   *
   * @throws OutputException if a number is not finite or the writer fails
   */
  public static void write(SymmetryReport report, Writer out) {
    String text = toString(report);
    try {
      out.write(text);
      out.flush();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /**
   * Writes {@link #toString(SymmetryReport)} in UTF-8; the stream is flushed and stays open.
   *
   * @throws OutputException if a number is not finite or the stream fails
   */
  public static void write(SymmetryReport report, OutputStream out) {
    byte[] text = toString(report).getBytes(StandardCharsets.UTF_8);
    try {
      out.write(text);
      out.flush();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /**
   * Reads a report.
   *
   * @throws DataException {@code LIEGG-REPORT-MISSING} if there is no such file, {@code
   *     LIEGG-REPORT-UNREADABLE} if it is a directory, a pipe or a device, or too large, {@code
   *     LIEGG-REPORT-VERSION} if it has another schema, {@code LIEGG-REPORT-CORRUPT} if it is no
   *     complete report
   */
  public static SymmetryReport read(Path file) {
    try (InputStream in = RegularFile.open(file, LARGEST)) {
      return read(in, file.toString());
    } catch (NoSuchFileException e) {
      throw new DataException(
          "LIEGG-REPORT-MISSING", "report " + file, "no such file", "check the path", e);
    } catch (IOException e) {
      throw new DataException(
          "LIEGG-REPORT-UNREADABLE",
          "report " + file,
          "it cannot be read: " + RegularFile.reason(e),
          "give a file that this program wrote with --json",
          e);
    }
  }

  /**
   * Reads a report; the stream stays open.
   *
   * @param name what errors call the source
   * @throws DataException as {@link #read(Path)}
   */
  public static SymmetryReport read(InputStream in, String name) {
    try {
      JsonNode tree = Reading.MAPPER.readTree(in);
      requireSchema(tree.path("schema"), name);
      JsonFormat.complete(tree);
      SymmetryReport report = Reading.MAPPER.treeToValue(tree, SymmetryReport.class);
      FiniteNumbers.firstExceptionOf(report)
          .or(() -> ReportConsistency.firstContradictionOf(report))
          .ifPresent(
              found -> {
                throw new DataException("LIEGG-REPORT-CORRUPT", "report " + name, found, REWRITE);
              });
      return report;
    } catch (JsonMappingException e) {
      throw corrupt(name, JsonFormat.misfit(e), e);
    } catch (JacksonException e) {
      throw corrupt(name, JsonFormat.syntax(e), e);
    } catch (IOException e) {
      throw corrupt(name, "it cannot be read: " + e.getMessage(), e);
    }
  }

  private static void requireSchema(JsonNode schema, String name) {
    if (!schema.isTextual()) {
      throw new DataException(
          "LIEGG-REPORT-CORRUPT",
          "report " + name,
          "it does not say its schema, \"schema\": \"%s\"".formatted(SymmetryReport.SCHEMA),
          "give a report that this program wrote with --json");
    }
    if (!schema.textValue().equals(SymmetryReport.SCHEMA)) {
      throw new DataException(
          "LIEGG-REPORT-VERSION",
          "report " + name,
          "its schema is '%s', this version reads '%s'"
              .formatted(schema.textValue(), SymmetryReport.SCHEMA),
          "read it with the version that wrote it, or write it again with this one");
    }
  }

  private static DataException corrupt(String name, String found, Exception cause) {
    return new DataException("LIEGG-REPORT-CORRUPT", "report " + name, found, REWRITE, cause);
  }

  private static OutputException unwritable(IOException e) {
    return OutputException.lost(
        "LIEGG-OUTPUT-UNWRITABLE",
        "report",
        "writing failed: " + e.getMessage(),
        "check where the output goes",
        e);
  }
}
