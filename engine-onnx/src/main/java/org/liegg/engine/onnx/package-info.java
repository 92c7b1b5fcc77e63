/**
 * The engine for ONNX: opens {@code .onnx} files, differentiates them by reverse mode written as an
 * ONNX graph, and has ONNX Runtime compute it.
 *
 * <p>A model passes through these steps: {@link org.liegg.engine.onnx.SourceModel} reads and
 * indexes it, {@link org.liegg.engine.onnx.SampleShapes} and {@link
 * org.liegg.engine.onnx.OutputChoice} decide what is differentiated by what, {@link
 * org.liegg.engine.onnx.Programs} has it translated for a fixed number of samples, operator by
 * operator, into operations that have derivatives and exist in double precision, {@link
 * org.liegg.engine.onnx.run.ProgramKernel} adds the derivatives and runs both, {@link
 * org.liegg.engine.onnx.Verification} checks it. {@link org.liegg.engine.onnx.OnnxGradientProvider}
 * is the way in.
 *
 * <p>No part of a file is given to the runtime: it sees graphs that were written here, in which all
 * shapes are known and were checked. What is done with the Jacobians lives elsewhere.
 */
@NullMarked
package org.liegg.engine.onnx;

import org.jspecify.annotations.NullMarked;
