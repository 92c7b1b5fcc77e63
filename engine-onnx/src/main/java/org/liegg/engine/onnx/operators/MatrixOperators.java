package org.liegg.engine.onnx.operators;

import static org.liegg.engine.onnx.ops.Arithmetic.add;
import static org.liegg.engine.onnx.ops.Arithmetic.times;

import java.util.Optional;
import org.liegg.engine.onnx.graph.GraphException;
import org.liegg.engine.onnx.graph.Shape;
import org.liegg.engine.onnx.graph.Tensor;
import org.liegg.engine.onnx.ops.Arithmetic;
import org.liegg.engine.onnx.ops.Products;
import org.liegg.engine.onnx.translate.Call;

/** Products of matrices. */
final class MatrixOperators {

  private MatrixOperators() {}

  static void addTo(Operators all) {
    all.one("MatMul", call -> Products.matMul(call.real(0), call.real(1)));
    all.one("Gemm", MatrixOperators::gemm);
    all.one("Einsum", call -> new EinsumTranslation(call).result());
    all.one("com.microsoft:FusedMatMul", MatrixOperators::fused);
    all.one("Det", MatrixOperators::determinant);
  }

  /** α A B + β C, A and B transposed on demand. */
  private static Tensor gemm(Call call) {
    Tensor a = matrix(call, 0, "transA");
    Tensor b = matrix(call, 1, "transB");
    Tensor product = scaled(call.number("alpha", 1), Products.matMul(a, b));
    Optional<Tensor> c = call.optionalReal(2);
    double beta = call.number("beta", 1);
    if (c.isEmpty() || beta == 0) {
      return product;
    }
    Tensor sum = add(product, scaled(beta, c.get()));
    if (!sum.shape().equals(product.shape())) {
      throw GraphException.shape("its C has the shape " + c.get().shape());
    }
    return sum;
  }

  private static Tensor matrix(Call call, int operand, String flag) {
    Tensor matrix = call.real(operand);
    if (matrix.rank() != 2) {
      throw GraphException.shape("it takes matrices, not " + matrix.shape());
    }
    return call.flag(flag, false) ? Products.transposed(matrix) : matrix;
  }

  private static Tensor scaled(double factor, Tensor x) {
    return factor == 1 ? x : times(factor, x);
  }

  private static Tensor fused(Call call) {
    Tensor a = call.real(0);
    Tensor b = call.real(1);
    if (call.flag("transBatchA", false) || call.flag("transBatchB", false)) {
      throw GraphException.unsupported("it transposes its batches");
    }
    Tensor product =
        Products.matMul(
            call.flag("transA", false) ? Products.transposed(a) : a,
            call.flag("transB", false) ? Products.transposed(b) : b);
    return scaled(call.number("alpha", 1), product);
  }

  /** The determinant of matrices of two rows. */
  private static Tensor determinant(Call call) {
    Tensor x = call.real(0);
    int rank = x.rank();
    if (rank < 2 || x.shape().size(rank - 1) != 2 || x.shape().size(rank - 2) != 2) {
      throw GraphException.unsupported("determinants of other matrices than 2 × 2");
    }
    Shape front = x.shape().slice(0, rank - 2);
    Tensor flat = org.liegg.engine.onnx.ops.Layout.reshape(x, front.followedBy(Shape.of(4)));
    Tensor[] e = new Tensor[4];
    for (int i = 0; i < 4; i++) {
      Tensor element = org.liegg.engine.onnx.ops.Layout.slice(flat, rank - 2, i, i + 1);
      e[i] = org.liegg.engine.onnx.ops.Layout.squeezed(element, rank - 2);
    }
    return Arithmetic.sub(Arithmetic.mul(e[0], e[3]), Arithmetic.mul(e[1], e[2]));
  }
}
