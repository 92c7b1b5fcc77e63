package org.liegg.engine.dl4j.graph;

import java.util.Set;
import org.liegg.engine.dl4j.session.ModelFaults;
import org.liegg.engine.dl4j.session.Text;
import org.nd4j.autodiff.samediff.serde.FlatBuffersMapper;
import org.nd4j.autodiff.samediff.serde.LegacyOpMapper;
import org.nd4j.graph.FlatNode;
import org.nd4j.graph.FlatProperties;
import org.nd4j.imports.converters.DifferentialFunctionClassHolder;
import org.nd4j.linalg.api.ops.Op;

/**
 * The operations that a SameDiff file may have: differentiable ones that need no more memory than
 * their arrays, and losses. Native code divides by strides as they are, and a stride of 0 ends the
 * whole process.
 */
final class FlatOperations {
  private static final String LOSSES = "org.nd4j.linalg.api.ops.impl.loss.";
  private static final String CONVOLUTIONS = "org.nd4j.linalg.api.ops.impl.layers.convolution.";
  private static final long MAX_WINDOW = 1 << 16;

  /** What numbers of windows say, one for each axis: kernels, strides, padding, dilations. */
  private static final String KINDS = "kspd";

  private static final Set<String> ALLOWED =
      Set.of(
          """
          AddOp SubOp RSubOp MulOp DivOp RDivOp SquaredDifferenceOp MergeAddOp MergeSum MergeMax MergeAvg
          PowPairwise Pow ScalarAdd ScalarSubtraction ScalarReverseSubtraction ScalarMultiplication
          ScalarDivision ScalarReverseDivision ScalarMax ScalarMin RectifiedLinear Relu6 LeakyReLU PRelu
          Abs Ceil Cube Floor Identity Negative OneMinus Reciprocal Round Sign Square TimesOneMinus Sqrt
          RSqrt ACos ACosh ASin ASinh ATan ATan2 ATanh Cos Cosh Sin Sinh Tan Tanh TanhDerivative ELU Erf
          Erfc Exp Expm1 GELU PreciseGELU HardSigmoid HardTanh Log Log1p LogSigmoid Mish RationalTanh
          RectifiedTanh Rint SELU Sigmoid SoftPlus SoftSign Swish Stabilize SoftMax LogSoftMax CReLU
          ThresholdRelu ReluLayer XwPlusB LayerNorm Standardize BatchNorm BiasAdd Mmul BatchMmul TensorMmul
          DotProductAttention DotProductAttentionV2 MultiHeadDotProductAttention Dot CosineSimilarity
          CosineDistance EuclideanDistance ManhattanDistance Conv1D Conv2D Conv3D DepthwiseConv2D
          MaxPooling2D MaxPooling3D AvgPooling2D AvgPooling3D LSTMLayer LSTMBlock LSTMBlockCell GRU GRUCell
          SRU SRUCell Mean Sum Prod Max Min AMax AMin AMean ASum Norm1 Norm2 NormMax SquaredNorm LogSumExp
          Variance StandardDeviation Moments CumSum CumProd Assign Cast IdentityN Reshape Permute Transpose
          ExpandDims Squeeze Concat Stack Unstack Split SplitV Slice StridedSlice Gather GatherNd Reverse
          ReverseV2 Shape ShapeN Size SizeAt Rank Flatten2D Where ClipByValue ClipByNorm GreaterThan
          GreaterThanOrEqual LessThan LessThanOrEqual EqualTo NotEqualTo ScalarGreaterThan
          ScalarGreaterThanOrEqual ScalarLessThan ScalarLessThanOrEqual ScalarEquals ScalarNotEquals
          ZerosLike OnesLike OnesAs
          """
              .strip()
              .split("\\s+"));

  private FlatOperations() {}

  /**
   * Checks one operation.
   *
   * @throws org.liegg.api.ModelException naming the operation, if it is not allowed
   */
  static void check(FlatNode node, ModelFaults faults) {
    Class<?> type = type(node, faults);
    String name = type.getSimpleName();
    if (!type.getName().startsWith(LOSSES) && !ALLOWED.contains(name)) {
      throw unsupported(node, name, faults);
    }
    if (type.getName().startsWith(CONVOLUTIONS) && !name.equals("BatchNorm")) {
      windows(node, name, faults);
    }
  }

  private static Class<?> type(FlatNode node, ModelFaults faults) {
    Class<?> type;
    try {
      Op.Type kind = FlatBuffersMapper.getTypeFromByte(node.opType());
      type =
          kind == Op.Type.CUSTOM
              ? DifferentialFunctionClassHolder.getInstance()
                  .customOpClassForHashAndName(node.opNum(), node.opName())
              : LegacyOpMapper.getLegacyOpClassForId(kind, (int) node.opNum());
    } catch (RuntimeException e) {
      throw unsupported(node, String.valueOf(node.opName()), faults);
    }
    if (type == null) {
      throw unsupported(node, String.valueOf(node.opName()), faults);
    }
    return type;
  }

  private static RuntimeException unsupported(FlatNode node, String name, ModelFaults faults) {
    return faults.unsupported(
        "its operation '%s' (%s) is none that is read from SameDiff files"
            .formatted(Text.printable(String.valueOf(node.name())), Text.printable(name)),
        "save the graph without it, or give the live graph");
  }

  private static void windows(FlatNode node, String name, ModelFaults faults) {
    int axes = name.contains("1D") ? 1 : name.contains("3D") ? 3 : 2;
    if (node.extraIntegerLength() < 4 * axes) {
      throw window(node, "windows of %d numbers".formatted(node.extraIntegerLength()), faults);
    }
    for (int i = 0; i < 4 * axes; i++) {
      int group = i / axes;
      require(KINDS.charAt(group), node.extraInteger(i), node, faults);
    }
    for (int i = 0; i < node.propertiesLength(); i++) {
      FlatProperties property = node.properties(i);
      String key = String.valueOf(property.name());
      if (key.matches("[kspd][DHW]?")) {
        for (int n = 0; n < property.iLength(); n++) {
          require(key.charAt(0), property.i(n), node, faults);
        }
        for (int n = 0; n < property.lLength(); n++) {
          require(key.charAt(0), property.l(n), node, faults);
        }
      }
    }
  }

  private static void require(char kind, long value, FlatNode node, ModelFaults faults) {
    boolean right =
        switch (kind) {
          case 'k' -> value >= -1 && value != 0;
          case 'p' -> value >= 0;
          default -> value >= 1;
        };
    if (!right || value > MAX_WINDOW) {
      throw window(
          node,
          "%s of %d"
              .formatted(
                  switch (kind) {
                    case 'k' -> "a kernel";
                    case 's' -> "a stride";
                    case 'p' -> "a padding";
                    default -> "a dilation";
                  },
                  value),
          faults);
    }
  }

  private static RuntimeException window(FlatNode node, String what, ModelFaults faults) {
    return faults.corrupt(
        "its operation '%s' has %s".formatted(Text.printable(String.valueOf(node.name())), what));
  }
}
