package org.liegg.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.liegg.app.Extraction;
import org.liegg.app.Liegg;
import org.liegg.app.Wiring;
import org.liegg.metrics.SymmetryMeters;

class DashboardTest {
  private final SymmetryMeters meters = new SymmetryMeters();
  private final SymmetryRecorder recorder = new SymmetryRecorder();

  @Test
  void everyMetricOfTheDashboardIsOneThatIsWritten() throws IOException {
    JsonNode dashboard =
        new ObjectMapper()
            .readTree(Files.readString(Path.of("../deploy/grafana/liegg-symmetry.json")));
    Set<String> asked = names(String.join("\n", dashboard.findValuesAsText("expr")));

    assertThat(asked).hasSizeGreaterThan(8);
    assertThat(names(scraped())).containsAll(asked);
  }

  @Test
  void everyMeterOfGatesIsDocumentedUnderItsName() throws IOException {
    recorder.failed("net", "so(2)", "no such file");
    MeterRegistry registry = new SimpleMeterRegistry();
    recorder.bindTo(registry);
    String document = Files.readString(Path.of("../docs/metrics.md"));

    List<String> names =
        registry.getMeters().stream().map(meter -> meter.getId().getName()).distinct().toList();
    assertThat(names)
        .hasSize(5)
        .allSatisfy(name -> assertThat(document).contains("| `" + name + "` | gauge |"));
  }

  private String scraped() {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    meters.bindTo(registry);
    recorder.bindTo(registry);
    Wiring wiring = Wiring.of(DashboardTest.class.getClassLoader()).withMeters(meters);
    Extraction asked =
        Liegg.create(wiring)
            .model(2, 1, x -> new double[] {Math.hypot(x[0], x[1])})
            .data(GatedApplication.points(300));
    recorder.check("distance", asked, "so(2)");
    return registry.scrape();
  }

  private static Set<String> names(String text) {
    return Pattern.compile("liegg_[a-z_]+")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }
}
