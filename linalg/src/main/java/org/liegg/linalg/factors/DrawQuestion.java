package org.liegg.linalg.factors;

import java.util.Iterator;
import org.liegg.blas.NativeBlas;
import org.liegg.linalg.state.StateReader;
import org.liegg.linalg.state.StateWriter;

/**
 * Asks for some of the rows themselves.
 *
 * @param scaling of the rows
 * @param draw which of them
 * @param inputs d
 * @param features p
 */
record DrawQuestion(RowScaling scaling, RowDraw draw, int inputs, int features)
    implements RowQuestion {
  static final String KIND = "draw of rows";
  private static final String ANSWER = "drawn rows";

  @Override
  public byte[] toBytes() {
    StateWriter out = new StateWriter(KIND);
    scaling.write(out);
    return out.writeDouble(draw.share()).writeInt(inputs).writeInt(features).toBytes();
  }

  static DrawQuestion read(StateReader in) {
    return new DrawQuestion(
        RowScaling.read(in), new RowDraw(in.readDouble()), in.readSize(), in.readSize());
  }

  @Override
  public byte[] answer(Iterator<FactorPiece> pieces, NativeBlas natives) {
    return bytes(
        draw.from(
            inputs,
            features,
            () ->
                new Iterator<>() {
                  @Override
                  public boolean hasNext() {
                    return pieces.hasNext();
                  }

                  @Override
                  public FactorPiece next() {
                    return scaling.of(pieces.next());
                  }
                }));
  }

  private static byte[] bytes(FactorStore rows) {
    StateWriter out = new StateWriter(ANSWER);
    rows.write(out);
    return out.toBytes();
  }

  /** Reads an answer. */
  FactorStore answered(byte[] bytes) {
    return StateReader.read(
        bytes,
        ANSWER,
        in -> {
          FactorStore rows = FactorStore.read(in);
          in.require(rows.inputs() == inputs && rows.features() == features);
          return rows;
        });
  }

  @Override
  public byte[] sum(byte[] first, byte[] next, NativeBlas natives) {
    FactorStore all = answered(first);
    all.merge(answered(next));
    return bytes(all);
  }
}
