package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
  @TempDir Path folder;

  @Test
  void trainsANetworkAndFindsTheTenRotations() throws IOException {
    CommandRun run = CommandRun.of("demo", "--folder", folder.toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode report = new ObjectMapper().readTree(folder.resolve("report.json").toFile());
    assertThat(report.at("/nullspace/dimension").asInt()).isEqualTo(10);
    assertThat(report.at("/reference/name").asText()).isEqualTo("so(5)");
    assertThat(report.at("/reference/principalAngles/9").asDouble()).isLessThan(2);
    assertThat(run.out()).contains("./liegg extract --model " + folder.resolve("model.zip"));
    assertThat(Files.exists(folder.resolve("x.npy"))).isTrue();
  }
}
