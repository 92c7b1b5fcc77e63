package org.liegg.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.liegg.api.Bounded;
import org.liegg.api.Head;
import org.liegg.api.ModelInfo;
import org.liegg.api.report.Gate;
import org.liegg.api.report.Verdict;
import org.liegg.tck.fixtures.ReportBuilder;

class GateTextTest {
  private static final ModelInfo MODEL = new ReportBuilder().build().model();

  @Test
  void namesNoHeadWhereThereIsNoChoice() {
    assertThat(text(MODEL)).endsWith("at most 0.01 was asked for.");
  }

  @Test
  void namesTheHeadThatWasGiven() {
    assertThat(text(MODEL.withHead(Head.NORMALIZED_LOGITS)))
        .endsWith(" This is said of its normalized logits.");
  }

  @Test
  void saysThatASoftmaxStandsBeforeTheOutput() {
    assertThat(text(MODEL.withActivation(Optional.of("softmax"))))
        .contains("This is said of its output, behind the softmax;", "--head");
  }

  private static String text(ModelInfo model) {
    return GateText.of(
        new Gate(
            Verdict.INVARIANT,
            new Gate.Expected("so(5)", 10, 10),
            0.01,
            Optional.of(new Bounded(0.004, 0.0036, 0.0044))),
        model);
  }
}
