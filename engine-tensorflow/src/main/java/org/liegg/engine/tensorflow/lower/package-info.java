/**
 * Rewrites a graph until TensorFlow differentiates it rightly: variables become constants,
 * operations whose gradient is missing or wrong become others, numbers get one precision. {@link
 * org.liegg.engine.tensorflow.lower.LoweredModel} applies the passes in their order, those of
 * {@link org.liegg.engine.tensorflow.controlflow} among them. It also uses {@link
 * org.liegg.engine.tensorflow.target} and what lies below that. Gradients are not built here.
 */
@NullMarked
package org.liegg.engine.tensorflow.lower;

import org.jspecify.annotations.NullMarked;
