package org.liegg.linalg.factors;

import java.util.Iterator;
import org.liegg.api.DecompositionOptions;
import org.liegg.api.FieldBasis;
import org.liegg.api.spi.Decomposition;
import org.liegg.blas.NativeBlas;
import org.liegg.linalg.spi.StreamingDecomposition;
import org.liegg.linalg.state.StateReader;
import org.liegg.linalg.state.StateWriter;
import org.liegg.linalg.streaming.GramDecomposition;
import org.liegg.linalg.sums.FieldBases;
import org.liegg.linalg.sums.MemoryBudget;

/**
 * Asks for EᵀE as a matrix, where that is small: the answer is a state of {@code gram}.
 *
 * @param fields the candidate fields
 * @param responses how many of their components are outputs
 * @param weights of outputs, with which defects are judged
 */
record GramQuestion(FieldBasis fields, int responses, double[] weights) implements RowQuestion {
  static final String KIND = "matrix of rows";

  @Override
  public byte[] toBytes() {
    StateWriter out = new StateWriter(KIND);
    FieldBases.write(fields, out);
    return out.writeInt(responses).writeDoubles(weights, weights.length).toBytes();
  }

  static GramQuestion read(StateReader in) {
    return new GramQuestion(FieldBases.read(in), in.readSize(), in.readDoubles());
  }

  @Override
  public byte[] answer(Iterator<FactorPiece> pieces, NativeBlas natives) {
    try (GramDecomposition gram = open(natives)) {
      while (pieces.hasNext()) {
        gram.accept(pieces.next().polarization(fields, responses).withWeights(weights));
      }
      return gram.state();
    }
  }

  private GramDecomposition open(NativeBlas natives) {
    return new GramDecomposition(
        fields.fields(), natives, MemoryBudget.ofProcess(), DecompositionOptions.defaults());
  }

  /** Reads an answer. */
  Decomposition answered(byte[] bytes, NativeBlas natives) {
    return StreamingDecomposition.restore(bytes, GramDecomposition.KIND, columns -> open(natives));
  }

  @Override
  public byte[] sum(byte[] first, byte[] next, NativeBlas natives) {
    try (Decomposition all = answered(first, natives);
        Decomposition more = answered(next, natives)) {
      all.merge(more);
      return all.state();
    }
  }
}
