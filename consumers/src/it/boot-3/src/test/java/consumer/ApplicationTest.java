package consumer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.liegg.app.Liegg;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;

/** An application whose versions of Jackson, SLF4J and others are Spring Boot's. */
@SpringBootTest(classes = ApplicationTest.Application.class)
class ApplicationTest {
  @Autowired private Liegg liegg;

  @Test
  void aBeanOfTheLibraryAnswers() {
    Path models = Path.of(System.getProperty("liegg.models"));
    assertTrue(
        liegg
            .model(models.resolve("model.zip"))
            .data(models.resolve("x.npy"))
            .action("gl(5)^2")
            .settings(settings -> settings.withLimit(2000))
            .check("so(5)")
            .holds());
  }

  /** Nothing else is needed. */
  @SpringBootApplication
  static class Application {
    @Bean
    Liegg liegg() {
      return Liegg.create();
    }
  }
}
