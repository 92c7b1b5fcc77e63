package org.liegg.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liegg.api.Bounded;
import org.liegg.api.report.Gate;
import org.liegg.api.report.Verdict;

class HealthTest {
  private final RunningApplication application = new RunningApplication(GatedApplication.class);
  private final SymmetryRecorder recorder = application.bean(SymmetryRecorder.class);

  @AfterEach
  void stop() {
    application.close();
  }

  @Test
  void onlyABrokenGateTakesTheApplicationDown() throws Exception {
    assertThat(status()).isEqualTo("UNKNOWN");
    assertThat(application.get("/actuator/health").statusCode()).isEqualTo(200);

    put("unsure", Verdict.INSUFFICIENT_EVIDENCE);
    put("sure", Verdict.INVARIANT);
    assertThat(status()).isEqualTo("UNKNOWN");

    recorder.failed("gone", "so(2)", "no such file");
    assertThat(status()).isEqualTo("UNKNOWN");

    put("bad", Verdict.BROKEN);
    HttpResponse<String> answer = application.get("/actuator/health");
    assertThat(status()).isEqualTo("DOWN");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("\"verdict\":\"broken\"", "\"failure\":\"no such file\"");

    recorder.forget("bad");
    recorder.forget("unsure");
    recorder.forget("gone");
    assertThat(status()).isEqualTo("UP");
  }

  private void put(String model, Verdict verdict) {
    recorder.put(
        RecordedGate.of(
            model,
            "so(2)",
            new Gate(
                verdict,
                new Gate.Expected("so(2)", 1, 0),
                0.01,
                Optional.of(new Bounded(0.02, 0.015, 0.04)))));
  }

  private String status() throws Exception {
    JsonNode health = new ObjectMapper().readTree(application.get("/actuator/health").body());
    return health.get("components").get("liegg").get("status").asText();
  }
}
