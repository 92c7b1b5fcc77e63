package org.liegg.engine.pytorch.run;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.liegg.api.Precision;

/**
 * A model in PyTorch's memory, in evaluation mode, its weights frozen. Several threads may run it,
 * each with tensors of its own; it is released when the last that uses it closes it.
 */
public final class LoadedModel implements AutoCloseable {
  /** What PyTorch says of a tensor that depends on no input. */
  private static final String CONSTANT = "does not require grad and does not have a grad_fn";

  private final PtNDManager manager;
  private final PtSymbolBlock block;
  private final Precision precision;
  private final AtomicInteger users = new AtomicInteger(1);

  private LoadedModel(PtNDManager manager, PtSymbolBlock block, Precision precision) {
    this.manager = manager;
    this.block = block;
    this.precision = precision;
  }

  /**
   * Loads a model.
   *
   * @param archive the bytes of a TorchScript archive, which were checked
   * @param precision that it computes in
   * @throws RuntimeFailure if PyTorch does not take it
   */
  public static LoadedModel of(byte[] archive, Precision precision) {
    PtNDManager manager = PytorchRuntime.manager();
    try {
      PtSymbolBlock block =
          guarded(
              () -> {
                try {
                  return JniUtils.loadModule(
                      manager, new ByteArrayInputStream(archive), true, false);
                } catch (IOException e) {
                  throw new UncheckedIOException("Nothing is read but memory", e);
                }
              });
      JniUtils.enableInferenceMode(block);
      // Derivatives by weights would be added up there, by all threads at once.
      JniUtils.moduleGetParams(block, manager).forEach(p -> p.setRequiresGradient(false));
      return new LoadedModel(manager, block, precision);
    } catch (RuntimeException | Error e) {
      manager.close();
      throw e;
    }
  }

  /** The arithmetic that it computes in. */
  public Precision precision() {
    return precision;
  }

  /** The same for one user more. */
  LoadedModel shared() {
    users.incrementAndGet();
    return this;
  }

  /** Tensors of one run, which are released with it. */
  PtNDManager tensors() {
    return (PtNDManager) manager.newSubManager();
  }

  /**
   * Runs the model.
   *
   * @param inputs in the order of its method
   * @param differentiable whether derivatives by the inputs will be asked for
   * @return all tensors that come out, those of a dictionary by name
   * @throws RuntimeFailure if it fails
   */
  NDList run(NDList inputs, boolean differentiable) {
    return guarded(
        () -> {
          JniUtils.setGraphExecutorOptimize(false);
          JniUtils.setGradMode(differentiable);
          NDList found = IValueUtils.forward(block, inputs, differentiable);
          boolean named = found.stream().allMatch(value -> value.getName() != null);
          if (named) {
            found.sort(Comparator.comparing(NDArray::getName));
          }
          return found;
        });
  }

  /**
   * Follows one output back to the inputs, whose derivatives are added to what they have.
   *
   * @param seeds cotangents, of the shape of the output
   * @return whether a way leads back; what no input reaches is constant
   * @throws RuntimeFailure if an operation has no derivative
   */
  boolean back(NDArray output, NDArray seeds) {
    return guarded(
        () -> {
          JniUtils.setGradMode(true);
          try {
            JniUtils.backward((PtNDArray) output, (PtNDArray) seeds, false, false);
            return true;
          } catch (EngineException e) {
            // Asking whether it has one would be a crash where it has none.
            if (String.valueOf(e.getMessage()).contains(CONSTANT)) {
              return false;
            }
            throw e;
          }
        });
  }

  /** A tensor of these numbers in the arithmetic of the model. */
  NDArray tensor(PtNDManager owner, double[] values, List<Long> shape) {
    boolean wide = precision == Precision.DOUBLE;
    ByteBuffer bytes =
        ByteBuffer.allocateDirect(
                Math.multiplyExact(values.length, wide ? Double.BYTES : Float.BYTES))
            .order(ByteOrder.nativeOrder());
    for (double value : values) {
      if (wide) {
        bytes.putDouble(value);
      } else {
        bytes.putFloat((float) value);
      }
    }
    return owner.create(
        bytes.flip(),
        new Shape(shape.stream().mapToLong(Long::longValue).toArray()),
        wide ? DataType.FLOAT64 : DataType.FLOAT32);
  }

  /** The numbers of a tensor. */
  static double[] values(NDArray tensor) {
    ByteBuffer bytes = tensor.toByteBuffer().order(ByteOrder.nativeOrder());
    double[] values = new double[Math.toIntExact(tensor.size())];
    boolean wide = tensor.getDataType() == DataType.FLOAT64;
    for (int i = 0; i < values.length; i++) {
      values[i] = wide ? bytes.getDouble(8 * i) : bytes.getFloat(4 * i);
    }
    return values;
  }

  private static <T> T guarded(Supplier<T> action) {
    try {
      return action.get();
    } catch (EngineException | UnsupportedOperationException | IllegalArgumentException e) {
      throw new RuntimeFailure(e);
    }
  }

  @Override
  public void close() {
    if (users.decrementAndGet() == 0) {
      block.close();
      manager.close();
    }
  }
}
