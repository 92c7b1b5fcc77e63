package org.liegg.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.app.Liegg;
import org.liegg.client.Analysis;
import org.liegg.client.AnalysisQuery;
import org.liegg.client.AnalysisRequest;
import org.liegg.client.AnalysisState;
import org.liegg.client.ClientException;
import org.liegg.client.LieggClient;
import org.liegg.service.RunningService.Answer;
import org.liegg.service.base.ServiceException;
import org.liegg.service.settings.Network;

/** What waits and runs: cancelled, refused where too much waits, and done after a new start. */
class WorkTest {
  /** As many as take minutes with terms of a model to match. */
  private static final int MANY = 50_000;

  @TempDir Path folder;

  private RunningService single() {
    return RunningService.in(
        folder.resolve("data"),
        settings -> settings.with(settings.work().withWorkers(1).withQueue(2)));
  }

  private AnalysisRequest endless(RunningService running) {
    return running.request(Given.slow(folder, 9000), Given.samples(folder, MANY));
  }

  private static String begin(RunningService running, AnalysisRequest request) {
    String id = running.client().create(request).id();
    LieggClient client = running.client();
    while (client.analysis(id).state() == AnalysisState.QUEUED) {
      LockSupport.parkNanos(20_000_000);
    }
    return id;
  }

  @Test
  void cancelsWhatWaitsAndWhatRuns() {
    try (RunningService running = single()) {
      AnalysisRequest endless = endless(running);
      String runs = begin(running, endless);
      String waits = running.client().create(endless).id();

      assertThat(running.client().cancel(waits).state()).isEqualTo(AnalysisState.CANCELLED);
      assertThat(running.client().analysis(runs).state()).isEqualTo(AnalysisState.RUNNING);
      Answer needed = running.delete("/api/v1/analyses/" + runs);
      assertThat(needed.code()).isEqualTo("LIEGG-SERVICE-UNFINISHED");
      running.client().cancel(runs);
      Analysis ended = running.await(runs);

      assertThat(ended.state()).isEqualTo(AnalysisState.CANCELLED);
      assertThat(ended.times().finished()).isPresent();
      assertThat(ended.error()).isEmpty();
      Answer again =
          running.send(
              running
                  .request("/api/v1/analyses/" + runs + "/cancel")
                  .POST(BodyPublishers.noBody()));
      assertThat(again.code()).isEqualTo("LIEGG-SERVICE-FINISHED");
      Analysis next = running.run(running.request(Given.distance(folder), Given.samples(folder)));
      assertThat(next.state()).isEqualTo(AnalysisState.DONE);
    }
  }

  @Test
  void refusesMoreThanMayWait() {
    try (RunningService running = single()) {
      AnalysisRequest endless = endless(running);
      String runs = begin(running, endless);
      List<String> waiting = new ArrayList<>();
      waiting.add(running.client().create(endless).id());
      waiting.add(running.client().create(endless).id());

      LieggClient hasty = LieggClient.builder(running.address()).patience(Duration.ZERO).build();
      assertThatExceptionOfType(ClientException.class)
          .isThrownBy(() -> hasty.create(endless))
          .satisfies(e -> assertThat(e.status()).hasValue(429))
          .satisfies(e -> assertThat(e.code()).isEqualTo("LIEGG-SERVICE-QUEUE-FULL"));
      assertThat(hasty.analyses(AnalysisQuery.all()).items()).hasSize(3);
      waiting.add(runs);
      waiting.forEach(id -> running.client().cancel(id));
    }
  }

  @Test
  void hasItsFolderForItself() {
    try (RunningService running = single()) {
      assertThat(running.get("/health/ready").status()).isEqualTo(200);
      assertThatExceptionOfType(ServiceException.class)
          .isThrownBy(
              () -> Service.start(RunningService.settings(folder.resolve("data")), Liegg.create()))
          .satisfies(e -> assertThat(e.code()).isEqualTo("LIEGG-SERVICE-DATA-USED"));
    }
  }

  @Test
  void letsGoOfItsFolderWhereItCannotStart() {
    assertThatExceptionOfType(ServiceException.class)
        .isThrownBy(
            () ->
                RunningService.in(
                    folder.resolve("data"),
                    settings ->
                        settings.with(settings.storage().withRoots(List.of(Path.of("/no-such"))))))
        .satisfies(e -> assertThat(e.code()).isEqualTo("LIEGG-SERVICE-ROOT"));
    assertThatExceptionOfType(ServiceException.class)
        .isThrownBy(
            () ->
                RunningService.in(
                    folder.resolve("data"),
                    settings ->
                        settings.with(
                            new Network(
                                "127.0.0.1",
                                0,
                                Optional.empty(),
                                Optional.of(
                                    new Network.Tls(
                                        Path.of("/no-such.pem"), Path.of("/no-such.key"))),
                                List.of()))))
        .satisfies(e -> assertThat(e.code()).isEqualTo("LIEGG-SERVICE-TLS"));

    try (RunningService running = single()) {
      assertThat(running.get("/health/ready").status()).isEqualTo(200);
    }
  }

  @Test
  void removesAtItsStartWhatNobodyGoesOnWith() throws IOException {
    Path left = folder.resolve("data/running/inquiry-1");
    Files.createDirectories(left);
    Files.writeString(left.resolve("report.json"), "{}");

    try (RunningService running = single()) {
      assertThat(left).doesNotExist();
      assertThat(running.get("/health/ready").status()).isEqualTo(200);
    }
  }

  @Test
  void doesAfterANewStartWhatItHadAccepted() throws IOException {
    String cut;
    List<String> waiting = new ArrayList<>();
    try (RunningService running = single()) {
      AnalysisRequest slow =
          running.request(Given.slow(folder, 2000), Given.samples(folder, 20_000));
      AnalysisRequest quick = running.request(Given.distance(folder), Given.samples(folder));
      cut = begin(running, slow);
      waiting.add(running.client().create(quick).id());
      waiting.add(running.client().create(quick).id());
    }
    assertThat(folder.resolve("data/running").resolve(cut)).isDirectory();
    try (RunningService again = single()) {
      assertThat(again.await(cut).state()).isEqualTo(AnalysisState.DONE);
      assertThat(again.client().report(cut).nullspace().dimension()).isEqualTo(3);
      for (String id : waiting) {
        assertThat(again.await(id).state()).isEqualTo(AnalysisState.DONE);
      }
    }
    try (Stream<Path> rest = Files.list(folder.resolve("data/running"))) {
      assertThat(rest).isEmpty();
    }
  }
}
