package org.liegg.benchmarks;

import java.util.concurrent.TimeUnit;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.api.spi.ProviderKind;
import org.liegg.api.spi.ProviderRegistry;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Single shots of {@code gram}, which is found as the command finds it, in a heap of 6 GB. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx6g", "-Dorg.bytedeco.javacpp.maxphysicalbytes=0"})
@Warmup(iterations = 1)
@Measurement(iterations = 3)
public abstract class GramCase {
  /** The decomposition. */
  final DecompositionProvider gram =
      ProviderRegistry.load(ProviderKind.DECOMPOSITION, GramCase.class.getClassLoader())
          .require("gram");

  /** For subclasses. */
  protected GramCase() {}

  /** The first number of a size such as {@code 10000x400}. */
  static int rows(String size) {
    return Integer.parseInt(size.substring(0, size.indexOf('x')));
  }

  /** The second number of a size. */
  static int columns(String size) {
    return Integer.parseInt(size.substring(size.indexOf('x') + 1));
  }
}
