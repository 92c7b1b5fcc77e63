/** Writes models in ONNX whose graph is surrounded by the moves of a group. */
@NullMarked
package org.liegg.engine.onnx.write;

import org.jspecify.annotations.NullMarked;
