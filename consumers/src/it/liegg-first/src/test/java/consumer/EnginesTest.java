package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.liegg.api.spi.Availability;
import org.liegg.app.Liegg;

/** Deeplearning4j stands after the library, and every engine works. */
class EnginesTest {
  private final Liegg liegg = Liegg.create();

  @Test
  void everyEngineIsAvailable() {
    List<String> missing =
        liegg.plugins().list().stream()
            .filter(plugin -> !(plugin.availability() instanceof Availability.Available))
            .map(plugin -> plugin.name() + ": " + plugin.availability())
            .toList();
    assertEquals(List.of(), missing);
  }

  @Test
  void networksOfTwoBackendsAnswerInOneProcess() {
    Path models = Path.of(System.getProperty("liegg.models"));
    for (String model : List.of("model.zip", "saved_model")) {
      assertTrue(
          liegg
              .model(models.resolve(model))
              .data(models.resolve("x.npy"))
              .action("gl(5)^2")
              .settings(settings -> settings.withLimit(2000))
              .check("so(5)")
              .holds(),
          model);
    }
  }
}
