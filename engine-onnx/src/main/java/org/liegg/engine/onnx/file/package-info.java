/**
 * Model files, read without running anything: the messages, the tensors in and beside them, and the
 * order of the nodes. Whatever a file may contradict itself in is found here or in the translation,
 * before native code sees any of it.
 */
@NullMarked
package org.liegg.engine.onnx.file;

import org.jspecify.annotations.NullMarked;
