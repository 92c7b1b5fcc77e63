package org.liegg.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.client.Analysis;
import org.liegg.service.RunningService.Answer;
import org.liegg.service.settings.Limits;

/** Those who follow analyses by events, and how many may. */
class EventsTest {
  @TempDir Path folder;

  @Test
  void letsNoMoreFollowThanMay() throws IOException, InterruptedException {
    try (RunningService running =
        RunningService.in(
            folder.resolve("data"),
            settings -> {
              Limits usual = settings.limits();
              return settings.with(new Limits(usual.upload(), usual.requests(), 1, usual.drain()));
            })) {
      Analysis slow =
          running
              .client()
              .create(running.request(Given.slow(folder, 400), Given.samples(folder, 20_000)));
      String path = "/api/v1/analyses/%s/events".formatted(slow.id());
      try (InputStream followed =
          HttpClient.newHttpClient()
              .send(running.request(path).build(), BodyHandlers.ofInputStream())
              .body()) {
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(followed, StandardCharsets.UTF_8));
        assertThat(lines.readLine()).isEqualTo("event: analysis");

        Answer second = running.get(path);

        assertThat(second.status()).isEqualTo(429);
        assertThat(second.code()).isEqualTo("LIEGG-SERVICE-STREAMS");
        running.client().cancel(slow.id());
        assertThat(lines.lines().filter(line -> line.contains("\"cancelled\""))).isNotEmpty();
      }
      assertThat(running.get(path).status()).isEqualTo(200);
    }
  }
}
