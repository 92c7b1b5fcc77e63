package org.liegg.service.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.client.AnalysisRequest;
import org.liegg.client.AnalysisState;
import org.liegg.client.DataRef;
import org.liegg.client.ModelRef;
import org.liegg.client.ServiceError;
import org.liegg.service.base.Ids;
import org.liegg.service.base.ServiceException;
import org.liegg.service.settings.Storage;

/** What is forgotten when it is old, and what is kept. */
class RetentionTest {
  private static final Duration LEASE = Duration.ofMinutes(1);

  /** Everything that there is by now is older. */
  private static final Duration ANY_AGE = Duration.ofMinutes(-1);

  @TempDir Path folder;
  private Database database;
  private Analyses analyses;
  private FileStore files;

  @BeforeEach
  void open() {
    database = Database.open(Storage.in(folder));
    analyses = new Analyses(database);
    files = new FileStore(folder, database, 1 << 20);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void forgetsWhatIsDoneAndKeepsWhatWaits() {
    String done = add();
    Claims claims = new Claims(database, "owner");
    assertThat(claims.claim(LEASE)).hasValueSatisfying(one -> assertThat(one.id()).isEqualTo(done));
    claims.fail(done, new ServiceError("LIEGG-TEST", "it failed"));
    String waiting = add();

    assertThat(analyses.deleteOlder(Duration.ofDays(1))).isZero();
    assertThat(analyses.deleteOlder(ANY_AGE)).isEqualTo(1);

    assertThat(analyses.get(waiting).state()).isEqualTo(AnalysisState.QUEUED);
    assertThatThrownBy(() -> analyses.get(done)).isInstanceOf(ServiceException.class);
  }

  @Test
  void forgetsFilesThatNoAnalysisNames() {
    String model = put(FileKind.MODEL, "inputs x\ny = x\n");
    String other = put(FileKind.MODEL, "inputs x\ny = 2*x\n");
    String data = put(FileKind.DATASET, "1\n2\n");
    analyses.add(
        List.of(
            NewAnalysis.alone(
                Ids.next(), AnalysisRequest.of(ModelRef.ofId(model), DataRef.ofId(data)))),
        10);

    assertThat(files.deleteUnused(Duration.ofDays(1))).isZero();
    assertThat(files.deleteUnused(ANY_AGE)).isEqualTo(1);

    assertThat(files.path(FileKind.MODEL, model)).exists();
    assertThat(files.path(FileKind.DATASET, data)).exists();
    assertThatThrownBy(() -> files.get(FileKind.MODEL, other)).isInstanceOf(ServiceException.class);
    assertThat(folder.resolve("models").resolve(other)).doesNotExist();
    assertThatThrownBy(() -> files.delete(FileKind.MODEL, model))
        .isInstanceOf(ServiceException.class)
        .hasMessageContaining("LIEGG-SERVICE-NEEDED");
  }

  @Test
  void letsWaitAgainWhatNobodyHoldsAnyMoreAndGivesUpAtLast() {
    String id = add();
    for (int i = 0; i < Claims.ATTEMPTS; i++) {
      Claims gone = new Claims(database, "gone " + i);
      assertThat(gone.claim(Duration.ofMillis(-1))).isPresent();
      new Claims(database, "next").recover(false);
    }

    assertThat(analyses.get(id).state()).isEqualTo(AnalysisState.FAILED);
    assertThat(analyses.get(id).error().orElseThrow().code()).isEqualTo("LIEGG-SERVICE-ABANDONED");
  }

  @Test
  void leavesAloneWhatIsStillHeld() {
    String id = add();
    Claims holder = new Claims(database, "holder");
    assertThat(holder.claim(LEASE)).isPresent();

    assertThat(new Claims(database, "other").recover(false)).isZero();

    assertThat(holder.renew(LEASE)).containsExactly(id);
    assertThat(new Claims(database, "other").claim(LEASE)).isEmpty();
  }

  private String add() {
    String id = Ids.next();
    AnalysisRequest request =
        AnalysisRequest.of(ModelRef.ofPath("model.zip"), DataRef.ofPath("x.npy"));
    analyses.add(List.of(NewAnalysis.alone(id, request)), 10);
    return id;
  }

  private String put(FileKind kind, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return files.put(kind, "file.txt", new ByteArrayInputStream(bytes)).file().id();
  }
}
