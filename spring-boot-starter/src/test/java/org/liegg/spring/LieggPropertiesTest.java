package org.liegg.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.report.SymmetryReport;
import org.liegg.app.Liegg;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class LieggPropertiesTest {
  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(LieggAutoConfiguration.class));

  @Test
  void defaultsOfExtractionsAreThoseOfTheProperties() {
    runner
        .withPropertyValues("liegg.tolerance=0.25", "liegg.limit=200", "liegg.threads=1")
        .run(
            context -> {
              SymmetryReport report = extracted(context.getBean(Liegg.class));
              assertThat(report.nullspace().tolerance()).isEqualTo(0.25);
              assertThat(report.data().used()).isEqualTo(200);
            });
  }

  @Test
  void withoutPropertiesTheDefaultsAreTheCommands() {
    runner.run(
        context -> {
          assertThat(context).hasSingleBean(Liegg.class).hasSingleBean(SymmetryRecorder.class);
          SymmetryReport report = extracted(context.getBean(Liegg.class));
          assertThat(report.nullspace().tolerance()).isEqualTo(0.01);
          assertThat(report.data().used()).isEqualTo(300);
        });
  }

  @Test
  void lessMemoryThanNeededIsRefused() {
    runner
        .withPropertyValues("liegg.memory=1KB")
        .run(
            context ->
                assertThatThrownBy(() -> extracted(context.getBean(Liegg.class)))
                    .hasMessageContaining("LIEGG-"));
  }

  @Test
  void otherEnginesThanThoseNamedOpenNothing(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("plane.formula");
    Files.writeString(file, "inputs: x y\nx^2 + y^2\n");
    runner
        .withPropertyValues("liegg.engines=onnx")
        .run(
            context -> {
              Liegg liegg = context.getBean(Liegg.class);
              assertThatThrownBy(() -> liegg.model(file).layout())
                  .hasMessageContaining("none of the engines found takes (onnx)");
            });
  }

  @Test
  void anEngineThatThereIsNotStopsTheApplication() {
    runner
        .withPropertyValues("liegg.engines=onnx,oxnn")
        .run(
            context ->
                assertThat(context)
                    .hasFailed()
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("LIEGG-PROVIDER-UNKNOWN")
                    .hasMessageContaining("oxnn"));
  }

  @Test
  void aPluginThatThereIsNotStopsTheApplication() {
    runner
        .withPropertyValues("liegg.plugins=/no/such/folder")
        .run(
            context ->
                assertThat(context)
                    .hasFailed()
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("LIEGG-PLUGIN-PATH: liegg.plugins '/no/such/folder'"));
  }

  @Test
  void aToleranceThatIsNoneStopsTheApplication() {
    runner.withPropertyValues("liegg.tolerance=-1").run(context -> assertThat(context).hasFailed());
  }

  @Test
  void beansOfTheApplicationComeFirst() {
    Liegg own = Liegg.create();
    runner
        .withBean(Liegg.class, () -> own)
        .run(
            context -> {
              assertThat(context.getBean(Liegg.class)).isSameAs(own);
              assertThat(context).doesNotHaveBean(FoundProviders.class);
            });
  }

  @Test
  void everyPropertyIsDescribed() throws IOException {
    JsonNode described;
    try (InputStream metadata =
        LieggProperties.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
      described = new ObjectMapper().readTree(metadata).get("properties");
    }

    String document = Files.readString(Path.of("../docs/spring.md"));
    assertThat(StreamSupport.stream(described.spliterator(), false))
        .extracting(property -> property.get("name").asText())
        .containsExactlyElementsOf(
            Arrays.stream(LieggProperties.class.getRecordComponents())
                .map(component -> "liegg." + component.getName())
                .toList())
        .allSatisfy(name -> assertThat(document).contains("`" + name + "`"));
  }

  private static SymmetryReport extracted(Liegg liegg) {
    return liegg
        .model(2, 1, x -> new double[] {x[0] * x[0] + x[1]})
        .data(GatedApplication.points(300))
        .extract();
  }
}
