package org.liegg.service.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.liegg.client.Analysis;
import org.liegg.client.AnalysisRequest;
import org.liegg.service.Given;
import org.liegg.service.RunningService;

/**
 * A service that has runs of every sort: two versions of a check, one that is broken, one that
 * failed, one that is open.
 */
final class StockedService implements AutoCloseable {
  private static final int FEW = 4;

  private final Path folder;
  private final RunningService running;
  private final Analysis first;
  private final Analysis second;
  private final Analysis broken;
  private final Analysis open;
  private final Analysis failed;

  private StockedService(Path folder, RunningService running) {
    this.folder = folder;
    this.running = running;
    Path data = Given.samples(folder);
    AnalysisRequest one = running.request(Given.distance(folder), data);
    AnalysisRequest two = running.request(Given.distance(folder, 2), data);
    AnalysisRequest crooked = running.request(Given.crooked(folder), data);
    Path faulty = Given.write(folder.resolve("faulty.formula"), "inputs x, y, z\nr = x +* y\n");
    first = running.run(check(one, "1.0"));
    second = running.run(check(two, "1.1"));
    broken = running.run(crooked.withExpect("so(3)").withOptions(Map.of("where", true)));
    open = running.run(running.request(Given.distance(folder), Given.samples(folder, FEW)));
    failed = running.run(running.request(faulty, data));
  }

  private static AnalysisRequest check(AnalysisRequest asked, String version) {
    return new AnalysisRequest(
            asked.model().named("distance", version),
            asked.data(),
            asked.action(),
            asked.reference(),
            asked.expect(),
            asked.maxDefect(),
            asked.options())
        .withExpect("so(3)")
        .withOptions(Map.of("stability", true, "discrete", true));
  }

  static StockedService start() {
    try {
      Path folder = Files.createTempDirectory("liegg-stocked");
      return new StockedService(folder, RunningService.in(folder.resolve("data")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An address of it. */
  URI at(String path) {
    return running.address().resolve(path);
  }

  /** The page of a run. */
  URI at(Analysis run) {
    return at("/runs/" + run.id());
  }

  RunningService running() {
    return running;
  }

  /** For files that a test makes. */
  Path folder() {
    return folder;
  }

  /** Version 1.0 of a function of the distance. */
  Analysis first() {
    return first;
  }

  /** Version 1.1, asked the same. */
  Analysis second() {
    return second;
  }

  /** A check that does not hold, and says where. */
  Analysis broken() {
    return broken;
  }

  /** Too few samples to tell. */
  Analysis open() {
    return open;
  }

  /** A formula that cannot be read. */
  Analysis failed() {
    return failed;
  }

  @Override
  public void close() {
    running.close();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
