package org.liegg.linalg.factors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.Jacobians;
import org.liegg.api.Polarization;
import org.liegg.linalg.state.StateReader;
import org.liegg.linalg.state.StateWriter;
import org.liegg.linalg.sums.FieldBases;

/**
 * The factors of the rows that a decomposition has accepted, and what all of them have in common:
 * their fields, the weights of their outputs, and how many outputs are among the components. They
 * are here, or were taken away to be asked where they are.
 */
public final class AcceptedFactors {
  private @Nullable FactorStore store;
  private @Nullable FieldBasis basis;
  private @Nullable TakenFactors taken;
  private int outputs;
  private int responses;
  private double[] weights = {};

  /** Null before the first, and where they were taken away. */
  public @Nullable FactorStore store() {
    return store;
  }

  /** The fields of all of them; null before the first. */
  public @Nullable FieldBasis basis() {
    return basis;
  }

  /** Whether they were taken away. */
  public boolean areTaken() {
    return taken != null;
  }

  /** k, the largest that was accepted. */
  public int outputs() {
    return outputs;
  }

  /** Bytes held. */
  public double bytes() {
    return store == null ? 0 : store.bytes();
  }

  /**
   * Refuses weights of outputs other than those of the rows before, of which there may be none.
   *
   * @throws IllegalArgumentException if they differ
   */
  public void requireWeights(double[] more, long rowsBefore) {
    if (rowsBefore > 0 && !Arrays.equals(weights, more)) {
      throw new IllegalArgumentException("weights of outputs other than those accepted before");
    }
  }

  /**
   * Refuses others whose weights differ, or that are here where these are not.
   *
   * @throws IllegalArgumentException if they do not fit
   */
  public void requireMergeable(AcceptedFactors other, long rowsBefore) {
    if (other.basis != null) {
      requireWeights(other.weights, rowsBefore);
    }
    if (basis != null && other.basis != null && areTaken() != other.areTaken()) {
      throw new IllegalArgumentException("rows of one were taken away, and of the other not");
    }
  }

  /** Adds factors that have been checked. */
  public void add(Polarization polarization) {
    weights = polarization.weights();
    outputs = Math.max(outputs, polarization.outputs());
    responses = polarization.responses();
    storeFor(polarization.fields()).add(polarization);
  }

  /** Takes over what the other holds, which has been checked. */
  public void merge(AcceptedFactors other) {
    FieldBasis theirs = other.basis;
    if (theirs == null) {
      return;
    }
    FactorStore more = other.store;
    if (more != null) {
      storeFor(theirs).merge(more);
    }
    TakenFactors away = other.taken;
    if (away != null) {
      taken = taken == null ? away : taken.and(away);
      basis = theirs;
    }
    weights = other.weights;
    outputs = Math.max(outputs, other.outputs);
    responses = other.responses;
  }

  private FactorStore storeFor(FieldBasis fields) {
    FactorStore present = store;
    if (present == null) {
      present = new FactorStore(fields.components(), fields.features());
      store = present;
      basis = fields;
    }
    return present;
  }

  /** A piece as it was accepted, with its weights. */
  public Polarization polarization(FactorPiece piece, FieldBasis fields) {
    return piece.polarization(fields, responses).withWeights(weights);
  }

  /** The same of no samples. */
  public Polarization none(FieldBasis fields) {
    Jacobians empty =
        new Jacobians(0, Math.max(1, outputs), fields.components(), new double[0], new double[0]);
    return new Polarization(fields, Batch.empty(fields.features()), empty, responses, weights);
  }

  /** Whether defects are judged by other rows than those that were accepted. */
  public boolean areWeighed() {
    return basis != null && weights.length > 0;
  }

  /**
   * A copy whose outputs have their weights.
   *
   * @throws IllegalStateException if there are no factors here
   */
  public FactorStore weighed() {
    FactorStore present = store;
    if (present == null) {
      throw new IllegalStateException("No factors are here");
    }
    FactorStore copy = new FactorStore(present.inputs(), present.features());
    for (FactorPiece piece : present.pieces()) {
      copy.add(piece.weighed(weights));
    }
    return copy;
  }

  /**
   * Takes the factors away: a piece each, which {@link FactorPiece#of(byte[])} reads.
   *
   * @return none where there are none
   */
  public List<byte[]> takeAway() {
    FactorStore present = store;
    if (present == null) {
      return List.of();
    }
    TakenFactors all = TakenFactors.NONE;
    List<byte[]> rows = new ArrayList<>();
    for (FactorPiece piece : present.takeAway()) {
      all = all.and(TakenFactors.of(piece, weights));
      rows.add(piece.toBytes(present.features()));
    }
    store = null;
    taken = all;
    return rows;
  }

  /** Asks those that were taken away. */
  public DistributedFactors distributed(DistributedFactors.Asked asked) {
    FieldBasis fields = basis;
    TakenFactors away = taken;
    if (fields == null || away == null) {
      throw new IllegalStateException("No factors were taken away");
    }
    return new DistributedFactors(fields, responses, weights, away, asked);
  }

  /** Writes what they have in common beside their fields. */
  public void writeOutputs(StateWriter out) {
    out.writeInt(outputs).writeInt(responses).writeDoubles(weights, weights.length);
  }

  /** Reads what {@link #writeOutputs} wrote. */
  public void readOutputs(StateReader in) {
    outputs = in.readSize();
    responses = in.readSize();
    weights = in.readDoubles();
    in.require(weights.length == 0 || weights.length == outputs);
    in.require(responses == 0 || responses == outputs);
  }

  /** Writes fields and factors, if there are any. */
  public void write(StateWriter out) {
    FactorStore present = store;
    TakenFactors away = taken;
    FieldBasis fields = basis;
    out.writeInt(fields == null ? 0 : away == null ? 1 : 2);
    if (fields != null) {
      FieldBases.write(fields, out);
    }
    if (present != null) {
      present.write(out);
    }
    if (away != null) {
      away.write(out);
    }
  }

  /** Reads what {@link #write} wrote, of so many fields. */
  public void read(StateReader in, int columns) {
    int kind = in.readSize();
    if (kind == 0) {
      return;
    }
    in.require(kind <= 2);
    FieldBasis fields = FieldBases.read(in);
    in.require(fields.fields() == columns);
    if (kind == 1) {
      FactorStore read = FactorStore.read(in);
      in.require(read.inputs() == fields.components() && read.features() == fields.features());
      store = read;
    } else {
      taken = TakenFactors.read(in);
    }
    basis = fields;
  }

  /** Lets all of them go. */
  public void clear() {
    if (store != null) {
      store.clear();
    }
  }
}
