package org.liegg.core.checkpoint;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.liegg.api.DataException;
import org.liegg.api.NumericalException;
import org.liegg.api.spi.IterationStep;
import org.liegg.api.spi.IterationWatch;
import org.liegg.core.settings.Checkpoint;

/**
 * Keeps the iterations of one extraction in its file. What cannot be written costs nothing but
 * itself: the extraction goes on, and it is tried again when the next state is due.
 */
public final class CheckpointedIterations implements Closeable {
  private static final System.Logger LOG = System.getLogger(CheckpointedIterations.class.getName());

  private final Checkpoint checkpoint;
  private final Map<String, String> inputs;
  private final Map<String, byte[]> solutions = new LinkedHashMap<>();
  private Optional<CheckpointFile.Opened> opened = Optional.empty();
  private long keptAt = System.nanoTime();

  private CheckpointedIterations(Checkpoint checkpoint, Map<String, String> inputs) {
    this.checkpoint = checkpoint;
    this.inputs = inputs;
  }

  /**
   * Opens the file where it is to be gone on from.
   *
   * @param inputs what the extraction is of: by its name everything that the result depends on
   * @throws org.liegg.api.OutputException as {@link Checkpoint#requireUsable}
   * @throws DataException {@code LIEGG-CHECKPOINT-CORRUPT}, {@code LIEGG-CHECKPOINT-OTHER}
   */
  public static CheckpointedIterations of(Checkpoint checkpoint, Map<String, String> inputs) {
    checkpoint.requireUsable();
    CheckpointedIterations iterations = new CheckpointedIterations(checkpoint, inputs);
    if (checkpoint.exists()) {
      iterations.open();
    }
    return iterations;
  }

  private void open() {
    try {
      CheckpointFile.Opened found = CheckpointFile.open(checkpoint.file());
      opened = Optional.of(found);
      requireSame(found.file().inputs());
      solutions.putAll(found.file().solutions());
    } catch (IOException e) {
      throw new DataException(
          "LIEGG-CHECKPOINT-CORRUPT",
          checkpoint.subject(),
          String.valueOf(e.getMessage()),
          "delete it and start over, without --resume",
          e);
    }
  }

  private void requireSame(Map<String, String> before) throws IOException {
    Map<String, String> all = new LinkedHashMap<>(before);
    inputs.forEach(all::putIfAbsent);
    for (String name : all.keySet()) {
      String then = before.getOrDefault(name, "nothing");
      String now = inputs.getOrDefault(name, "nothing");
      if (!then.equals(now)) {
        close();
        throw new DataException(
            "LIEGG-CHECKPOINT-OTHER",
            checkpoint.subject(),
            "it is of another extraction: %s was %s and is %s".formatted(name, then, now),
            "give what it was made with, or name another file with --checkpoint");
      }
    }
  }

  /**
   * The watch of one decomposition.
   *
   * @param decomposition its name within the extraction
   * @param steps hears of every step
   */
  public IterationWatch watch(String decomposition, Consumer<IterationStep> steps) {
    return new Watch(decomposition, steps);
  }

  private final class Watch implements IterationWatch {
    private final String prefix;
    private final Consumer<IterationStep> steps;

    Watch(String decomposition, Consumer<IterationStep> steps) {
      prefix = decomposition + ": ";
      this.steps = steps;
    }

    @Override
    public void step(IterationStep step) {
      steps.accept(step);
    }

    @Override
    public boolean wantsState() {
      return System.nanoTime() - keptAt >= checkpoint.every().toNanos();
    }

    @Override
    public void keep(String problem, boolean solved, State state) {
      try {
        close();
        if (solved) {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          state.writeTo(new DataOutputStream(bytes));
          solutions.put(prefix + problem, bytes.toByteArray());
          write("", out -> {});
        } else {
          write(prefix + problem, state);
        }
      } catch (IOException e) {
        LOG.log(
            System.Logger.Level.WARNING,
            "{0} cannot be written ({1}): the extraction goes on, and so far without it",
            checkpoint.subject(),
            e);
      }
      keptAt = System.nanoTime();
    }

    @Override
    public Optional<DataInput> kept(String problem) {
      String name = prefix + problem;
      byte[] solution = solutions.get(name);
      if (solution != null) {
        return Optional.of(new DataInputStream(new ByteArrayInputStream(solution)));
      }
      return opened
          .filter(found -> found.file().current().equals(name))
          .map(CheckpointFile.Opened::state);
    }
  }

  private void write(String current, IterationWatch.State state) throws IOException {
    new CheckpointFile(inputs, solutions, current).write(checkpoint.file(), state);
  }

  /** Lets go of the file that was gone on from; what is kept stays. */
  @Override
  public void close() throws IOException {
    if (opened.isPresent()) {
      opened.get().state().close();
      opened = Optional.empty();
    }
  }

  /**
   * Refuses a decomposition that does not iterate, where the checkpoint is needed.
   *
   * @param decomposition its name, and how it came to be chosen
   * @throws NumericalException {@code LIEGG-CHECKPOINT-UNUSED}
   */
  public static void requireIterating(Checkpoint checkpoint, String decomposition, boolean does) {
    if (!does && checkpoint.needed()) {
      throw new NumericalException(
          "LIEGG-CHECKPOINT-UNUSED",
          checkpoint.subject(),
          "%s does not iterate: there is nothing to keep".formatted(decomposition),
          "leave out --checkpoint, or take --decomposition lobpcg");
    }
  }
}
