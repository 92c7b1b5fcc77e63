/**
 * The operations that everything else is made of, each with its derivative: what {@link
 * org.liegg.engine.onnx.ops.Differentiation} differentiates.
 *
 * <p>An operation adds a node to the graph of its operands, knows the shape of what it makes, and
 * says by which nodes cotangents go back. All of them exist in double precision in ONNX Runtime.
 * Which operators of ONNX they make up is said elsewhere.
 */
@NullMarked
package org.liegg.engine.onnx.ops;

import org.jspecify.annotations.NullMarked;
