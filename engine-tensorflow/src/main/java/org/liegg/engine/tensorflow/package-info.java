/**
 * The engine for TensorFlow: opens saved models, frozen graphs and live sessions, rewrites their
 * graph and lets TensorFlow differentiate what comes out. {@link
 * org.liegg.engine.tensorflow.TensorFlowGradients} and {@link
 * org.liegg.engine.tensorflow.TensorFlowGradientProvider} are the way in, and the only types for
 * other modules: every package below this one belongs to this module alone.
 *
 * <p>A model passes through these steps, which {@link org.liegg.engine.tensorflow.ModelOpening}
 * takes. {@link org.liegg.engine.tensorflow.read} reads graph and variables, {@link
 * org.liegg.engine.tensorflow.target} decides what is differentiated by what, {@link
 * org.liegg.engine.tensorflow.lower} applies the passes, those of {@link
 * org.liegg.engine.tensorflow.controlflow} included, {@link
 * org.liegg.engine.tensorflow.differentiate} makes the kernel that computes Jacobians, and {@link
 * org.liegg.engine.tensorflow.TensorFlowModel} checks it. All of them stand on {@link
 * org.liegg.engine.tensorflow.runtime}, which refuses what may not be run, and on {@link
 * org.liegg.engine.tensorflow.graph}.
 *
 * <p>Nothing of a file's graph is run but the part that is differentiated, and that only after it
 * was found to do nothing but compute: variables are read from the checkpoint in Java, and saving,
 * restoring and initialising are looked at, never run. What is done with the Jacobians lives
 * elsewhere.
 */
@NullMarked
package org.liegg.engine.tensorflow;

import org.jspecify.annotations.NullMarked;
