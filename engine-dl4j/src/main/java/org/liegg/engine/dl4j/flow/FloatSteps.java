package org.liegg.engine.dl4j.flow;

import org.liegg.blas.affine.FloatRowProducts;
import org.liegg.blas.affine.ProductChoice;

/** Makes the steps of a flow in single precision. */
final class FloatSteps {

  private FloatSteps() {}

  /**
   * The steps, in the order of the flow's nodes.
   *
   * @param samples of the largest block
   */
  static FloatStep[] of(
      Flow flow, FloatMatrices weights, ProductChoice<FloatRowProducts> choice, int samples) {
    return flow.nodes().stream()
        .map(node -> step(flow, node, weights, choice, samples))
        .toArray(FloatStep[]::new);
  }

  private static FloatStep step(
      Flow flow,
      Flow.Node node,
      FloatMatrices weights,
      ProductChoice<FloatRowProducts> choice,
      int samples) {
    Operation operation = node.operation();
    int inputs = node.inputs().length;
    if (operation instanceof Operation.Affine map) {
      return map.window()
          .filter(window -> !window.isPixelwise())
          .<FloatStep>map(window -> new FloatConvolutionStep(map, window, weights.of(map), choice))
          .orElseGet(() -> new FloatAffineStep(map, weights.of(map), choice));
    }
    if (operation instanceof Operation.Recurrence layer) {
      return new FloatRecurrenceStep(layer, weights.of(layer), choice, samples);
    }
    if (operation instanceof Operation.LongShortTerm layer) {
      return new FloatLongShortTermStep(layer, weights.of(layer), choice, samples);
    }
    if (operation instanceof Operation.Depthwise convolution) {
      return new FloatDepthwiseStep(convolution);
    }
    if (operation instanceof Operation.Largest pooling) {
      return new FloatLargestStep(pooling, samples);
    }
    if (operation instanceof Operation.Total pooling) {
      return new FloatTotalStep(pooling);
    }
    if (operation instanceof Operation.Scale scale) {
      return new FloatScaleStep(scale, node.size());
    }
    if (operation instanceof Operation.Apply apply) {
      return new FloatApplyStep(apply, node.size(), samples);
    }
    if (operation instanceof Operation.Gather gather) {
      return new FloatGatherStep(gather, flow.size(node.inputs()[0]));
    }
    if (operation instanceof Operation.Join join) {
      return new FloatJoinStep(join);
    }
    if (operation instanceof Operation.Combine combine) {
      return new FloatCombineStep(combine, inputs, node.size(), samples);
    }
    return new FloatSoftmaxStep(node.size(), samples);
  }
}
