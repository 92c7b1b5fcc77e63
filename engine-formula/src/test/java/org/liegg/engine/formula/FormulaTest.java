package org.liegg.engine.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.ModelException;

class FormulaTest {

  private static double[] values(String text, double... x) {
    Formula formula = Formula.parse(text, "a formula");
    double[] values = new double[formula.outputs().size()];
    formula.function().at(x, values, new double[values.length * x.length]);
    return values;
  }

  @ParameterizedTest
  @CsvSource({
    "1 + 2*3, 7",
    "-x^2, -9",
    "2^3^2, 512",
    "2^-1, 0.5",
    "8/2/2, 2",
    "7 - 2 - 1, 4",
    "--x, 3",
    "1.5e1 + 2E-1, 15.2",
    "(x + 1)*(x - 1), 8",
    "cos(pi), -1",
    "log(e), 1",
    "sqrt(x*x) + abs(-x), 6",
    "x^0, 1",
    ".5*x, 1.5"
  })
  void expressionsMeanWhatTheyDoOnPaper(String expression, double expected) {
    assertThat(values("inputs x\nf = " + expression, 3)[0]).isCloseTo(expected, within(1e-14));
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void derivativesAreThoseOfTheValues(Operation operation) {
    double h = 1e-6;
    for (double[] at : new double[][] {{0.3, 0.7}, {0.9, 2}, {0.05, 1.3}}) {
      double first = (operation.of(at[0] + h, at[1]) - operation.of(at[0] - h, at[1])) / (2 * h);
      double second = (operation.of(at[0], at[1] + h) - operation.of(at[0], at[1] - h)) / (2 * h);
      assertThat(operation.byFirst(at[0], at[1])).isCloseTo(first, within(1e-6));
      assertThat(operation.bySecond(at[0], at[1])).isCloseTo(second, within(1e-6));
    }
  }

  @Test
  void whatIsSharedIsSharedInTheDerivativeToo() {
    Formula formula =
        Formula.parse("inputs x, y\nlet s = x*y\nlet s2 = s*s\nf = s2 + s\ng = x*y - s", "f");
    double[] values = new double[2];
    double[] jacobian = new double[4];

    formula.function().at(new double[] {2, 3}, values, jacobian);

    assertThat(formula.inputs()).containsExactly("x", "y");
    assertThat(formula.outputs()).containsExactly("f", "g");
    assertThat(values).containsExactly(42, 0);
    assertThat(jacobian).containsExactly(39, 26, 0, 0);
  }

  @Test
  void aPowerOfWholeNumbersHasItsDerivativeAtZero() {
    double[] jacobian = new double[1];
    Formula.parse("inputs x\nf = x^2 + x^1 + 3*x^0", "f")
        .function()
        .at(new double[1], new double[1], jacobian);

    assertThat(jacobian).containsExactly(1);
  }

  @Test
  void constantsMayBeNamesOfOnesOwn() {
    assertThat(values("inputs e, x\nlet pi = 3\nf = e*pi + x", 2, 1)).containsExactly(7);
  }

  @Test
  void greekLettersAndPrimesAreNames() {
    assertThat(values("inputs θ, ω\nθ' = ω\nω' = sin(θ) - 1", 0, 2)).containsExactly(2, -1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "f = x | the inputs have not been named",
        "inputs x;f = x + | the end stands where a number, a name or '(' should, behind 'x +'",
        "inputs x;f = (x | the end stands where ')' should",
        "inputs x;f = x) | ')' stands where an operator should",
        "inputs x;f = x 2 | '2' stands where an operator should",
        "inputs x;f = y | there is no 'y'; there are e, pi, x",
        "inputs x;f = sine(x) | there is no function 'sine'; there are atan2, sin",
        "inputs x;f = sin | 'sin' is a function, write sin(…)",
        "inputs x;f = atan2(x) | ')' stands where ',' should",
        "inputs x, x;f = x | 'x' is there already",
        "inputs x, ;f = x | '' is no name",
        "inputs x;x = 2 | 'x' is there already",
        "inputs x;f = 1.2.3 | '1.2.3' is no number",
        "inputs x;f = 1e999 | '1e999' is no finite number",
        "inputs x;sin = x | 'sin' is no name",
        "inputs x;x | there is no '='",
        "inputs x;inputs y;f = x | the inputs have been named already",
        "inputs x;let a = 2 | it has no output"
      })
  void whatCannotBeReadIsSaidWithItsLine(String lines, String expected) {
    assertThatThrownBy(() -> Formula.parse(lines.replace(';', '\n'), "model 'a.formula'"))
        .isInstanceOfSatisfying(
            ModelException.class, e -> assertThat(e.code()).isEqualTo("LIEGG-MODEL-FORMULA"))
        .hasMessageContaining(expected)
        .hasMessageContaining("a.formula");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "-(", "2^", "sin(", "x*("})
  void nestingEndsBeforeTheStackDoes(String opening) {
    String deep = "inputs x\nf = " + opening.repeat(100_000) + "x";

    assertThatThrownBy(() -> Formula.parse(deep, "f")).isInstanceOf(ModelException.class);
  }

  @Test
  void randomTextIsAFormulaOrAFault() {
    Random random = new Random(7);
    String[] parts = {"x", "y", "(", ")", "+", "-", "*", "/", "^", "1", ".", "e", "sin(", ",", "="};
    int read = 0;
    for (int n = 0; n < 20_000; n++) {
      StringBuilder text = new StringBuilder("inputs x, y\nf = ");
      for (int i = random.nextInt(8); i >= 0; i--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      try {
        double[] jacobian = new double[2];
        Formula.parse(text.toString(), "f").function().at(new double[2], new double[1], jacobian);
        assertThat(Arrays.stream(jacobian).toArray()).hasSize(2);
        read++;
      } catch (ModelException e) {
        assertThat(e.code()).isEqualTo("LIEGG-MODEL-FORMULA");
      }
    }
    assertThat(read).isGreaterThan(500);
  }
}
