package org.liegg.app;

import java.util.ArrayList;
import java.util.List;
import org.liegg.api.ActionException;
import org.liegg.core.settings.Computation;
import org.liegg.core.settings.Decision;
import org.liegg.core.settings.Extras;
import org.liegg.core.settings.Gradients;

/**
 * Options of extractions that say nothing where a group is tried by its elements, which takes
 * values of the model alone: they are refused, since whoever gives one means something by it.
 */
final class UnusedByGroups {

  private UnusedByGroups() {}

  /**
   * Checks that none is given.
   *
   * @throws ActionException {@code LIEGG-ACTION-GROUP} if one is
   */
  static void require(GroupSource group, ExtractionRequest request) {
    List<String> given = given(request);
    if (!given.isEmpty()) {
      throw new ActionException(
          "LIEGG-ACTION-GROUP",
          "group " + group.text(),
          "%s %s given, and a group is tried by its elements, from values of the model"
              .formatted(String.join(" and ", given), given.size() == 1 ? "is" : "are"),
          "leave it out");
    }
  }

  private static List<String> given(ExtractionRequest request) {
    Question question = request.question();
    Decision decision = request.settings().decision();
    Computation computation = request.settings().computation();
    Extras extras = request.settings().extras();
    List<String> given = new ArrayList<>();
    addIf(request.samples().errors().isPresent(), "--input-errors", given);
    addIf(question.action().isPresent(), "--action", given);
    addIf(question.reference().isPresent(), "--reference", given);
    addIf(question.decomposition().isPresent(), "--decomposition", given);
    addIf(!decision.heldOut(), "--no-held-out", given);
    addIf(decision.gradients() != Gradients.FULL, "--gradients", given);
    addIf(computation.smallest().isPresent(), "--smallest", given);
    addIf(computation.accuracy().isPresent(), "--accuracy", given);
    addIf(extras.stability(), "--stability", given);
    addIf(extras.discrete(), "--discrete", given);
    return given;
  }

  private static void addIf(boolean given, String option, List<String> to) {
    if (given) {
      to.add(option);
    }
  }
}
