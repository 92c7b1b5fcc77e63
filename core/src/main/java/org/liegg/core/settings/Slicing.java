package org.liegg.core.settings;

import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liegg.api.DataException;
import org.liegg.api.Dataset;

/** By what samples are put in slices. */
public sealed interface Slicing {
  /** Slices that one thing may give at most. */
  int MOST = 50;

  /** As it is written where it is asked for. */
  String text();

  /**
   * By a number of every sample: by its values where these are few, else by its quantiles.
   *
   * @param name {@code x3}, counted from 1, or the name of a column
   * @param quantiles how many; empty for the values of a column of few, and else four
   */
  record Column(String name, OptionalInt quantiles) implements Slicing {
    @Override
    public String text() {
      return name + parts(quantiles);
    }
  }

  /**
   * By a number that is no part of the samples, such as a label.
   *
   * @param name what it is called
   * @param values one of every sample, in the order of the data
   * @param quantiles as of {@link Column}
   */
  record Values(String name, Dataset values, OptionalInt quantiles) implements Slicing {
    @Override
    public String text() {
      return "%s=%s%s".formatted(name, values.name(), parts(quantiles));
    }
  }

  /** By which output of the model is the largest one. */
  record Decisions() implements Slicing {
    @Override
    public String text() {
      return "class";
    }
  }

  /**
   * By groups of samples near each other.
   *
   * @param count how many groups, 2 to {@value Slicing#MOST}
   */
  record Clusters(int count) implements Slicing {
    @Override
    public String text() {
      return "cluster(%d)".formatted(count);
    }
  }

  /**
   * What a text asks for: {@code x3}, {@code age}, {@code x3 in 5}, {@code class}, {@code
   * cluster(5)}, {@code label=FILE}.
   *
   * @param open opens a file of values
   * @throws DataException {@code LIEGG-SLICE-SYNTAX} if it asks for nothing of these
   */
  static Slicing parse(String text, Function<String, Dataset> open) {
    String asked = text.strip();
    if (asked.equals("class")) {
      return new Decisions();
    }
    Matcher cluster = Syntax.CLUSTER.matcher(asked);
    if (cluster.matches()) {
      return new Clusters(count(text, cluster.group(1)));
    }
    Matcher parts = Syntax.PARTS.matcher(asked);
    OptionalInt quantiles = OptionalInt.empty();
    if (parts.matches()) {
      quantiles = OptionalInt.of(count(text, parts.group(2)));
      asked = parts.group(1);
    }
    int equals = asked.indexOf('=');
    if (asked.isEmpty() || equals == 0 || equals == asked.length() - 1) {
      throw Syntax.fault(text, "it says nothing to slice by");
    }
    return equals < 0
        ? new Column(asked, quantiles)
        : new Values(
            asked.substring(0, equals).strip(),
            open.apply(asked.substring(equals + 1).strip()),
            quantiles);
  }

  private static int count(String text, String digits) {
    int count = digits.length() > 4 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    if (count < 2 || count > MOST) {
      throw Syntax.fault(text, "it asks for %s slices".formatted(digits));
    }
    return count;
  }

  private static String parts(OptionalInt quantiles) {
    return quantiles.isPresent() ? " in " + quantiles.getAsInt() : "";
  }

  /** How it is written. */
  final class Syntax {
    private static final Pattern CLUSTER = Pattern.compile("cluster\\s*\\(\\s*(\\d+)\\s*\\)");
    private static final Pattern PARTS = Pattern.compile("(.*\\S)\\s+in\\s+(\\d+)");

    private Syntax() {}

    private static DataException fault(String text, String found) {
      return new DataException(
          "LIEGG-SLICE-SYNTAX",
          "slice '%s'".formatted(text),
          found,
          "write x3, the name of a column, 'x3 in 4', class, 'cluster(5)' or label=FILE.npy, with"
              + " 2 to %d slices".formatted(MOST));
    }
  }
}
