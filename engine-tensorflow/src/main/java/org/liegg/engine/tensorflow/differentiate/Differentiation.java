package org.liegg.engine.tensorflow.differentiate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.liegg.api.ModelException;
import org.liegg.api.Warning;
import org.liegg.api.WarningCode;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.graph.OpCatalog;
import org.liegg.engine.tensorflow.graph.Topology;
import org.liegg.engine.tensorflow.lower.LoweredModel;
import org.liegg.engine.tensorflow.lower.ToFloating;
import org.liegg.engine.tensorflow.target.ModelInput;
import org.liegg.engine.tensorflow.target.SamplePlan;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.exceptions.TFUnimplementedException;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.internal.c_api.global.tensorflow;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;

/**
 * Makes the kernel of a model: gradients where TensorFlow has them, differences where an operation
 * has none, and says which.
 */
public final class Differentiation {
  private final LoweredModel model;
  private final ModelFaults faults;
  private final List<Warning> warnings = new ArrayList<>();
  private boolean byDifferences;

  public Differentiation(LoweredModel model, ModelFaults faults) {
    this.model = model;
    this.faults = faults;
  }

  /** What a reader has to know of the last kernel. */
  public List<Warning> warnings() {
    return warnings;
  }

  /**
   * A kernel.
   *
   * @throws ModelException if the model can be neither differentiated nor evaluated
   */
  public JacobianKernel kernel(DataType type) {
    if (byDifferences) {
      return Kernels.differences(model, faults);
    }
    try {
      JacobianKernel exact = Kernels.exact(model, type, faults);
      try {
        tryOut(exact, true);
        return exact;
      } catch (RuntimeException e) {
        exact.close();
        throw e;
      }
    } catch (TensorFlowException | TFInvalidArgumentException | TFUnimplementedException e) {
      return differences(e);
    }
  }

  private JacobianKernel differences(RuntimeException refusal) {
    Set<String> single =
        new ToFloating(DataType.DT_DOUBLE, OpCatalog.registered(), faults).singleOps(model.graph());
    if (!single.isEmpty()) {
      throw faults.unsupported(
          "it has no gradient (%s), and %s exist in single precision only, where differences mean nothing"
              .formatted(ModelFaults.firstLine(refusal), ModelFaults.listed(single)),
          "take an output before them");
    }
    JacobianKernel kernel = Kernels.differences(model, faults);
    try {
      tryOut(kernel, false);
    } catch (TensorFlowException | TFInvalidArgumentException | TFUnimplementedException e) {
      kernel.close();
      throw faults.fails(e);
    } catch (RuntimeException e) {
      kernel.close();
      throw e;
    }
    byDifferences = true;
    Set<String> lacking = withoutGradient();
    warnings.add(
        new Warning(
            WarningCode.FINITE_DIFFERENCES,
            String.format(
                Locale.ROOT,
                "TensorFlow has no gradient of this model (%s). Its Jacobians are central"
                    + " differences of its outputs in double precision, in steps of %.1e, good to"
                    + " about 1e-9 of the largest derivative where the model is smooth, and %d runs"
                    + " a sample.",
                lacking.isEmpty() ? ModelFaults.firstLine(refusal) : ModelFaults.listed(lacking),
                FiniteDifferences.STEP,
                2 * model.plan().inputSize())));
    return kernel;
  }

  /** Some gradients are built without complaint, and fail when they are run. */
  private void tryOut(JacobianKernel kernel, boolean gradients) {
    SamplePlan plan = model.plan();
    double[] x = new Random(2).doubles(plan.sampleSize(), 0.1, 0.9).toArray();
    double[] y = new double[model.outputs()];
    if (gradients) {
      kernel.jacobians(x, 1, y, new double[model.outputs() * plan.inputSize()]);
    } else {
      kernel.outputs(x, 1, y);
    }
  }

  /** The operations between what varies and the output that have no gradient. */
  private Set<String> withoutGradient() {
    List<NodeDef> ordered = Topology.order(model.graph());
    Set<String> inputs = new TreeSet<>();
    model.plan().inputs().stream().filter(ModelInput::varies).forEach(i -> inputs.add(i.node()));
    Set<String> varying = Topology.downstream(ordered, inputs);
    Set<String> lacking = new TreeSet<>();
    for (NodeDef node : ordered) {
      if (varying.contains(node.getName())
          && !inputs.contains(node.getName())
          && !tensorflow.TFJ_HasGradient(node.getOp())) {
        lacking.add(node.getOp());
      }
    }
    return lacking;
  }
}
