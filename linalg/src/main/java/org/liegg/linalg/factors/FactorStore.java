package org.liegg.linalg.factors;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.liegg.api.Polarization;
import org.liegg.linalg.state.StateReader;
import org.liegg.linalg.state.StateWriter;

/**
 * Keeps the factors of the rows of E, Jacobians J_n ({@code k × d}) and features φ_n (p), in pieces
 * of a few hundred samples, so that growing never copies and no array is long.
 */
public final class FactorStore {

  /** Entries of the Jacobians of a piece, at most, where one sample has fewer. */
  private static final int PIECE_ENTRIES = 1 << 20;

  private static final int MAX_SAMPLES = 512;

  private final int inputs;
  private final int features;
  private final List<FactorPiece> pieces = new ArrayList<>();
  private double[] jacobians = new double[0];
  private double[] positions = new double[0];
  private int outputs;
  private int filled;

  /**
   * An empty store.
   *
   * @param inputs d
   * @param features p
   */
  public FactorStore(int inputs, int features) {
    this.inputs = inputs;
    this.features = features;
  }

  public int inputs() {
    return inputs;
  }

  public int features() {
    return features;
  }

  public void add(Polarization polarization) {
    add(
        polarization.samples(),
        polarization.outputs(),
        polarization.jacobians().values(),
        polarization.features().values());
  }

  /**
   * Adds some samples.
   *
   * @param count how many
   * @param perSample k
   * @param from J_n, {@code count × k × d}
   * @param at φ_n, {@code count × p}
   */
  void add(int count, int perSample, double[] from, double[] at) {
    int width = perSample * inputs;
    if (perSample != outputs) {
      seal();
      outputs = perSample;
    }
    int capacity = capacity(width);
    for (int sample = 0; sample < count; ) {
      if (filled == 0) {
        jacobians = new double[capacity * width];
        positions = new double[capacity * features];
      }
      int taken = Math.min(count - sample, capacity - filled);
      System.arraycopy(from, sample * width, jacobians, filled * width, taken * width);
      System.arraycopy(at, sample * features, positions, filled * features, taken * features);
      filled += taken;
      sample += taken;
      if (filled == capacity) {
        seal();
      }
    }
  }

  /** Adds a copy of what a piece holds. */
  void add(FactorPiece piece) {
    double[] values = piece.jacobians(new double[piece.entries()]);
    add(piece.samples(), piece.outputs(), values, piece.features());
  }

  /** Takes over what the other holds. */
  public void merge(FactorStore other) {
    pieces.addAll(other.pieces());
    other.clear();
  }

  /** Gives all away, a piece at a time, so that none is held that was given. */
  Iterable<FactorPiece> takeAway() {
    seal();
    return () ->
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return !pieces.isEmpty();
          }

          @Override
          public FactorPiece next() {
            if (pieces.isEmpty()) {
              throw new NoSuchElementException();
            }
            return pieces.remove(0);
          }
        };
  }

  /** How many rows of E they are. */
  long rows() {
    long rows = 0;
    for (FactorPiece piece : pieces()) {
      rows += (long) piece.samples() * piece.outputs();
    }
    return rows;
  }

  /** All that was added. */
  public List<FactorPiece> pieces() {
    seal();
    return pieces;
  }

  /**
   * Bytes that so many more rows would take in the worst case, beside what is held already: numbers
   * that are no floats, and one piece that is not full.
   */
  public static double bytes(long samples, int outputs, int inputs, int features) {
    double sample = ((double) outputs * inputs + features) * Double.BYTES;
    return (samples + (double) capacity(outputs * inputs)) * sample;
  }

  /** Bytes held. */
  public double bytes() {
    double sum = ((double) jacobians.length + positions.length) * Double.BYTES;
    for (FactorPiece piece : pieces) {
      sum += piece.bytes();
    }
    return sum;
  }

  public void clear() {
    pieces.clear();
    jacobians = new double[0];
    positions = new double[0];
    filled = 0;
  }

  public void write(StateWriter out) {
    out.writeInt(inputs).writeInt(features).writeInt(pieces().size());
    for (FactorPiece piece : pieces) {
      piece.write(out);
    }
  }

  public static FactorStore read(StateReader in) {
    FactorStore store = new FactorStore(in.readSize(), in.readSize());
    int count = in.readSize();
    for (int i = 0; i < count; i++) {
      store.pieces.add(FactorPiece.read(in, store.inputs, store.features));
    }
    return store;
  }

  private void seal() {
    if (filled > 0) {
      pieces.add(FactorPiece.of(filled, outputs, inputs, features, jacobians, positions));
      jacobians = new double[0];
      positions = new double[0];
      filled = 0;
    }
  }

  public static int capacity(int width) {
    return Math.max(1, Math.min(MAX_SAMPLES, PIECE_ENTRIES / Math.max(1, width)));
  }
}
