/**
 * ONNX Runtime: graphs that were written here become its sessions, and samples its tensors. No byte
 * of a model's file reaches it but through a graph.
 */
@NullMarked
package org.liegg.engine.onnx.run;

import org.jspecify.annotations.NullMarked;
