package org.liegg.report;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Function;
import org.liegg.api.DataException;
import org.liegg.api.OutputException;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.readable.GeneratorManifest;
import org.liegg.api.spi.support.RegularFile;

/** Manifests of generators as JSON, schema {@value GeneratorManifest#SCHEMA}. */
public final class GeneratorsJson {
  /** Bytes: a thousand generators of a thousand fields are a tenth of it. */
  private static final long LARGEST = 1L << 28;

  private static final String CORRUPT = "LIEGG-GENERATORS-CORRUPT";
  private static final String REMEDY = "write it again with liegg generators REPORT.json --out";

  private GeneratorsJson() {}

  /** The JSON Schema (2020-12) that every manifest written here obeys. */
  public static URL schema() {
    return Objects.requireNonNull(
        GeneratorsJson.class.getResource("liegg-generators-1.schema.json"));
  }

  /**
   * The manifest as JSON text, ending with a line feed.
   *
   * @throws OutputException {@code LIEGG-REPORT-NOT-FINITE} if a number is NaN or infinite
   */
  public static String toString(GeneratorManifest manifest) {
    FiniteNumbers.firstExceptionOf(manifest)
        .ifPresent(
            field -> {
              throw new OutputException(
                  "LIEGG-REPORT-NOT-FINITE",
                  "generators",
                  field + ", which JSON cannot say",
                  "look for overflow in the model or the data");
            });
    return PrintableJson.escaped(RecordJson.toString(manifest)) + "\n";
  }

  /**
   * Reads a manifest.
   *
   * @throws DataException {@code LIEGG-GENERATORS-UNREADABLE} if there is no such file or it cannot
   *     be read, {@code LIEGG-GENERATORS-CORRUPT} if it is no manifest
   */
  public static GeneratorManifest read(Path file) {
    try (InputStream in = RegularFile.open(file, LARGEST)) {
      return read(in, file.toString());
    } catch (NoSuchFileException e) {
      throw unreadable(file, "no such file", e);
    } catch (IOException e) {
      throw unreadable(file, "it cannot be read: " + RegularFile.reason(e), e);
    }
  }

  /**
   * Reads a manifest or a report, whichever the file says it is, and makes something of it.
   *
   * @throws DataException as {@link #read} of a file that says it is a manifest, as {@link
   *     ReportJson#read(Path)} of any other
   */
  public static <T> T either(
      Path file, Function<GeneratorManifest, T> manifest, Function<SymmetryReport, T> report) {
    return isManifest(file) ? manifest.apply(read(file)) : report.apply(ReportJson.read(file));
  }

  /** By the first field of that name; what stands behind it is not read. */
  private static boolean isManifest(Path file) {
    try (InputStream in = RegularFile.open(file, LARGEST);
        JsonParser parser = JsonFormat.mapper().createParser(in)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean schema = parser.currentName().equals("schema");
        JsonToken value = parser.nextToken();
        if (schema) {
          return value == JsonToken.VALUE_STRING
              && parser.getText().startsWith("liegg-generators/");
        }
        parser.skipChildren();
      }
      return false;
    } catch (IOException e) {
      // Whoever reads it says what is wrong.
      return false;
    }
  }

  private static GeneratorManifest read(InputStream in, String name) throws IOException {
    try {
      JsonMapper mapper = JsonFormat.mapper();
      JsonNode tree = mapper.readTree(in);
      String schema = tree.path("schema").asText();
      if (!schema.equals(GeneratorManifest.SCHEMA)) {
        throw new DataException(
            CORRUPT,
            "generators " + name,
            schema.isEmpty()
                ? "they do not say their schema, \"schema\": \"%s\""
                    .formatted(GeneratorManifest.SCHEMA)
                : "their schema is '%s', this version reads '%s'"
                    .formatted(schema, GeneratorManifest.SCHEMA),
            REMEDY);
      }
      JsonFormat.complete(tree);
      GeneratorManifest manifest = mapper.treeToValue(tree, GeneratorManifest.class);
      FiniteNumbers.firstExceptionOf(manifest)
          .ifPresent(
              found -> {
                throw new DataException(CORRUPT, "generators " + name, found, REMEDY);
              });
      return manifest;
    } catch (JsonMappingException e) {
      throw new DataException(CORRUPT, "generators " + name, JsonFormat.misfit(e), REMEDY, e);
    } catch (JacksonException e) {
      throw new DataException(CORRUPT, "generators " + name, JsonFormat.syntax(e), REMEDY, e);
    }
  }

  private static DataException unreadable(Path file, String found, IOException cause) {
    return new DataException(
        "LIEGG-GENERATORS-UNREADABLE", "generators " + file, found, "check the path", cause);
  }
}
