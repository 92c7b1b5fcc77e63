/**
 * The operators of ONNX, each in the versions of opsets 7 to 24, as far as they have derivatives.
 * {@link org.liegg.engine.onnx.operators.Operators} has all of them.
 */
@NullMarked
package org.liegg.engine.onnx.operators;

import org.jspecify.annotations.NullMarked;
