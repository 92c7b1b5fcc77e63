package org.liegg.linalg.factors;

import java.util.Iterator;
import org.liegg.blas.DenseKernel;
import org.liegg.blas.Kernels;
import org.liegg.blas.NativeBlas;
import org.liegg.blas.Store;
import org.liegg.blas.View;
import org.liegg.linalg.state.StateReader;
import org.liegg.linalg.state.StateWriter;

/**
 * Asks for EᵀE h of some fields.
 *
 * @param scaling of the rows
 * @param work operations of all that will be asked, by which the kernel is chosen
 * @param inputs d
 * @param features p
 * @param fields H of each, {@code d × p}
 */
record ProductsQuestion(RowScaling scaling, double work, int inputs, int features, double[] fields)
    implements RowQuestion {
  static final String KIND = "products of rows";
  private static final String ANSWER = "sums of products";

  /**
   * What all rows answer.
   *
   * @param squares {@code ‖E h‖²} of each field
   * @param images {@code EᵀE h} of each
   */
  record Answer(double[] squares, double[] images) {

    byte[] toBytes() {
      return new StateWriter(ANSWER)
          .writeDoubles(squares, squares.length)
          .writeDoubles(images, images.length)
          .toBytes();
    }
  }

  private int count() {
    return fields.length / (inputs * features);
  }

  @Override
  public byte[] toBytes() {
    StateWriter out = new StateWriter(KIND);
    scaling.write(out);
    return out.writeDouble(work)
        .writeInt(inputs)
        .writeInt(features)
        .writeDoubles(fields, fields.length)
        .toBytes();
  }

  static ProductsQuestion read(StateReader in) {
    RowScaling scaling = RowScaling.read(in);
    double work = in.readDouble();
    int inputs = in.readSize();
    int features = in.readSize();
    double[] fields = in.readDoubles();
    long size = (long) inputs * features;
    in.require(size > 0 && fields.length % size == 0);
    return new ProductsQuestion(scaling, work, inputs, features, fields);
  }

  @Override
  public byte[] answer(Iterator<FactorPiece> pieces, NativeBlas natives) {
    DenseKernel kernel = new Kernels(natives).forWork(work);
    int count = count();
    try (Store store = kernel.store(fields.length);
        PieceProducts products = new PieceProducts(inputs, features, count, kernel)) {
      View all = store.view(0, count * inputs, features);
      all.put(fields);
      products.start(count);
      while (pieces.hasNext()) {
        products.add(all, scaling.of(pieces.next()));
      }
      double[] squares = new double[count];
      for (int i = 0; i < count; i++) {
        squares[i] = products.square(i);
      }
      return new Answer(squares, products.images()).toBytes();
    }
  }

  /** Reads an answer. */
  Answer answered(byte[] bytes) {
    return StateReader.read(
        bytes,
        ANSWER,
        in -> {
          Answer answer = new Answer(in.readDoubles(), in.readDoubles());
          in.require(answer.squares.length == count() && answer.images.length == fields.length);
          return answer;
        });
  }

  @Override
  public byte[] sum(byte[] first, byte[] next, NativeBlas natives) {
    Answer all = answered(first);
    Answer more = answered(next);
    add(more.squares, all.squares);
    add(more.images, all.images);
    return all.toBytes();
  }

  private static void add(double[] values, double[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] += values[i];
    }
  }
}
