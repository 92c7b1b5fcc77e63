package org.liegg.fuzz.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.liegg.api.LieggException;
import org.liegg.fuzz.mutate.Sprung;
import org.liegg.fuzz.mutate.Trap;

/**
 * A run of inputs over one target, in a thread of its own. Input n follows from target, seed and n
 * alone; whether it is read first or last changes nothing.
 */
final class Fuzzing implements Runnable {
  /** What one input may allocate, in bytes: many times what the largest valid one does. */
  private static final long MAX_ALLOCATED = 600L << 20;

  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final FuzzTarget target;
  private final long seed;
  private final long from;
  private final long to;
  private final SortedMap<String, Long> refused = new TreeMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private final Set<String> kinds = new HashSet<>();
  private final Path working;
  private final Path temporary;

  private long answered;
  private long faulty;
  private volatile long number;
  private volatile long began = System.nanoTime();
  private volatile byte[] input = {};
  private volatile @Nullable Throwable broke;

  /**
   * @param from the first input's number
   * @param to the number after the last one's
   */
  Fuzzing(FuzzTarget target, long seed, long from, long to) {
    this.target = target;
    this.seed = seed;
    this.from = from;
    this.to = to;
    working = Path.of("").toAbsolutePath();
    temporary = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
  }

  @Override
  public void run() {
    try (Sandbox sandbox = new Sandbox(working, temporary)) {
      for (long n = from; n < to; n++) {
        input = target.inputs().next(random(n));
        number = n;
        began = System.nanoTime();
        one(sandbox);
      }
    } catch (RuntimeException | Error e) {
      broke = e;
    }
  }

  /** Two runs of neighbouring seeds have nothing in common. */
  private Random random(long n) {
    long mixed = (seed * 0x9E3779B97F4A7C15L) ^ target.name().hashCode();
    return new Random((mixed + n) * 0xBF58476D1CE4E5B9L);
  }

  private void one(Sandbox sandbox) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    Optional<Fault> fault = read(sandbox.folder());
    long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
    if (fault.isEmpty() && allocated > MAX_ALLOCATED) {
      fault = fault("allocates too much", "%d MB".formatted(allocated >> 20));
    }
    if (Sprung.now()) {
      fault = fault("foreign class initialised", Trap.NAME);
    }
    Optional<String> written = sandbox.written();
    if (written.isPresent()) {
      fault = fault("file written", written.get());
    }
    fault.ifPresent(this::keep);
  }

  private Optional<Fault> read(Path folder) {
    try {
      target.reader().read(input, folder);
      answered++;
      return Optional.empty();
    } catch (LieggException e) {
      refused.merge(e.code(), 1L, Long::sum);
      return Promise.broken(e)
          .flatMap(found -> fault(found.replaceFirst("U\\+.*|\\d+ ch.*", "") + e.code(), found));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Throwable e) {
      return fault(Promise.kind(e), String.valueOf(e));
    }
  }

  private Optional<Fault> fault(String kind, String detail) {
    return Optional.of(new Fault(target.name(), seed, number, kind, detail, input.clone()));
  }

  private void keep(Fault fault) {
    faulty++;
    if (kinds.add(fault.kind())) {
      faults.add(fault);
    }
  }

  /** Nanoseconds since the input at hand was begun. */
  long waiting() {
    return System.nanoTime() - began;
  }

  /** The fault that the input at hand does not end; {@code thread} is the one that reads it. */
  Fault stuck(Thread thread) {
    Throwable where = new IllegalStateException("no end in sight");
    where.setStackTrace(thread.getStackTrace());
    return new Fault(target.name(), seed, number, "no end: " + Promise.kind(where), "", input);
  }

  /**
   * What was found, once {@link #run} is through.
   *
   * @throws IllegalStateException if the run itself broke: it says nothing of the target then
   */
  Outcome outcome() {
    if (broke != null) {
      throw new IllegalStateException(
          "%s, seed %d, input %d".formatted(target.name(), seed, number), broke);
    }
    return new Outcome(target.name(), seed, to - from, answered, refused, faults, faulty);
  }
}
