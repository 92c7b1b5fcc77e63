package org.liegg.junit;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.liegg.app.Extraction;
import org.liegg.app.Liegg;

/**
 * Gives tests their models:
 *
 * <pre>{@code
 * @ExtendWith(LieggExtension.class)
 * class NetTest {
 *   @Test
 *   void keepsRotations(@TestedModel(value = "net.zip", data = "x.npy") ModelAssert net) {
 *     net.isInvariantTo("SO(3)^4").within(0.01);
 *   }
 * }
 * }</pre>
 *
 * <p>A parameter annotated by {@link TestedModel} is a {@link ModelAssert} or an {@link
 * Extraction}. One of type {@link Liegg} needs no annotation; all tests of a run share it.
 */
public final class LieggExtension implements ParameterResolver {
  private static final Namespace SPACE = Namespace.create(LieggExtension.class);

  /** For JUnit. */
  public LieggExtension() {}

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Liegg.class || parameter.isAnnotated(TestedModel.class);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    Liegg liegg = shared(context);
    if (type == Liegg.class) {
      return liegg;
    }
    Extraction model =
        parameter
            .findAnnotation(TestedModel.class)
            .map(tested -> model(liegg, tested))
            .orElseThrow();
    if (type == Extraction.class) {
      return model;
    }
    if (type == ModelAssert.class) {
      return LieggAssertions.assertThat(model);
    }
    throw new ParameterResolutionException(
        "@TestedModel stands for a ModelAssert or an Extraction, not for a " + type.getName());
  }

  private static Liegg shared(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(SPACE)
        .getOrComputeIfAbsent(Liegg.class, key -> Liegg.create(), Liegg.class);
  }

  private static Extraction model(Liegg liegg, TestedModel tested) {
    Extraction model = liegg.model(tested.value());
    model = tested.data().isEmpty() ? model : model.data(tested.data());
    model = tested.engine().isEmpty() ? model : model.engine(tested.engine());
    return tested.output().isEmpty() ? model : model.output(tested.output());
  }
}
