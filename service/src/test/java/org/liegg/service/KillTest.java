package org.liegg.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
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

/** A service that is killed while it works has lost nothing when it is there again. */
@Tag("slow")
class KillTest {
  private static final int ANALYSES = 20;
  private static final int WORKERS = 3;
  private static final int MEMORY = 256;

  @TempDir Path folder;

  private List<String> ask(LieggClient client) {
    String data = client.uploadDataset(Given.samples(folder, 1000)).id();
    String slow = client.uploadModel(Given.slow(folder, 150)).id();
    String quick = client.uploadModel(Given.distance(folder)).id();
    return IntStream.range(0, ANALYSES)
        .mapToObj(
            i ->
                AnalysisRequest.of(ModelRef.ofId(i % 2 == 0 ? slow : quick), DataRef.ofId(data))
                    .withAction("gl(3)")
                    .withReference("so(3)")
                    .withOptions(Map.of("seed", i, "limit", 1000 - i)))
        .map(request -> client.create(request).id())
        .toList();
  }

  private static Map<Object, JsonNode> found(LieggClient client, List<String> ids) {
    Map<Object, JsonNode> found = new LinkedHashMap<>();
    for (String id : ids) {
      Analysis done = client.await(id, RunningService.LONG, now -> {});
      assertThat(done.state()).as("%s", done).isEqualTo(AnalysisState.DONE);
      found.put(done.request().options(), Essence.of(client.report(id)));
    }
    return found;
  }

  @Test
  void doesAllThatItHadAcceptedWithTheSameAnswers() {
    List<String> ids;
    try (ServiceProcess killed =
        ServiceProcess.start("256m", folder.resolve("killed"), WORKERS, MEMORY)) {
      LieggClient client = killed.client();
      ids = ask(client);
      AnalysisQuery done = AnalysisQuery.all().state(AnalysisState.DONE);
      AnalysisQuery running = AnalysisQuery.all().state(AnalysisState.RUNNING);
      while (client.analyses(done).items().isEmpty()
          || client.analyses(running).items().size() < WORKERS) {
        LockSupport.parkNanos(10_000_000);
      }
      killed.kill();
    }
    Map<Object, JsonNode> after;
    try (ServiceProcess again =
        ServiceProcess.start("256m", folder.resolve("killed"), WORKERS, MEMORY)) {
      after = found(again.client(), ids);
      assertThat(again.client().analyses(AnalysisQuery.all()).items()).hasSize(ANALYSES);
    }
    try (ServiceProcess other =
        ServiceProcess.start("256m", folder.resolve("other"), WORKERS, MEMORY)) {
      assertThat(after).isEqualTo(found(other.client(), ask(other.client())));
    }
  }
}
