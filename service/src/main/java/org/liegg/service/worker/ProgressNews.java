package org.liegg.service.worker;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.liegg.api.Spectrum;
import org.liegg.api.spi.IterationStep;
import org.liegg.client.Progress;
import org.liegg.core.ProgressListener;

/** Tells how far an extraction is, a few times a second at most. */
final class ProgressNews implements ProgressListener {
  private static final long EVERY_NANOS = 400_000_000L;
  private static final String SAMPLES = "samples";

  private final Consumer<Progress> taker;
  private long told = System.nanoTime() - EVERY_NANOS;
  private String stage = SAMPLES;
  private long stageBegan = System.nanoTime();
  private long last;
  private Optional<Progress.PartialSpectrum> spectrum = Optional.empty();

  ProgressNews(Consumer<Progress> taker) {
    this.taker = taker;
  }

  @Override
  public synchronized void samples(long done, OptionalLong total) {
    if (!stage.equals(SAMPLES) || done < last) {
      begin(SAMPLES);
    }
    last = done;
    Optional<Long> all = total.isPresent() ? Optional.of(total.getAsLong()) : Optional.empty();
    tell(done, all, false);
  }

  @Override
  public synchronized void stage(String name) {
    begin(name);
    tell(0, Optional.empty(), true);
  }

  @Override
  public synchronized void iteration(IterationStep step) {
    String name = "iteration: " + step.problem();
    if (!stage.equals(name)) {
      begin(name);
    }
    tell(step.iteration(), Optional.of((long) step.most()), false);
  }

  @Override
  public boolean wantsSpectra() {
    return true;
  }

  @Override
  public synchronized void spectrum(Spectrum soFar) {
    double[] values = Arrays.stream(soFar.symmetryVariances()).map(Math::sqrt).toArray();
    spectrum = Optional.of(new Progress.PartialSpectrum(soFar.samples(), values));
  }

  private void begin(String name) {
    stage = name;
    stageBegan = System.nanoTime();
    last = 0;
  }

  private void tell(long done, Optional<Long> total, boolean now) {
    long time = System.nanoTime();
    if (now || time - told >= EVERY_NANOS) {
      told = time;
      taker.accept(new Progress(stage, done, total, left(done, total, time), spectrum));
    }
  }

  /** What is left at the pace of this stage so far; of iterations nobody knows when they end. */
  private Optional<Double> left(long done, Optional<Long> total, long time) {
    if (done <= 0 || total.isEmpty() || !stage.equals(SAMPLES)) {
      return Optional.empty();
    }
    double pace = (time - stageBegan) * 1e-9 / done;
    return Optional.of(Math.max(0, total.get() - done) * pace);
  }
}
