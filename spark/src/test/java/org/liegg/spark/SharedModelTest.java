package org.liegg.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.ModelException;
import org.liegg.api.ModelSource;

/** Models as every process finds them. */
class SharedModelTest {
  private static final SparkContext SPARK = LocalSpark.SESSION.sparkContext();

  @TempDir Path folder;

  private static Path here(SharedModel model) {
    return ((ModelSource.File) model.here()).path();
  }

  @Test
  void aFileThatChangedIsHandedOutAgain() throws IOException {
    Path model = Files.writeString(folder.resolve("net.h5"), "first");
    SharedModel first = SharedModel.of(ModelSource.of(model), SPARK);
    int handedOut = SPARK.listFiles().size();

    SharedModel same = SharedModel.of(ModelSource.of(model), SPARK);
    assertThat(same).isEqualTo(first);
    assertThat(SPARK.listFiles().size()).isEqualTo(handedOut);
    Files.writeString(model, "second");
    SharedModel second = SharedModel.of(ModelSource.of(model), SPARK);

    assertThat(here(first)).hasContent("first");
    assertThat(here(second)).hasContent("second");
    assertThat(here(second).getFileName().toString()).endsWith("-net.h5");
  }

  @Test
  void aFolderArrivesWithAllThatIsInIt() throws IOException {
    Files.createDirectories(folder.resolve("saved/variables"));
    Files.writeString(folder.resolve("saved/saved_model.pb"), "graph");
    Files.writeString(folder.resolve("saved/variables/index"), "weights");

    SharedModel model = SharedModel.of(ModelSource.of(folder.resolve("saved")), SPARK);
    SharedModel again = SharedModel.of(ModelSource.of(folder.resolve("saved")), SPARK);

    assertThat(here(model).resolve("saved_model.pb")).hasContent("graph");
    assertThat(here(model).resolve("variables/index")).hasContent("weights");
    assertThat(again).isEqualTo(model);
  }

  @Test
  void aServerIsAskedFromEverywhere() {
    SharedModel model = SharedModel.of(ModelSource.parse("http://host:8000/v2/models/net"), SPARK);

    assertThat(model.here().description()).isEqualTo("http://host:8000/v2/models/net");
  }

  @Test
  void aFileThatIsNotThereIsSaid() {
    assertThatThrownBy(() -> SharedModel.of(ModelSource.of(folder.resolve("none.h5")), SPARK))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("LIEGG-MODEL-UNREADABLE");
  }
}
