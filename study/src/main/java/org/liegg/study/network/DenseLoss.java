package org.liegg.study.network;

/** What training minimises. */
public enum DenseLoss {
  /** Mean squared error of a linear output with biases. */
  MEAN_SQUARED_ERROR,
  /** Cross-entropy of a softmax over the classes, without biases. */
  CROSS_ENTROPY
}
