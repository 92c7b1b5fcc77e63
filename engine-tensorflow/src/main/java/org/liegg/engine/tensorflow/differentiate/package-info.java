/**
 * Computes outputs and Jacobians of a lowered model: by gradients that TensorFlow builds, or by
 * central differences where an operation has none. It uses {@link
 * org.liegg.engine.tensorflow.lower} and what lies below that. Whether the Jacobians are right is
 * checked elsewhere.
 */
@NullMarked
package org.liegg.engine.tensorflow.differentiate;

import org.jspecify.annotations.NullMarked;
