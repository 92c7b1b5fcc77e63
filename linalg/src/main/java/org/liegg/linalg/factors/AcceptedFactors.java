package org.liegg.linalg.factors;

import java.util.Arrays;
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
 * their fields, the weights of their outputs, and how many outputs are among the components.
 */
public final class AcceptedFactors {
  private @Nullable FactorStore store;
  private @Nullable FieldBasis basis;
  private int outputs;
  private int responses;
  private double[] weights = {};

  /** Null before the first. */
  public @Nullable FactorStore store() {
    return store;
  }

  /** The fields of all of them; null before the first. */
  public @Nullable FieldBasis basis() {
    return basis;
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
   * Refuses others whose weights differ.
   *
   * @throws IllegalArgumentException if they do
   */
  public void requireMergeable(AcceptedFactors other, long rowsBefore) {
    if (other.store != null) {
      requireWeights(other.weights, rowsBefore);
    }
  }

  /** Adds factors that have been checked. */
  public void add(Polarization polarization) {
    weights = polarization.weights();
    outputs = Math.max(outputs, polarization.outputs());
    responses = polarization.responses();
    storeFor(polarization.fields()).add(polarization);
  }

  /** Takes over what the other holds, whose weights have been checked. */
  public void merge(AcceptedFactors other) {
    FactorStore more = other.store;
    FieldBasis theirs = other.basis;
    if (more != null && theirs != null) {
      storeFor(theirs).merge(more);
      weights = other.weights;
      outputs = Math.max(outputs, other.outputs);
      responses = other.responses;
    }
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

  /** A copy whose outputs have their weights; null where they have none. */
  public @Nullable FactorStore weighed() {
    FactorStore present = store;
    FieldBasis fields = basis;
    if (present == null || fields == null || weights.length == 0) {
      return null;
    }
    FactorStore copy = new FactorStore(present.inputs(), present.features());
    for (FactorPiece piece : present.pieces()) {
      copy.add(polarization(piece, fields).weighed());
    }
    return copy;
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
    FieldBasis fields = basis;
    out.writeInt(present == null ? 0 : 1);
    if (present != null && fields != null) {
      FieldBases.write(fields, out);
      present.write(out);
    }
  }

  /** Reads what {@link #write} wrote, of so many fields. */
  public void read(StateReader in, int columns) {
    if (in.readSize() != 0) {
      FieldBasis fields = FieldBases.read(in);
      in.require(fields.fields() == columns);
      FactorStore read = FactorStore.read(in);
      in.require(read.inputs() == fields.components() && read.features() == fields.features());
      basis = fields;
      store = read;
    }
  }

  public void clear() {
    if (store != null) {
      store.clear();
    }
  }
}
