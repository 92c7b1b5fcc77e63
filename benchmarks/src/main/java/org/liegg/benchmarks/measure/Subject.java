package org.liegg.benchmarks.measure;

import java.util.Optional;
import java.util.function.Supplier;
import org.liegg.api.Batch;

/** A function at samples; made when it is first asked for, and once. */
final class Subject {
  private final Supplier<Made> maker;
  private final Object lock = new Object();
  private volatile Optional<Made> made = Optional.empty();

  private Subject(Supplier<Made> maker) {
    this.maker = maker;
  }

  /**
   * What a subject is.
   *
   * @param map the function
   * @param samples where its gradients are taken
   */
  record Made(DifferentiableMap map, Batch samples) {}

  static Subject of(Supplier<Made> maker) {
    return new Subject(maker);
  }

  static Subject of(DifferentiableMap map, Supplier<Batch> samples) {
    return new Subject(() -> new Made(map, samples.get()));
  }

  Made get() {
    if (made.isEmpty()) {
      synchronized (lock) {
        if (made.isEmpty()) {
          made = Optional.of(maker.get());
        }
      }
    }
    return made.get();
  }
}
