package org.liegg.report;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.liegg.api.DataException;

/** JSON past the parser's own limits, which it exceeds nowhere in particular. */
class DeepReportTest {

  @Test
  void refusesDeepNesting() {
    refuses("[".repeat(5000) + "]".repeat(5000));
    refuses("{\"a\":".repeat(5000) + "0" + "}".repeat(5000));
  }

  @Test
  void refusesNumbersOfAThousandDigits() {
    refuses("{\"schema\": " + "9".repeat(2000) + "}");
  }

  private static void refuses(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> ReportJson.read(new ByteArrayInputStream(bytes), "deep.json"))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("LIEGG-REPORT-CORRUPT: report deep.json: it is not JSON");
  }
}
