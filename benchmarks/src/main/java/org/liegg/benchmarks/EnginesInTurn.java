package org.liegg.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.ServiceLoader;
import org.liegg.api.Batch;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.spi.Availability;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.ModelGradientProvider;
import org.liegg.api.spi.support.Models;

/**
 * The Jacobians of one network by every engine that has a file of it, in turn and in one process:
 * the least of many rounds, in processor and wall time, and as a share of the first. Engines are
 * those of the class path, which is best the command's.
 *
 * <pre>java -cp 'benchmarks/target/lib/liegg-benchmarks-….jar:cli/target/liegg/lib/*' \
 *   org.liegg.benchmarks.EnginesInTurn 30 10000 float|double model.zip model.h5 …</pre>
 */
public final class EnginesInTurn {
  private static final int BATCH = 1000;
  private static final double NANOSECONDS_A_MILLISECOND = 1e6;

  private final List<Turn> turns = new ArrayList<>();

  private EnginesInTurn() {}

  /** The number of rounds and of samples, the arithmetic, then files of one network. */
  public static void main(String[] args) throws IOException {
    EnginesInTurn engines = new EnginesInTurn();
    Precision precision = Precision.valueOf(args[2].toUpperCase(Locale.ROOT));
    for (String file : Arrays.asList(args).subList(3, args.length)) {
      engines.turns.add(new Turn(file, open(Path.of(file), precision)));
    }
    engines.run(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
    engines.print();
    System.exit(0);
  }

  private static ModelGradient open(Path file, Precision precision) {
    ModelSource source = new ModelSource.File(file);
    ModelGradientProvider engine =
        ServiceLoader.load(ModelGradientProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(
                one -> one.availability() instanceof Availability.Available && one.accepts(source))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no engine takes " + file));
    return Models.open(engine, source, ModelOptions.defaults().withPrecision(precision));
  }

  private void run(int rounds, int samples) {
    int inputs = turns.get(0).model.info().inputSize();
    Random random = new Random(1);
    for (int round = 0; round < rounds; round++) {
      double[] values = random.doubles((long) BATCH * inputs, -1, 1).toArray();
      Batch batch = new Batch(BATCH, inputs, values);
      for (Turn turn : turns) {
        turn.time(batch, samples / BATCH);
      }
    }
  }

  private void print() {
    System.out.println("| model | engine | processor | wall | samples/s | ratio to the first |");
    System.out.println("|---|---|---|---|---|---|");
    for (Turn turn : turns) {
      System.out.printf(
          "| `%s` | %s | %.1f ms | %.1f ms | %.2g million | %.2f |%n",
          turn.file,
          turn.model.info().engine(),
          turn.processor / NANOSECONDS_A_MILLISECOND,
          turn.wall / NANOSECONDS_A_MILLISECOND,
          turn.samples / (turn.wall / 1e9) / 1e6,
          turn.processor / turns.get(0).processor);
    }
  }

  /** One engine, and its best times. */
  private static final class Turn {
    private static final OperatingSystemMXBean SYSTEM =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final String file;
    private final ModelGradient model;
    private double processor = Double.POSITIVE_INFINITY;
    private double wall = Double.POSITIVE_INFINITY;
    private int samples;

    Turn(String file, ModelGradient model) {
      this.file = Path.of(file).getFileName().toString();
      this.model = model;
    }

    void time(Batch batch, int times) {
      long processorBefore = SYSTEM.getProcessCpuTime();
      long before = System.nanoTime();
      for (int i = 0; i < times; i++) {
        model.jacobians(batch);
      }
      wall = Math.min(wall, (double) (System.nanoTime() - before));
      processor = Math.min(processor, (double) (SYSTEM.getProcessCpuTime() - processorBefore));
      samples = times * batch.rows();
    }
  }
}
