package org.liegg.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.liegg.tck.Close.assertClose;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.ModelException;
import org.liegg.api.ModelInfo;
import org.liegg.api.ModelLayout;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelPort;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.ModelGradientProvider;
import org.liegg.api.spi.support.Models;

/**
 * That what an engine lists of a model can be asked for: {@link ModelGradientProvider#layout} and
 * {@link Models#open} speak of the same inputs and outputs.
 */
public abstract class ModelLayoutContract {
  private static final String UNKNOWN = "no-such-thing";

  /** The engine. */
  protected abstract ModelGradientProvider provider();

  /** Always the same model; several hidden layers, or several inputs, show most. */
  protected abstract ModelSource source();

  /** How the model is opened; shapes belong here where the model does not say them. */
  protected ModelOptions options() {
    return new ModelOptions(Precision.DOUBLE).withSelfCheck(false);
  }

  @Test
  void namesAreGivenOnce() {
    for (List<ModelPort> ports : List.of(layout().inputs(), layout().outputs())) {
      assertThat(ports).isNotEmpty();
      assertThat(ports).extracting(ModelPort::name).doesNotHaveDuplicates();
      for (ModelPort port : ports) {
        assertThat(List.of(port.name(), port.kind())).noneMatch(String::isBlank);
        assertThat(port.shape()).allMatch(size -> size > 0);
      }
    }
  }

  @Test
  void isAlwaysTheSame() {
    assertThat(layout()).isEqualTo(layout());
  }

  @Test
  void everyOutputCanBeOpenedByItsName() {
    for (ModelPort port : layout().outputs()) {
      try (ModelGradient model = open(options().withOutput(port.name()))) {
        requireSize(port, model.info().outputSize());
        assertThat(outputs(model).columns()).isEqualTo(model.info().outputSize());
      }
    }
  }

  @Test
  void everyOutputCanBeOpenedByItsNumber() {
    List<ModelPort> ports = layout().outputs();
    for (int i = 0; i < ports.size(); i++) {
      try (ModelGradient named = open(options().withOutput(ports.get(i).name()));
          ModelGradient numbered = open(options().withOutput(String.valueOf(i)))) {
        assertThat(numbered.info().output()).isEqualTo(named.info().output());
        assertClose(outputs(numbered).values(), outputs(named).values(), 1e-12);
      }
    }
  }

  @Test
  void everyInputCanBeTheOneThatVaries() {
    List<ModelPort> ports = layout().inputs();
    int from = 0;
    for (ModelPort port : ports) {
      try (ModelGradient model = open(options().withInput(port.name()))) {
        ModelInfo info = model.info();
        requireSize(port, info.inputSize());
        assertThat(info.inputFrom()).as("where %s begins", port.name()).isEqualTo(from);
        from += info.inputSize();
        if (ports.size() > 1) {
          assertThat(info.input()).isEqualTo(port.name());
        }
      }
    }
    try (ModelGradient all = open(options())) {
      assertThat(all.info().inputFrom()).isZero();
      assertThat(all.info().inputSize()).isEqualTo(from);
      assertThat(all.info().sampleSize()).isEqualTo(from);
    }
  }

  @Test
  void anUnknownOutputIsRefusedWithAListOfThoseThereAre() {
    List<String> names = layout().outputs().stream().map(ModelPort::name).toList();
    for (String unknown : List.of(UNKNOWN, String.valueOf(names.size()), "-1")) {
      assertThatExceptionOfType(ModelException.class)
          .as("output %s", unknown)
          .isThrownBy(() -> open(options().withOutput(unknown)).close())
          .withMessageContaining(unknown)
          .withMessageContainingAll(names.toArray(String[]::new));
    }
  }

  @Test
  void anUnknownInputIsRefusedWithAListOfThoseThereAre() {
    List<String> names = layout().inputs().stream().map(ModelPort::name).toList();
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> open(options().withInput(UNKNOWN)).close())
        .withMessageContaining(UNKNOWN)
        .withMessageContainingAll(names.toArray(String[]::new));
  }

  @Test
  void aMissingFileHasNoLayout() {
    Path missing = Path.of("no-such-directory", "no-such-model");
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> provider().layout(ModelSource.of(missing), options()))
        .withMessageContaining("no-such-model");
  }

  private static void requireSize(ModelPort port, int size) {
    if (!port.shape().isEmpty()) {
      assertThat(size)
          .as("values of %s of shape %s", port.name(), port.shapeText())
          .isEqualTo(port.shape().stream().mapToInt(Integer::intValue).reduce(1, (a, b) -> a * b));
    }
  }

  private ModelLayout layout() {
    return provider().layout(source(), options());
  }

  private ModelGradient open(ModelOptions options) {
    return Models.open(provider(), source(), options);
  }

  private static Batch outputs(ModelGradient model) {
    int size = model.info().sampleSize();
    double[] values = new Random(GradientSubject.SEED).doubles(3L * size, 0, 1).toArray();
    return model.outputs(new Batch(3, size, values));
  }
}
