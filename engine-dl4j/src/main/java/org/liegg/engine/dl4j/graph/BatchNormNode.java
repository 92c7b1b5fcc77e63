package org.liegg.engine.dl4j.graph;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.graph.vertex.impl.LayerVertex;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Batch normalisation with its running statistics, y = γ (x − μ)/√(σ² + ε) + β along one axis: an
 * affine map. Deeplearning4j's own backward pass differentiates through the batch's statistics.
 */
final class BatchNormNode extends LayerNode {
  private final BatchNormalization conf;
  private final INDArray scale;

  BatchNormNode(LayerVertex vertex) {
    super(vertex);
    this.conf = (BatchNormalization) vertex.getLayer().conf().getLayer();
    this.scale = scale(vertex);
  }

  /** γ/√(σ² + ε) by channel. */
  private INDArray scale(LayerVertex vertex) {
    INDArray variance;
    if (conf.isUseLogStd()) {
      INDArray log = vertex.getLayer().getParam(BatchNormalizationParamInitializer.GLOBAL_LOG_STD);
      INDArray deviation = Transforms.pow(Nd4j.ones(log.dataType(), log.shape()).muli(10), log);
      variance = deviation.mul(deviation);
    } else {
      variance = vertex.getLayer().getParam(BatchNormalizationParamInitializer.GLOBAL_VAR);
    }
    INDArray reciprocal = Transforms.sqrt(variance.add(conf.getEps())).rdiv(1.0);
    INDArray scale =
        conf.isLockGammaBeta()
            ? reciprocal.mul(conf.getGamma())
            : reciprocal.mul(vertex.getLayer().getParam(BatchNormalizationParamInitializer.GAMMA));
    return scale.reshape(scale.length());
  }

  @Override
  INDArray differentiate(INDArray gradient) {
    long[] shape = new long[gradient.rank()];
    Arrays.fill(shape, 1);
    boolean last = gradient.rank() > 2 && conf.getCnn2DFormat() == CNN2DFormat.NHWC;
    shape[last ? shape.length - 1 : 1] = scale.length();
    return gradient.mul(scale.reshape(shape));
  }
}
