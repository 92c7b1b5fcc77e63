package org.liegg.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liegg.api.NumericalException;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.core.SymmetryExtractor;
import org.liegg.core.settings.Extras;
import org.liegg.groups.Actions;
import org.liegg.linalg.GramProvider;
import org.liegg.linalg.LobpcgProvider;
import org.liegg.linalg.QrProvider;
import org.liegg.linalg.SvdProvider;

/**
 * The memory that an extraction is said to need, against what it takes. Every case runs twice in a
 * virtual machine of its own: in a heap so small that it is refused, which tells the estimate; and
 * in the smallest heap that is not refused, which must be enough, with a collection every 50 ms,
 * which tells the most that was alive. In a larger heap more is kept of the held-out samples.
 * Usage: {@code MemoryGrid} or {@code MemoryGrid CASE…}, a case being {@code
 * d,N,k,decomposition,threads}.
 */
public final class MemoryGrid {
  private static final int REFUSED = 24;

  /** The room for garbage, and what the serial collector does not count of its heap. */
  private static final double ROOM = 1.15 * 1.04;

  private static final double MIB = 1 << 20;
  private static final Pattern NEED = Pattern.compile("need about ([0-9.]+) (MiB|GiB)");

  private static final List<String> CASES =
      List.of(
          "5,1000,1,gram,1",
          "5,100000,1,gram,2",
          "5,20000,10,gram,2",
          "10,1000,1,gram,1",
          "10,20000,10,gram,2",
          "10,20000,1,qr,2",
          "10,20000,1,svd,1",
          "10,20000,10,svd,1",
          "20,5000,1,gram,2",
          "20,20000,10,gram,2",
          "20,20000,1,lobpcg,2",
          "20,5000,1,svd,1",
          "28,5000,1,gram,2",
          "28,20000,10,gram,2",
          "28,20000,1,lobpcg,2",
          "40,5000,1,gram,2",
          "40,20000,10,gram,2",
          "40,20000,1,lobpcg,2");

  private MemoryGrid() {}

  /** Prints the table, or runs one case in this machine. */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length > 1 && args[0].equals("run")) {
      System.out.println(Case.of(args[1]).run());
      return;
    }
    System.out.println(
        "| d, N, k, decomposition, threads | m | estimate | heap | most alive | answer |");
    System.out.println("|---|---|---|---|---|---|");
    for (String asked : args.length > 0 ? List.of(args) : CASES) {
      System.out.println(line(asked));
    }
  }

  private static String line(String asked) throws IOException, InterruptedException {
    double need = need(child(REFUSED, asked));
    int least = (int) Math.ceil(ROOM * (need + 1));
    List<String> said = child(least, asked).lines().toList();
    int d = Case.of(asked).inputs();
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.0f MiB | %d MiB | %s MiB | %s |",
        asked.replace(",", ", "),
        d * d,
        need,
        least,
        said.get(0),
        String.join(" ", said.subList(1, said.size())));
  }

  private static double need(String refusal) {
    Matcher found = NEED.matcher(refusal);
    if (!found.find()) {
      throw new IllegalStateException("no estimate in: " + refusal);
    }
    return Double.parseDouble(found.group(1)) * (found.group(2).equals("GiB") ? 1024 : 1);
  }

  private static String child(int heap, String asked) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap + "m",
                "-XX:+UseSerialGC",
                "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
                "-cp",
                System.getProperty("java.class.path"),
                MemoryGrid.class.getName(),
                "run",
                asked)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    return status == 0 ? said : said + " exit " + status;
  }

  /** The most that was alive after a collection, in MiB. */
  private static final class Watch implements AutoCloseable {
    private static final long PAUSE = 50;
    private final AtomicLong most = new AtomicLong();
    private final Thread thread = new Thread(this::watch, "watch");
    private volatile boolean ended;

    Watch() {
      thread.setDaemon(true);
      thread.start();
    }

    private void watch() {
      try {
        while (!ended) {
          System.gc();
          most.accumulateAndGet(alive(), Math::max);
          Thread.sleep(PAUSE);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    /** What the last collection left. */
    private static long alive() {
      return ManagementFactory.getMemoryPoolMXBeans().stream()
          .map(MemoryPoolMXBean::getCollectionUsage)
          .filter(Objects::nonNull)
          .mapToLong(MemoryUsage::getUsed)
          .sum();
    }

    double most() {
      return most.get() / MIB;
    }

    @Override
    public void close() {
      ended = true;
    }
  }

  /**
   * @param inputs d; the action is gl(d)
   * @param samples N
   * @param outputs k
   */
  private record Case(int inputs, int samples, int outputs, String decomposition, int threads) {
    static Case of(String text) {
      String[] parts = text.split(",", -1);
      return new Case(
          Integer.parseInt(parts[0]),
          Integer.parseInt(parts[1]),
          Integer.parseInt(parts[2]),
          parts[3],
          Integer.parseInt(parts[4]));
    }

    /** The most that was alive, and the answer or the refusal. */
    String run() {
      try (Watch watch = new Watch()) {
        String answer = answer();
        return String.format(Locale.ROOT, "%.1f%n%s", watch.most(), answer);
      }
    }

    private String answer() {
      try {
        SymmetryReport report =
            SymmetryExtractor.builder()
                .model(new RadialOutputs(inputs, outputs))
                .data(new NormalSamples(samples, inputs))
                .action(Actions.parse("gl(" + inputs + ")"))
                .decomposition(provider())
                .with(s -> s.withThreads(threads).with(Extras.none()))
                .build()
                .extract();
        return "dimension " + report.nullspace().dimension();
      } catch (NumericalException e) {
        return "refused: " + e.getMessage();
      }
    }

    private DecompositionProvider provider() {
      return switch (decomposition) {
        case "gram" -> new GramProvider();
        case "qr" -> new QrProvider();
        case "svd" -> new SvdProvider();
        case "lobpcg" -> new LobpcgProvider();
        default -> throw new IllegalArgumentException(decomposition);
      };
    }
  }
}
