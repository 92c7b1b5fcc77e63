package org.liegg.engine.dl4j.dense;

/** One step of a {@link DenseChain}. Immutable. */
sealed interface Step permits Affine, Activation {}
