package org.liegg.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.client.Analysis;
import org.liegg.client.AnalysisQuery;
import org.liegg.client.AnalysisRequest;
import org.liegg.client.AnalysisState;
import org.liegg.client.LieggClient;

/** Many who ask at once are all answered: what is refused for the moment is taken later. */
@Tag("slow")
class LoadTest {
  private static final int CLIENTS = 10;
  private static final int EACH = 6;

  @TempDir Path folder;

  @Test
  void losesNothing() throws InterruptedException, ExecutionException {
    try (RunningService running =
        RunningService.in(
            folder.resolve("data"), settings -> settings.with(settings.work().withQueue(20)))) {
      AnalysisRequest request = running.request(Given.distance(folder), Given.samples(folder));
      ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
      List<Future<List<Analysis>>> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        int seed = i;
        clients.add(threads.submit(() -> ask(running, request, seed)));
      }
      Set<String> ids = new HashSet<>();
      for (Future<List<Analysis>> client : clients) {
        for (Analysis done : client.get()) {
          assertThat(done.state()).as("%s", done).isEqualTo(AnalysisState.DONE);
          assertThat(done.times().attempts()).isEqualTo(1);
          assertThat(done.outcome().orElseThrow().dimension()).isEqualTo(3);
          ids.add(done.id());
        }
      }
      threads.shutdown();
      assertThat(ids).hasSize(CLIENTS * EACH);
      assertThat(running.client().analyses(AnalysisQuery.all().limit(500)).items())
          .hasSize(CLIENTS * EACH);
    }
  }

  private static List<Analysis> ask(RunningService running, AnalysisRequest request, int seed) {
    LieggClient client =
        LieggClient.builder(running.address()).patience(RunningService.LONG).build();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      ids.add(client.create(request.withOptions(Map.of("seed", seed * EACH + i))).id());
    }
    return ids.stream().map(id -> client.await(id, RunningService.LONG, now -> {})).toList();
  }
}
