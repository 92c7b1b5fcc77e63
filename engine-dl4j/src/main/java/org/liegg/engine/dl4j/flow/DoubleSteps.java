package org.liegg.engine.dl4j.flow;

import org.liegg.blas.affine.DoubleRowProducts;
import org.liegg.blas.affine.ProductChoice;

/** Makes the steps of a flow in double precision. */
final class DoubleSteps {

  private DoubleSteps() {}

  /**
   * The steps, in the order of the flow's nodes.
   *
   * @param samples of the largest block
   */
  static DoubleStep[] of(
      Flow flow, DoubleMatrices weights, ProductChoice<DoubleRowProducts> choice, int samples) {
    return flow.nodes().stream()
        .map(node -> step(flow, node, weights, choice, samples))
        .toArray(DoubleStep[]::new);
  }

  private static DoubleStep step(
      Flow flow,
      Flow.Node node,
      DoubleMatrices weights,
      ProductChoice<DoubleRowProducts> choice,
      int samples) {
    Operation operation = node.operation();
    int inputs = node.inputs().length;
    if (operation instanceof Operation.Affine map) {
      return new DoubleAffineStep(map, weights.of(map), choice);
    }
    if (operation instanceof Operation.Depthwise convolution) {
      return new DoubleDepthwiseStep(convolution);
    }
    if (operation instanceof Operation.Largest pooling) {
      return new DoubleLargestStep(pooling, samples);
    }
    if (operation instanceof Operation.Total pooling) {
      return new DoubleTotalStep(pooling);
    }
    if (operation instanceof Operation.Scale scale) {
      return new DoubleScaleStep(scale, node.size());
    }
    if (operation instanceof Operation.Apply apply) {
      return new DoubleApplyStep(apply, node.size(), samples);
    }
    if (operation instanceof Operation.Gather gather) {
      return new DoubleGatherStep(gather, flow.size(node.inputs()[0]));
    }
    if (operation instanceof Operation.Join join) {
      return new DoubleJoinStep(join);
    }
    if (operation instanceof Operation.Combine combine) {
      return new DoubleCombineStep(combine, inputs, node.size(), samples);
    }
    return new DoubleSoftmaxStep(node.size(), samples);
  }
}
