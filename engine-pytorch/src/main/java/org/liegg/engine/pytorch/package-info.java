/**
 * The engine for PyTorch: opens TorchScript archives and has PyTorch's library, reached through
 * DJL, evaluate and differentiate them.
 *
 * <p>A model passes through these steps: {@link org.liegg.engine.pytorch.SourceModel} has it read
 * and checked in Java, {@link org.liegg.engine.pytorch.SampleShapes} finds out what a sample is,
 * {@link org.liegg.engine.pytorch.OutputChoice} which tensor is taken, {@link
 * org.liegg.engine.pytorch.run.Kernel} computes. {@link
 * org.liegg.engine.pytorch.PytorchGradientProvider} is the way in.
 *
 * <p>The runtime never sees the file, but an archive that was written here of what was checked, in
 * the precision that is asked for.
 */
@NullMarked
package org.liegg.engine.pytorch;

import org.jspecify.annotations.NullMarked;
