package org.liegg.engine.dl4j;

/** One step of a {@link DenseChain}. Immutable. */
sealed interface Step permits Affine, Activation {}
