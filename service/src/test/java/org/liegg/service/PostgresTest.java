package org.liegg.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.client.Analysis;
import org.liegg.client.AnalysisQuery;
import org.liegg.client.AnalysisRequest;
import org.liegg.client.AnalysisState;
import org.liegg.client.DataRef;
import org.liegg.client.LieggClient;
import org.liegg.client.ModelRef;

/** Services that share a queue in a PostgreSQL of this machine. */
@Tag("slow")
class PostgresTest {
  private static final int ANALYSES = 10;

  @TempDir static Path folder;
  private static Optional<PostgresServer> server = Optional.empty();

  @BeforeAll
  static void start() throws IOException {
    Optional<Path> programs = PostgresServer.programs();
    assumeTrue(
        programs.isPresent(), "no PostgreSQL is installed below /usr/lib/postgresql: not tested");
    server = Optional.of(PostgresServer.start(programs.orElseThrow()));
  }

  @AfterAll
  static void stop() {
    server.ifPresent(PostgresServer::close);
  }

  private static ServiceProcess service() {
    return ServiceProcess.start(
        "256m", folder.resolve("shared"), 1, 256, server.orElseThrow().url());
  }

  @Test
  void finishesWhatAnotherServiceHadTakenUpWhenItDied() {
    try (ServiceProcess first = service();
        ServiceProcess second = service()) {
      LieggClient client = second.client();
      String data = client.uploadDataset(Given.samples(folder)).id();
      String model = client.uploadModel(Given.slow(folder, 100)).id();
      AnalysisRequest request =
          AnalysisRequest.of(ModelRef.ofId(model).named("shared", "1"), DataRef.ofId(data))
              .withAction("gl(3)");
      List<String> ids =
          IntStream.range(0, ANALYSES)
              .mapToObj(i -> client.create(request.withOptions(Map.of("seed", i))).id())
              .toList();
      AnalysisQuery running = AnalysisQuery.all().state(AnalysisState.RUNNING);
      while (client.analyses(running).items().size() < 2) {
        LockSupport.parkNanos(10_000_000);
      }

      first.kill();

      List<Analysis> done =
          ids.stream().map(id -> client.await(id, RunningService.LONG, now -> {})).toList();
      assertThat(done).extracting(Analysis::state).containsOnly(AnalysisState.DONE);
      assertThat(done).allMatch(each -> each.outcome().orElseThrow().dimension() == 3);
      assertThat(done).anyMatch(each -> each.times().attempts() == 2);
      assertThat(client.history("shared").entries()).hasSize(ANALYSES);
    }
  }
}
