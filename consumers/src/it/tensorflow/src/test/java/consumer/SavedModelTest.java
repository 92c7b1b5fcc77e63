package consumer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.liegg.app.Liegg;

/** A project of TensorFlow's. */
class SavedModelTest {
  @Test
  void aSavedModelAnswers() {
    Path models = Path.of(System.getProperty("liegg.models"));
    assertTrue(
        Liegg.create()
            .model(models.resolve("saved_model"))
            .data(models.resolve("x.npy"))
            .action("gl(5)^2")
            .settings(settings -> settings.withLimit(2000))
            .check("so(5)")
            .holds());
  }
}
