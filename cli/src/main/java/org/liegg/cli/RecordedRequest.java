package org.liegg.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liegg.app.ExtractionRequest;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The options of an extraction as plans and states of parts carry them, so that whoever merges
 * parts need not say them again.
 */
@Command(name = "extract")
final class RecordedRequest {
  @Mixin private final ExtractionOptions options = new ExtractionOptions();

  private RecordedRequest() {}

  /** The words that ask for what a call asked for, without where its results go. */
  static List<String> words(CommandLine.ParseResult call) {
    CommandLine ours = new CommandLine(new RecordedRequest());
    List<String> words = new ArrayList<>();
    for (OptionSpec option : call.matchedOptions()) {
      String name = option.longestName();
      if (ours.getCommandSpec().findOption(name) != null) {
        if (option.originalStringValues().isEmpty() || option.arity().max() == 0) {
          words.add(name);
        } else {
          option.originalStringValues().forEach(value -> words.add(name + "=" + value));
        }
      }
    }
    return words;
  }

  /**
   * The request that words ask for.
   *
   * @param model where the model is now, if not where it was
   * @param data where the data are now, if not where they were
   */
  static ExtractionRequest of(
      List<String> words, Optional<String> model, Optional<Path> data, Optional<Integer> threads) {
    List<String> all = new ArrayList<>(words);
    model.ifPresent(now -> replace(all, "--model", now));
    data.ifPresent(now -> replace(all, "--data", now.toString()));
    threads.ifPresent(now -> replace(all, "--threads", Integer.toString(now)));
    RecordedRequest recorded = new RecordedRequest();
    new CommandLine(recorded)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .parseArgs(all.toArray(String[]::new));
    return recorded.options.request();
  }

  private static void replace(List<String> words, String option, String value) {
    words.removeIf(word -> word.startsWith(option + "="));
    words.add(option + "=" + value);
  }
}
