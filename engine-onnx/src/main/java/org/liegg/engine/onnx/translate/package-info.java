/**
 * From the nodes of a file to those of a graph that can be differentiated, operator by operator, at
 * a fixed number of samples. The operators themselves are given to it.
 */
@NullMarked
package org.liegg.engine.onnx.translate;

import org.jspecify.annotations.NullMarked;
