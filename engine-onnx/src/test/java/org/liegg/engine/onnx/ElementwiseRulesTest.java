package org.liegg.engine.onnx;

import static org.liegg.engine.onnx.RuleCheck.positive;
import static org.liegg.engine.onnx.RuleCheck.rule;
import static org.liegg.engine.onnx.RuleCheck.shape;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ElementwiseRulesTest {
  private static final long[] SAMPLE = shape(5);

  @TestFactory
  Stream<DynamicTest> functions() {
    return Stream.of(
            "Neg",
            "Abs",
            "Exp",
            "Sin",
            "Cos",
            "Tan",
            "Atan",
            "Sinh",
            "Cosh",
            "Asinh",
            "Erf",
            "Relu",
            "Sigmoid",
            "Tanh",
            "Softplus",
            "Softsign",
            "LeakyRelu",
            "Elu",
            "Selu",
            "HardSigmoid",
            "HardSwish",
            "Celu",
            "ThresholdedRelu",
            "Identity")
        .map(op -> rule(op, 14, SAMPLE, model -> model.op(op, "x")));
  }

  @TestFactory
  Stream<DynamicTest> functionsOfPositiveNumbers() {
    return Stream.of("Sqrt", "Log", "Reciprocal", "Asin", "Acos", "Atanh")
        .map(op -> positive(op, 13, SAMPLE, model -> model.op(op, "x")));
  }

  @TestFactory
  Stream<DynamicTest> functionsWithoutADerivativeBesideOneThatHas() {
    return Stream.of("Floor", "Ceil", "Round", "Sign")
        .map(op -> rule(op, 13, SAMPLE, m -> m.op("Add", m.op(op, "x"), m.op("Sin", "x"))));
  }

  @TestFactory
  List<DynamicTest> settings() {
    return List.of(
        activation("LeakyRelu", 16, Map.of("alpha", 0.3)),
        activation("Elu", 7, Map.of("alpha", 0.7)),
        activation("Selu", 7, Map.of("alpha", 1.5, "gamma", 0.8)),
        activation("Celu", 12, Map.of("alpha", 0.6)),
        activation("HardSigmoid", 7, Map.of("alpha", 0.25, "beta", 0.4)),
        activation("ThresholdedRelu", 10, Map.of("alpha", 0.2)),
        activation("Shrink", 9, Map.of("lambd", 0.4, "bias", 0.1)),
        activation("Gelu", 20, Map.of()),
        activation("Gelu", 20, Map.of("approximate", "tanh")),
        activation("com.microsoft:Gelu", 17, Map.of()),
        activation("com.microsoft:QuickGelu", 17, Map.of("alpha", 1.5)),
        activation("Mish", 18, Map.of()),
        activation("Clip", 7, Map.of("min", -0.5, "max", 0.6)),
        rule("Clip", 13, SAMPLE, m -> m.op("Clip", "x", m.real(-0.5), m.real(0.6))),
        rule("Clip above", 11, SAMPLE, m -> m.op("Clip", "x", "", m.real(0.3))),
        rule("PRelu", 9, shape(2, 3), m -> m.op("PRelu", "x", m.weights(2, 1))),
        positive("Acosh", 9, SAMPLE, m -> m.op("Acosh", m.op("Exp", "x"))));
  }

  private static DynamicTest activation(String op, int opset, Map<String, Object> attributes) {
    return rule(op + attributes, opset, SAMPLE, model -> model.op(op, attributes, "x"));
  }

  @TestFactory
  Stream<DynamicTest> pairs() {
    return Stream.of("Add", "Sub", "Mul", "Div")
        .flatMap(
            op ->
                Stream.of(
                    rule(op, 7, SAMPLE, m -> m.op(op, m.op("Sin", "x"), m.op("Exp", "x"))),
                    rule(op + " to more", 14, shape(1, 5), m -> m.op(op, "x", more(m))),
                    rule(
                        op + " from more",
                        14,
                        shape(3, 1),
                        m -> m.op(op, m.op("Sin", more(m)), m.op("Cosh", "x")))));
  }

  private static String more(TestModel model) {
    return model.op("Exp", model.weights(3, 5));
  }

  @TestFactory
  List<DynamicTest> powers() {
    return List.of(
        power("Pow", 2),
        power("Pow", 3),
        power("Pow", -1.5),
        power("Pow", 0.5),
        power("Pow", 1),
        positive("Pow by both", 13, SAMPLE, m -> m.op("Pow", "x", m.op("Sin", "x"))),
        positive("Pow of whole exponents", 12, SAMPLE, m -> m.op("Pow", "x", m.integers(4))));
  }

  private static DynamicTest power(String op, double exponent) {
    return positive(op + " " + exponent, 7, SAMPLE, m -> m.op(op, "x", m.real(exponent)));
  }

  @TestFactory
  Stream<DynamicTest> several() {
    Function<TestModel, String[]> three =
        m -> new String[] {"x", m.op("Sin", "x"), m.weights(1, 5)};
    return Stream.of("Max", "Min", "Mean", "Sum")
        .map(op -> rule(op, 8, SAMPLE, m -> m.op(op, three.apply(m))));
  }

  @TestFactory
  List<DynamicTest> choices() {
    return List.of(
        rule(
            "Where",
            9,
            SAMPLE,
            m -> m.op("Where", m.op("Less", "x", m.real(0.1)), m.op("Exp", "x"), m.real(2))),
        rule(
            "Where of And, Not, Or",
            16,
            SAMPLE,
            m -> {
              String low = m.op("LessOrEqual", "x", m.real(-0.5));
              String high = m.op("GreaterOrEqual", "x", m.real(0.5));
              String inside = m.op("And", m.op("Not", low), m.op("Not", high));
              return m.op("Where", m.op("Or", inside, low), m.op("Sin", "x"), "x");
            }),
        rule("Mod", 10, SAMPLE, m -> m.op("Mod", Map.of("fmod", 1), "x", m.real(0.7))),
        rule(
            "Softmax over all axes behind",
            11,
            shape(2, 3),
            m -> m.op("Softmax", Map.of("axis", 1), "x")),
        rule("Softmax", 13, shape(2, 3), m -> m.op("Softmax", Map.of("axis", 1), "x")),
        rule("LogSoftmax", 11, shape(2, 3), m -> m.op("LogSoftmax", Map.of("axis", 1), "x")),
        rule("LogSoftmax", 13, shape(2, 3), m -> m.op("LogSoftmax", "x")));
  }
}
