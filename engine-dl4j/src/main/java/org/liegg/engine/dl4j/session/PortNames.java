package org.liegg.engine.dl4j.session;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liegg.api.ModelInfo;
import org.liegg.api.spi.Suggestions;

/** Finds inputs, outputs and hidden layers by what users call them. */
public final class PortNames {
  /** What the only output of a network is called. */
  public static final String OUTPUT = "output";

  private static final int LISTED = 40;

  private final ModelFaults faults;

  public PortNames(ModelFaults faults) {
    this.faults = faults;
  }

  /**
   * The position of an output or hidden layer.
   *
   * @param asked its name or, where none is called so, its number counted from 0
   * @param names what there is, first to last
   * @throws org.liegg.api.ModelException if there is none such, with the nearest name
   */
  public int output(String asked, List<String> names) {
    int at = names.indexOf(asked);
    if (at < 0 && asked.matches("\\d{1,9}")) {
      at = Integer.parseInt(asked);
    }
    if (at < 0 || at >= names.size()) {
      throw faults.output(
          "it has no output or layer '%s'%s".formatted(Text.printable(asked), hint(asked, names)),
          "choose one with --output: %s, or a number from 0 to %d"
              .formatted(list(names), names.size() - 1));
    }
    return at;
  }

  /**
   * The position of an input.
   *
   * @throws org.liegg.api.ModelException if there is none such, with the nearest name
   */
  public int input(String asked, List<String> names) {
    int at = names.indexOf(asked);
    if (at < 0 && names.size() == 1 && asked.equals(ModelInfo.ONLY_INPUT)) {
      return 0;
    }
    if (at < 0) {
      throw faults.input(
          "it has no input '%s'%s".formatted(Text.printable(asked), hint(asked, names)),
          "choose one with --input: " + list(names));
    }
    return at;
  }

  /** Names as text. */
  public static String list(List<String> names) {
    Stream<String> listed = names.stream().limit(LISTED).map(Text::printable);
    return Stream.concat(listed, names.size() > LISTED ? Stream.of("…") : Stream.of())
        .collect(Collectors.joining(", "));
  }

  private static String hint(String asked, List<String> names) {
    return Suggestions.nearest(asked, names)
        .map(name -> "; did you mean '%s'?".formatted(Text.printable(name)))
        .orElse("");
  }
}
