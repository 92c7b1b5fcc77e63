/**
 * TensorFlow graphs as values: their nodes, tensors, attributes and functions, how they are edited,
 * ordered, pruned and inlined, and the exceptions that say what is wrong with a model. Nothing here
 * makes a native graph or runs one, and nothing here knows another package of this module.
 */
@NullMarked
package org.liegg.engine.tensorflow.graph;

import org.jspecify.annotations.NullMarked;
