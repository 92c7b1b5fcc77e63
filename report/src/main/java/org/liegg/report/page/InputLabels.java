package org.liegg.report.page;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liegg.api.Printable;
import org.liegg.api.report.SymmetryReport;

/**
 * What inputs are called: by their columns, as pixels of a picture, or x1, x2, …. Everything counts
 * from 1.
 */
public final class InputLabels {
  private static final Pattern IMAGE =
      Pattern.compile("[a-z-]*image\\((\\d{1,5})x(\\d{1,5})(?:x(\\d{1,3}))?[,)].*");
  private static final Pattern NUMBERED = Pattern.compile("\\bx(\\d{1,6})\\b");

  private final List<String> columns;
  private final int inputs;
  private final int width;
  private final int channels;

  private InputLabels(List<String> columns, int inputs, int width, int channels) {
    this.columns = columns;
    this.inputs = inputs;
    this.width = width;
    this.channels = channels;
  }

  /** The labels of the inputs that vary in a report. */
  public static InputLabels of(SymmetryReport report) {
    int from = report.model().inputFrom();
    int inputs = report.model().inputSize();
    List<String> columns = report.data().columns();
    List<String> own =
        columns.size() >= from + inputs ? columns.subList(from, from + inputs) : List.of();
    Matcher image = IMAGE.matcher(report.action().spec());
    if (!image.matches()) {
      return new InputLabels(own, inputs, 0, 1);
    }
    int width = Integer.parseInt(image.group(2));
    int channels = image.group(3) == null ? 1 : Integer.parseInt(image.group(3));
    boolean whole = (long) Integer.parseInt(image.group(1)) * width * channels == inputs;
    return new InputLabels(own, inputs, whole ? width : 0, channels);
  }

  /** Of an input at its place, from 0. */
  public String of(int place) {
    if (width > 0) {
      int pixel = place / channels;
      return "pixel (%d, %d%s)"
          .formatted(
              pixel / width + 1,
              pixel % width + 1,
              channels == 1 ? "" : ", channel " + (place % channels + 1));
    }
    return place < columns.size() ? Printable.text(columns.get(place)) : "x" + (place + 1);
  }

  /** A text with the names of its inputs in place of x1, x2, …. */
  public String inWords(String text) {
    return NUMBERED
        .matcher(text)
        .replaceAll(
            found -> {
              int number = Integer.parseInt(found.group(1));
              return Matcher.quoteReplacement(
                  number >= 1 && number <= inputs ? of(number - 1) : found.group());
            });
  }
}
