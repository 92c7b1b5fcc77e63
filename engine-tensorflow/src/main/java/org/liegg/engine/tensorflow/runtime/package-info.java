/**
 * Everything that native code is given: the lists of operations that may be run, the gate that
 * every graph passes before TensorFlow sees it, graphs and sessions of TensorFlow, and what these
 * tell without samples, that is shapes and constants. Whether TensorFlow is there at all is
 * answered here too. It uses {@link org.liegg.engine.tensorflow.graph}; why a graph is run does not
 * matter to it.
 */
@NullMarked
package org.liegg.engine.tensorflow.runtime;

import org.jspecify.annotations.NullMarked;
