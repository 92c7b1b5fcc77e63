/**
 * The engine for TensorFlow: opens saved models, frozen graphs and live sessions, rewrites their
 * graph and lets TensorFlow differentiate what comes out.
 *
 * <p>The way of a model: {@link org.liegg.engine.tensorflow.SavedModelFile} or {@link
 * org.liegg.engine.tensorflow.LiveModels} reads it, {@link org.liegg.engine.tensorflow.OpAllowList}
 * refuses what may not be run, {@link org.liegg.engine.tensorflow.OutputChoice} and {@link
 * org.liegg.engine.tensorflow.SampleShapes} decide what is differentiated by what, {@link
 * org.liegg.engine.tensorflow.LoweredModel} applies the passes ({@link
 * org.liegg.engine.tensorflow.GraphPass}), {@link org.liegg.engine.tensorflow.Differentiation}
 * makes the kernel that runs it, {@link org.liegg.engine.tensorflow.TensorFlowModel} checks it.
 * {@link org.liegg.engine.tensorflow.TensorFlowGradients} and {@link
 * org.liegg.engine.tensorflow.TensorFlowGradientProvider} are the way in.
 *
 * <p>Nothing of a file's graph is run but the part that is differentiated, and that only after it
 * was found to do nothing but compute: variables are read from the checkpoint in Java, and saving,
 * restoring and initialising are looked at, never run. What is done with the Jacobians lives
 * elsewhere.
 */
@NullMarked
package org.liegg.engine.tensorflow;

import org.jspecify.annotations.NullMarked;
