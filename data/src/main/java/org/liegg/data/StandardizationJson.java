package org.liegg.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liegg.data.support.Faults;
import org.liegg.data.text.CsvNumber;
import org.liegg.data.text.Words;

/** The JSON form of a standardisation: an object of two arrays of numbers. */
final class StandardizationJson {
  private static final int LONGEST = 1 << 26;

  /** How far the brace may be indented. */
  private static final int LONGEST_BLANK = 64;

  private static final String NUMBERS = "\\s*+\"(mean|std)\"\\s*+:\\s*+\\[([^\\[\\]\"]*+)\\]\\s*+";
  private static final Pattern OBJECT =
      Pattern.compile("\\s*+\\{" + NUMBERS + "," + NUMBERS + "\\}\\s*+");

  private StandardizationJson() {}

  /** Means and standard deviations; empty where the file is no JSON object. */
  static Optional<double[][]> read(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    String source = "standardization " + file;
    String text;
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(LONGEST_BLANK);
      if (!new String(head, StandardCharsets.ISO_8859_1).strip().startsWith("{")) {
        return Optional.empty();
      }
      byte[] rest = in.readNBytes(LONGEST);
      text = new String(head, StandardCharsets.UTF_8) + new String(rest, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw Faults.reading(source, e);
    }
    Matcher object = OBJECT.matcher(text);
    if (!object.matches() || object.group(1).equals(object.group(3))) {
      throw Standardization.fault(
          source,
          "it is not a JSON object of two arrays, mean and std",
          "write {\"mean\": [numbers], \"std\": [numbers]}");
    }
    double[] first = numbers(source, object.group(2));
    double[] second = numbers(source, object.group(4));
    return Optional.of(
        object.group(1).equals("mean")
            ? new double[][] {first, second}
            : new double[][] {second, first});
  }

  private static double[] numbers(String source, String list) {
    return Arrays.stream(list.split(",", -1)).mapToDouble(text -> number(source, text)).toArray();
  }

  private static double number(String source, String text) {
    try {
      return CsvNumber.parse(text);
    } catch (NumberFormatException e) {
      throw Standardization.fault(
          source, "it holds %s, which is no number".formatted(Words.quoted(text)), "give numbers");
    }
  }
}
