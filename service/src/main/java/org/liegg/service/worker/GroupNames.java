package org.liegg.service.worker;

import java.util.Optional;
import java.util.regex.Pattern;
import org.liegg.app.Liegg;
import org.liegg.client.AnalysisRequest;
import org.liegg.service.base.ServiceException;

/**
 * The actions, algebras and groups of a request: names of the grammar, and no files, which the
 * grammar takes as well.
 */
public final class GroupNames {
  private static final int LONGEST = 1000;

  /** A file stands behind a colon, or is all there is. */
  private static final Pattern FILE = Pattern.compile("[:/\\\\]|(?i)\\.(json|npy|npz|csv|gz)\\b");

  private GroupNames() {}

  /**
   * Refuses what is no name of the grammar.
   *
   * @throws org.liegg.api.LieggException for what is wrong with one
   */
  public static void require(Liegg liegg, AnalysisRequest request) {
    request.action().ifPresent(action -> requireAction(liegg, "action", action));
    request.reference().ifPresent(known -> requireAction(liegg, "reference", known));
    request.expect().ifPresent(expected -> requireExpected(liegg, expected));
    if (request.expect().isPresent() && request.reference().isPresent()) {
      throw refused("reference", "a check compares with what is expected", "leave it out");
    }
    Optional<Double> most = request.maxDefect();
    if (most.isPresent() && request.expect().isEmpty()) {
      throw refused("maxDefect", "nothing is expected", "say what with expect, or leave it out");
    }
    if (most.isPresent() && !(most.get() >= 0 && Double.isFinite(most.get()))) {
      throw refused("maxDefect", "it is " + most.get(), "a defect is 0 or more");
    }
  }

  private static void requireExpected(Liegg liegg, String expected) {
    requirePlain("expect", expected);
    if (liegg.namesGroup(expected)) {
      liegg.group(expected);
    } else {
      liegg.action(expected);
    }
  }

  private static void requireAction(Liegg liegg, String field, String text) {
    requirePlain(field, text);
    liegg.action(text);
  }

  private static void requirePlain(String field, String text) {
    if (text.length() > LONGEST) {
      throw refused(
          field, "it has %d characters".formatted(text.length()), "use at most " + LONGEST);
    }
    if (FILE.matcher(text).find()) {
      throw refused(
          field,
          "it names a file, and a request names none but the model and the samples",
          "name it in the grammar, e.g. so(5)");
    }
  }

  private static ServiceException refused(String field, String found, String remedy) {
    return new ServiceException(422, "LIEGG-SERVICE-REQUEST", "field " + field, found, remedy);
  }
}
