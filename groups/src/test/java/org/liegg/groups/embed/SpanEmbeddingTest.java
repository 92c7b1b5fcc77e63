package org.liegg.groups.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.Actions;
import org.liegg.groups.Embeddings;

class SpanEmbeddingTest {

  /** Combinations of the fields of a whole that mix those of a known algebra in it. */
  private static GroupAction mixed(GroupAction known, GroupAction whole) {
    Matrix rows = Embeddings.coefficients(known, whole);
    double[] values = rows.values().clone();
    int columns = rows.columns();
    for (int r = 1; r < rows.rows(); r++) {
      for (int c = 0; c < columns; c++) {
        values[r * columns + c] += 0.5 * values[(r - 1) * columns + c];
      }
    }
    List<String> names = IntStream.range(0, rows.rows()).mapToObj(i -> "G" + i).toList();
    return Actions.span("found", whole, names, new Matrix(rows.rows(), columns, values));
  }

  private static GroupAction parse(String spec, int outputs) {
    return Actions.parse(spec).boundTo(outputs);
  }

  @ParameterizedTest
  @CsvSource({
    "so(2), gl(2)->same, gl(2)->same, 2",
    "so(3), gl(3)^2->same, gl(3)^2->same, 3",
    "so(3), so(3)^2->same, gl(3)^2->same, 6",
    "so(3)->so(2), so(3)->so(2), gl(3)->gl(2), 2",
    "so(2)->so(3), gl(2)->gl(3), aff(2)->aff(3), 3",
    "se(2)->bracket, aff(2)->bracket, aff(2)->bracket, 2",
    "se(2)->bracket, aff(2)->bracket, 'poly(2,2)->bracket', 2",
    "so(3)->same(tensor(so(3);2)), so(3)->same(tensor(so(3);2)), gl(3)->same(tensor(gl(3);2)), 9",
  })
  void pairsAreFoundAmongPairs(String known, String whole, String candidates, int outputs) {
    GroupAction reference = Actions.parse(known.replace(';', ','));
    GroupAction span = mixed(reference, parse(whole.replace(';', ','), outputs));
    GroupAction all = parse(candidates.replace(';', ','), outputs);
    Matrix exact = Embeddings.coefficients(reference, all);
    Matrix found = Embeddings.coefficients(span, all);

    assertThat(found.rows()).isEqualTo(exact.rows());
    for (int r = 0; r < found.rows(); r++) {
      for (int c = 0; c < found.columns(); c++) {
        double mix = 0;
        for (int k = 0; k <= r; k++) {
          mix += Math.pow(0.5, r - k) * exact.get(k, c);
        }
        assertThat(found.get(r, c)).as("%d, %d", r, c).isCloseTo(mix, within(1e-12));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "so(3), gl(3)->same, 3, 3",
    "so(2)->so(3), gl(2)->gl(3), 3, 4",
    "se(2)->bracket, aff(2)->bracket, 2, 3"
  })
  void aKnownAlgebraIsFoundInTheSpanOfPairs(String known, String whole, int outputs, int count) {
    GroupAction reference = Actions.parse(known);
    GroupAction span = mixed(reference, parse(whole, outputs));

    Matrix found = Embeddings.coefficients(reference, span);

    assertThat(found.rows()).isEqualTo(count);
    assertThat(found.get(0, 0)).isCloseTo(1, within(1e-12));
    assertThat(found.get(1, 0)).isCloseTo(-0.5, within(1e-12));
    assertThat(Embeddings.coefficients(span, span).get(1, 0)).isCloseTo(0, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    "so(2), gl(2)->same, gl(2)->gl(2), pairs of another kind",
    "so(2), gl(2)->same, gl(2), it acts on outputs too",
    "so(2)->so(2), gl(2)->gl(2), so(2)->same, pairs of another kind",
    "gl(2), gl(2)->same, so(2)->same, it is not inside",
  })
  void whatIsNotAmongThemIsRefused(String known, String whole, String candidates, String found) {
    GroupAction span = mixed(Actions.parse(known), parse(whole, 2));

    assertThatThrownBy(() -> Embeddings.embed(span, parse(candidates, 2)))
        .hasMessageStartingWith("LIEGG-REFERENCE-NOT-CONTAINED: ")
        .hasMessageContaining(found);
  }
}
