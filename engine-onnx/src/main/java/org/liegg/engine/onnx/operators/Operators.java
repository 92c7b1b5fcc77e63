package org.liegg.engine.onnx.operators;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.liegg.engine.onnx.graph.Tensor;
import org.liegg.engine.onnx.translate.Call;
import org.liegg.engine.onnx.translate.Operator;

/** All operators, by name. */
public final class Operators {
  private static final Map<String, Operator> ALL = collected();

  private final Map<String, Operator> known = new HashMap<>();

  private Operators() {}

  /** All operators; those of other domains than the standard one as {@code domain:Name}. */
  public static Map<String, Operator> all() {
    return ALL;
  }

  private static Map<String, Operator> collected() {
    Operators all = new Operators();
    ArithmeticOperators.addTo(all);
    ActivationOperators.addTo(all);
    ComparisonOperators.addTo(all);
    ReductionOperators.addTo(all);
    MatrixOperators.addTo(all);
    LayoutOperators.addTo(all);
    IndexingOperators.addTo(all);
    ConstantOperators.addTo(all);
    ConvolutionOperators.addTo(all);
    PoolingOperators.addTo(all);
    NormalizationOperators.addTo(all);
    ResizeOperators.addTo(all);
    RecurrentOperators.addTo(all);
    ControlOperators.addTo(all);
    LearningOperators.addTo(all);
    RefusedOperators.addTo(all);
    return Map.copyOf(all.known);
  }

  /** Adds an operator of any number of results. */
  void add(String name, Operator operator) {
    known.put(name, operator);
  }

  /** Adds an operator of one result. */
  void one(String name, Function<Call, Tensor> operator) {
    add(name, call -> List.of(operator.apply(call)));
  }

  /** Adds a function of one floating-point tensor. */
  void function(String name, Function<Tensor, Tensor> function) {
    one(name, call -> function.apply(call.real(0)));
  }
}
