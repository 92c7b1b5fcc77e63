package org.liegg.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.liegg.api.spi.ModelGradient;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Jacobians of dense networks: a shot takes all samples through, in batches, on some threads. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx3g", "-Dorg.bytedeco.javacpp.maxphysicalbytes=0"})
@Warmup(iterations = 15)
@Measurement(iterations = 15)
public abstract class JacobianCase {
  /**
   * The network: rectified, 2 000 samples in batches of 200; or swish, 100 000 in batches of 2 000.
   */
  @Param({"784-128x5-10", "10-64-64-1"})
  public String network = "";

  /** Processors to use. */
  @Param({"1", "2"})
  public int threads;

  /** One, once it is known how many threads there are. */
  final List<Shares> shares = new ArrayList<>();

  /** For subclasses. */
  protected JacobianCase() {}

  /** All samples through a session for each thread. */
  final double sum(List<ModelGradient> sessions) {
    return shares.get(0).sum((thread, batch) -> sessions.get(thread).jacobians(batch).get(0, 0, 0));
  }

  /** Ends the threads. */
  @TearDown(Level.Trial)
  public void end() {
    shares.forEach(Shares::close);
  }
}
