package org.liegg.groups.jet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.api.ActionException;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.groups.Actions;
import org.liegg.groups.basic.Independence;

/** Prolonged fields, their names and their coordinates. */
class JetActionTest {

  @Test
  void coordinatesAreOrderedByOrder() {
    assertThat(jet("jet(3,1)").inputNames()).containsExactly("t", "x", "u", "u_x", "u_xx", "u_xxx");
    assertThat(jet("jet(2,1,space=2,fields=2)").inputNames())
        .containsExactly(
            "t", "x", "y", "u", "v", "u_x", "v_x", "u_y", "v_y", "u_xx", "v_xx", "u_xy", "v_xy",
            "u_yy", "v_yy");
    assertThat(jet("jet(2,1,space=2,fields=2)").outputNames()).containsExactly("u_t", "v_t");
    assertThat(jet("jet(2,1,time=2)").inputNames())
        .containsExactly("t", "x", "u", "u_t", "u_x", "u_tx", "u_xx");
    assertThat(jet("jet(2,1,time=2)").outputNames()).containsExactly("u_tt");
  }

  @Test
  void fieldsHaveReadableNames() {
    JetAction action = jet("jet(2,2,exp(-t))");
    List<String> names = names(action);
    assertThat(names).contains("∂ₜ", "t²∂ₜ", "xu∂ₓ", "u²∂ᵤ", "exp(-t)x∂ᵤ", "exp(-t)∂ₜ");
    assertThat(names).doesNotContain("x∂ₜ", "u∂ₜ");
    assertThat(names(jet("jet(2,1,time=2)"))).contains("x∂ₜ", "u∂ₜ");
    assertThat(names(jet("jet(2,1,space=2)"))).contains("y∂ₓ", "x∂_y");
  }

  /** Olver, example 2.38: φ^xx of u∂ₓ is −3 u_x u_xx, and φ^t of it −u_x u_t. */
  @Test
  void prolongsAsTheTextbookDoes() {
    double[] z = {0.3, -0.7, 1.1, 0.5, -2.0};
    double response = 0.9;
    assertThat(moved("jet(2,2)", "u∂ₓ", z, response))
        .containsExactly(
            new double[] {0, 1.1, 0, -0.25, -3 * 0.5 * -2.0, -0.5 * 0.9}, within(1e-15));
    // 4t²∂ₜ + 4tx∂ₓ − (x² + 2t)u∂ᵤ is Schrödinger's expansion; here t²∂ₜ alone: φ^t = −2t u_t.
    assertThat(moved("jet(2,2)", "t²∂ₜ", z, response))
        .containsExactly(new double[] {0.09, 0, 0, 0, 0, -0.6 * 0.9}, within(1e-15));
    double e = Math.exp(-0.5 * 0.3);
    assertThat(moved("jet(2,1,exp(-0.5*t))", "exp(-0.5*t)u∂ᵤ", z, response))
        .containsExactly(
            new double[] {0, 0, 1.1 * e, 0.5 * e, -2 * e, e * (0.9 - 0.5 * 1.1)}, within(1e-15));
  }

  /** Boosts x∂ₜ + t∂ₓ turn (u_t, u_x) and (u_tt, u_tx, u_xx) into each other. */
  @Test
  void boostsOfSecondOrderInTimeAreClosed() {
    double[] z = {0.3, -0.7, 1.1, 0.4, 0.5, 0.6, -2.0};
    double[] time = moved("jet(2,1,time=2)", "x∂ₜ", z, 0.9);
    double[] space = moved("jet(2,1,time=2)", "t∂ₓ", z, 0.9);
    double[] both = new double[time.length];
    for (int i = 0; i < both.length; i++) {
      both[i] = time[i] + space[i];
    }
    assertThat(both)
        .containsExactly(
            new double[] {-0.7, 0.3, 0, -0.5, -0.4, -(0.9 - 2.0), -2 * 0.6, -2 * 0.6},
            within(1e-15));
  }

  /** A field with rows that are 0 whatever the equation would be found in every equation. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "jet(2,2)",
        "jet(2,2,exp(t),exp(-t),sin(x),cos(x),exp(t)*cos(2*x))",
        "jet(2,1,space=2,fields=2,exp(-u))",
        "jet(2,2,time=2)"
      })
  void noCombinationOfCandidatesIsZeroWhateverTheEquation(String spec) {
    JetAction action = jet(spec);
    FieldBasis fields = action.fields();
    List<double[]> rows = new ArrayList<>();
    for (int a = 0; a < fields.fields(); a++) {
      double[] row = new double[fields.components() * fields.features()];
      for (int e = fields.offsets()[a]; e < fields.offsets()[a + 1]; e++) {
        row[fields.component()[e] * fields.features() + fields.feature()[e]] += fields.values()[e];
      }
      rows.add(row);
    }
    assertThat(Independence.rank(rows)).isEqualTo(action.dimension());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "jet(2); it takes an order and a degree",
        "jet(0,2); the order is '0'",
        "jet(2,99); the degree is '99'",
        "jet(1,2,time=2); derivatives of order 2",
        "jet(2,2,space=4); space is 1 to 3",
        "jet(2,2,space=2,space=2); said once",
        "jet(2,2,log(t)); 'log(t)' is neither",
        "jet(2,2,exp(y)); a function of none of t, x, u",
        "jet(2,2,exp(t),exp(t)); named twice",
        "jet(2,2,exp(t)*sin(t)); two functions of one variable",
        "jet(2,2,exp(0*t)); positive rate",
        "jet(2,12,space=3,fields=3); at most 4096"
      })
  void refusesWhatItDoesNotKnow(String spec, String message) {
    assertThatThrownBy(() -> Actions.parse(spec))
        .isInstanceOf(ActionException.class)
        .hasMessageStartingWith("LIEGG-ACTION-ARGUMENT")
        .hasMessageContaining(message);
  }

  @Test
  void aModelOfOtherOutputsIsRefused() {
    assertThatThrownBy(() -> jet("jet(2,2)").boundTo(2))
        .isInstanceOf(ActionException.class)
        .hasMessageStartingWith("LIEGG-ACTION-OUTPUTS")
        .hasMessageContaining("jet(2,2,fields=2)");
  }

  private static double[] moved(String spec, String name, double[] z, double response) {
    JetAction action = jet(spec);
    int a = names(action).indexOf(name);
    double[] point = Arrays.copyOf(z, z.length + 1);
    point[z.length] = response;
    Batch phi =
        action.featuresOfBoth(
            new Batch(1, action.inputSize(), Arrays.copyOf(point, action.inputSize())),
            new Batch(
                1,
                action.outputSize(),
                Arrays.copyOfRange(point, action.inputSize(), point.length)));
    FieldBasis fields = action.fields();
    double[] moved = new double[fields.components()];
    for (int e = fields.offsets()[a]; e < fields.offsets()[a + 1]; e++) {
      moved[fields.component()[e]] += fields.values()[e] * phi.get(0, fields.feature()[e]);
    }
    return moved;
  }

  private static List<String> names(JetAction action) {
    List<String> names = new ArrayList<>();
    for (int a = 0; a < action.dimension(); a++) {
      names.add(action.fieldName(a));
    }
    return names;
  }

  private static JetAction jet(String spec) {
    return (JetAction) Actions.parse(spec);
  }
}
