package org.liegg.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.liegg.fuzz.run.Fault;
import org.liegg.fuzz.run.FuzzTarget;
import org.liegg.fuzz.run.Outcome;
import org.liegg.fuzz.run.Runs;
import org.liegg.fuzz.targets.Targets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The long run: inputs over all targets, or over some, until there are so many. */
@Command(
    name = "fuzz",
    mixinStandardHelpOptions = true,
    description = "Feeds damaged inputs to every reader; exits 1 if one broke its promise.")
public final class Fuzz implements java.util.concurrent.Callable<Integer> {
  @Option(
      names = "--runs",
      defaultValue = "1000000",
      description = "inputs in all (${DEFAULT-VALUE})")
  long runs;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "what inputs follow from (${DEFAULT-VALUE})")
  long seed;

  @Option(names = "--target", description = "only targets whose names begin so; may be repeated")
  List<String> wanted = List.of();

  @Option(
      names = "--from",
      defaultValue = "0",
      description = "the first input's number (${DEFAULT-VALUE})")
  long from;

  @Option(names = "--faults", description = "a folder for the inputs that broke a promise")
  Optional<Path> folder = Optional.empty();

  /** Runs. Start it in an empty folder, with {@code -Djava.io.tmpdir} set to another of its own. */
  public static void main(String[] arguments) {
    int code = new CommandLine(new Fuzz()).execute(arguments);
    // Threads that read for ever are left behind.
    Runtime.getRuntime().halt(code);
  }

  @Override
  public Integer call() throws IOException {
    List<FuzzTarget> targets =
        Targets.all().stream()
            .filter(t -> wanted.isEmpty() || wanted.stream().anyMatch(t.name()::startsWith))
            .toList();
    if (targets.isEmpty()) {
      System.err.println("no target has such a name");
      return 2;
    }
    long shares = targets.stream().mapToLong(FuzzTarget::share).sum();
    long faulty = 0;
    long inputs = 0;
    for (FuzzTarget target : targets) {
      long count = Math.max(1, runs * target.share() / shares);
      Outcome outcome = Runs.over(target, seed, from, from + count);
      System.out.println(outcome.summary());
      for (Fault fault : outcome.faults()) {
        System.out.println("  " + fault.summary());
        keep(fault);
      }
      inputs += outcome.inputs();
      faulty += outcome.faulty();
    }
    System.out.printf("%d inputs over %d targets, %d faults%n", inputs, targets.size(), faulty);
    return faulty == 0 ? 0 : 1;
  }

  private void keep(Fault fault) throws IOException {
    if (folder.isPresent()) {
      Files.createDirectories(folder.get());
      String name = "%s-%d-%d".formatted(fault.target(), fault.seed(), fault.number());
      Files.write(folder.get().resolve(name), fault.input());
    }
  }
}
