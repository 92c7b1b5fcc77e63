package org.liegg.engine.formula;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.Head;
import org.liegg.api.Matrix;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.ModelGradientProvider;
import org.liegg.api.spi.support.Models;
import org.liegg.tck.HeadContract;
import org.liegg.tck.KnownFunctionsContract;
import org.liegg.tck.ModelGradientContract;
import org.liegg.tck.ModelLayoutContract;

/** The contracts that every engine keeps, on formulas. */
class FormulaContractTest {
  @TempDir private Path folder;

  private ModelGradient open(ModelOptions options, String text) {
    return Models.open(new FormulaEngine(), FormulaFiles.write(folder, text), options);
  }

  @Nested
  class Gradients extends ModelGradientContract {
    @Override
    protected ModelGradient open(Precision precision) {
      return FormulaContractTest.this.open(new ModelOptions(precision), FormulaFiles.TWO);
    }
  }

  @Nested
  class Heads extends HeadContract {
    @Override
    protected ModelGradient open(Head head, Precision precision) {
      return FormulaContractTest.this.open(
          new ModelOptions(precision).withHead(head), FormulaFiles.TWO);
    }
  }

  @Nested
  class Layout extends ModelLayoutContract {
    @Override
    protected ModelGradientProvider provider() {
      return new FormulaEngine();
    }

    @Override
    protected ModelSource source() {
      return FormulaFiles.write(folder, FormulaFiles.TWO);
    }
  }

  @Nested
  class Known extends KnownFunctionsContract {
    @Override
    protected Optional<ModelGradient> cube(int size, Precision precision) {
      String cubes =
          IntStream.range(0, size)
              .mapToObj(i -> "y%d = x%d^3%n".formatted(i, i))
              .collect(Collectors.joining());
      return Optional.of(opened(precision, inputs(size) + cubes));
    }

    @Override
    protected Optional<ModelGradient> quadratic(Matrix q, Precision precision) {
      String terms =
          IntStream.range(0, q.rows() * q.columns())
              .mapToObj(
                  e -> "(%s)*x%d*x%d".formatted(q.values()[e], e / q.columns(), e % q.columns()))
              .collect(Collectors.joining(" + "));
      return Optional.of(opened(precision, inputs(q.rows()) + "f = " + terms));
    }

    @Override
    protected Optional<ModelGradient> softmax(Matrix w, Precision precision) {
      StringBuilder text = new StringBuilder(inputs(w.columns()));
      for (int o = 0; o < w.rows(); o++) {
        text.append("let e%d = exp(".formatted(o));
        for (int i = 0; i < w.columns(); i++) {
          text.append(
              String.format(
                  Locale.ROOT,
                  "%s(%s)*x%d",
                  i == 0 ? "" : "+",
                  w.values()[o * w.columns() + i],
                  i));
        }
        text.append(")\n");
      }
      String sum =
          IntStream.range(0, w.rows()).mapToObj(o -> "e" + o).collect(Collectors.joining("+"));
      for (int o = 0; o < w.rows(); o++) {
        text.append("p%d = e%d/(%s)%n".formatted(o, o, sum));
      }
      return Optional.of(opened(precision, text.toString()));
    }

    private String inputs(int size) {
      return IntStream.range(0, size)
          .mapToObj(i -> "x" + i)
          .collect(Collectors.joining(", ", "inputs ", "\n"));
    }

    private ModelGradient opened(Precision precision, String text) {
      return FormulaContractTest.this.open(new ModelOptions(precision), text);
    }
  }
}
