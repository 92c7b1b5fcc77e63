package org.liegg.linalg.lobpcg;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liegg.api.spi.IterationStep;
import org.liegg.api.spi.IterationWatch;

/** Keeps every state in memory, and ends the iteration from outside after some steps. */
final class RememberedIterations implements IterationWatch {
  final Map<String, byte[]> kept = new LinkedHashMap<>();
  final List<IterationStep> steps = new ArrayList<>();
  private int left;

  /**
   * @param left steps until it is ended
   */
  RememberedIterations(int left) {
    this.left = left;
  }

  /** One that is never ended, and goes on from what another kept. */
  static RememberedIterations after(RememberedIterations other) {
    RememberedIterations next = new RememberedIterations(Integer.MAX_VALUE);
    next.kept.putAll(other.kept);
    return next;
  }

  /** What ended it. */
  static final class Ended extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public void step(IterationStep step) {
    steps.add(step);
    if (left-- == 0) {
      throw new Ended();
    }
  }

  @Override
  public boolean wantsState() {
    return true;
  }

  @Override
  public void keep(String problem, boolean solved, State state) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      state.writeTo(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    kept.put(problem, bytes.toByteArray());
  }

  @Override
  public Optional<DataInput> kept(String problem) {
    return Optional.ofNullable(kept.get(problem))
        .map(bytes -> new DataInputStream(new ByteArrayInputStream(bytes)));
  }
}
