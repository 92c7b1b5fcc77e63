/**
 * Graphs under construction: tensors of known shapes and the nodes that make them, and how they are
 * written as ONNX. What the nodes mean, and their derivatives, is said elsewhere.
 */
@NullMarked
package org.liegg.engine.onnx.graph;

import org.jspecify.annotations.NullMarked;
