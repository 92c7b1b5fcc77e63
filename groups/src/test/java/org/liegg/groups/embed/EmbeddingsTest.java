package org.liegg.groups.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.ActionException;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.Actions;
import org.liegg.groups.Embeddings;
import org.liegg.groups.Grammars;
import org.liegg.groups.Samples;

class EmbeddingsTest {

  @ParameterizedTest
  @CsvSource({
    "so(5)^2, gl(5)^2, so(5)^2, 10",
    "so(5), gl(5)^2, so(5)^2, 10",
    "so(5), gl(10), so(5)^2, 10",
    "so(5), gl(5)+gl(5), so(5)^2, 10",
    "so(5), aff(5)^2, so(5)^2, 10",
    "so(2)+so(3), gl(5), so(2)+so(3), 4",
    "translate(2), aff(4), translate(2)^2, 2",
    "gl(2)^2+translate(1), aff(5), gl(2)^2+translate(1), 5",
    "aff(3), aff(3), aff(3), 12",
    "so(2)+none(1), gl(2)+gl(1), so(2)+none(1), 1",
    "so(2)+none(1), gl(3), so(2)+none(1), 1",
    "so(2)+none(1), aff(3), so(2)+none(1), 1",
    "so(2)+none(1), gl(2)+none(1), so(2)+none(1), 1",
    "none(1)+se(2), aff(3), none(1)+se(2), 3",
    "none(2)+translate(1), aff(3), none(2)+translate(1), 1",
    "none(2)^2+so(2), gl(6), none(2)^2+so(2), 1",
    "none(1)+so(2), poly(3;2), none(1)+so(2), 1",
    "none(1)+parabola(), aff(1)+parabola(), none(1)+parabola(), 3",
    "parabola(), parabola()+parabola(), parabola()^2, 3",
    "translate(1)+parabola(), aff(1)+parabola(), translate(1)+parabola(), 4"
  })
  void findsAReferenceInsideItsCandidates(
      String reference, String candidates, String name, int dimension) {
    GroupAction all = parse(candidates.replace(';', ','));
    EmbeddedReference found = Embeddings.embed(parse(reference), all);
    assertThat(found.name()).isEqualTo(name);
    assertThat(found.dimension()).isEqualTo(dimension);
    requireSameFields(parse(name), all, found.coefficients());
  }

  @Test
  void aPairWhoseOutputStaysIsFoundByItsInput() {
    EmbeddedReference found = Embeddings.embed(parse("so(3)->none(2)"), parse("gl(3)->none(2)"));
    assertThat(found.name()).isEqualTo("so(3)->none(2)");
    assertThat(found.coefficients().values())
        .containsExactly(Embeddings.coefficients(Actions.so(3), Actions.gl(3)).values());
  }

  @Test
  void aReferenceWithoutGeneratorsIsNone() {
    assertThatThrownBy(() -> Embeddings.embed(parse("none(3)"), Actions.gl(3)))
        .isInstanceOf(ActionException.class)
        .hasMessage(
            "LIEGG-REFERENCE-EMPTY: reference 'none(3)': it has no generators: every model is"
                + " invariant to it; put a group on some of the inputs; none(n) stands beside"
                + " others");
  }

  @Test
  void theRotationsInsideGlAreOrthonormal() {
    Matrix rows = Embeddings.coefficients(Actions.so(5), Actions.gl(10));
    for (int r = 0; r < rows.rows(); r++) {
      for (int s = 0; s < rows.rows(); s++) {
        double product = 0;
        for (int a = 0; a < rows.columns(); a++) {
          product += rows.get(r, a) * rows.get(s, a);
        }
        // Two copies of a unit matrix, in the basis of the whole.
        assertThat(product).isCloseTo(r == s ? 2 : 0, within(1e-14));
      }
    }
  }

  @Test
  void bothWaysOfComparingAgree() {
    GroupAction reference = parse("so(3)^2+translate(2)");
    GroupAction candidates = parse("gl(3)+gl(3)+aff(2)");
    Embedding exact = StructuralEmbedding.of(reference, candidates).orElseThrow();
    Embedding sampled = SampledEmbedding.of(reference, candidates);
    assertThat(sampled.coefficients().values())
        .containsExactly(exact.coefficients().values(), within(1e-12));
    assertThat(Arrays.stream(sampled.residuals()).max().orElseThrow()).isLessThan(1e-12);
  }

  @Test
  void candidatesThatRepeatThemselvesDoNoHarm() {
    GroupAction parabola = parse("parabola()");
    GroupAction repeated = new Repeated(parabola);
    Matrix found = Embeddings.coefficients(parabola, repeated);
    requireSameFields(parabola, repeated, found);
    assertThat(Arrays.stream(found.values()).map(Math::abs).max().orElseThrow())
        .isLessThanOrEqualTo(1 + 1e-9);
  }

  @Test
  void aLargeFamilyIsComparedEntryByEntry() {
    assertThat(StructuralEmbedding.of(Actions.so(40), Actions.gl(40))).isPresent();
    assertThat(Embeddings.coefficients(Actions.so(40), Actions.gl(40)).columns()).isEqualTo(1600);
  }

  @Test
  void aReferenceOutsideItsCandidatesIsRefused() {
    assertThatThrownBy(() -> Embeddings.embed(Actions.gl(3), Actions.so(3)))
        .isInstanceOf(ActionException.class)
        .hasMessage(
            "LIEGG-REFERENCE-NOT-CONTAINED: reference 'gl(3)': it is not inside the candidates"
                + " 'so(3)': 100 % of its field E[1,1] is no combination of them; choose an action"
                + " that contains the reference, e.g. 'gl(3)' itself, or another reference");
  }

  @Test
  void aCurvedReferenceIsNotInsideAffineCandidates() {
    assertThatThrownBy(() -> Embeddings.embed(parse("parabola()"), parse("aff(2)")))
        .isInstanceOf(ActionException.class)
        .hasMessageContaining("LIEGG-REFERENCE-NOT-CONTAINED")
        .hasMessageContaining("P[2]");
  }

  @ParameterizedTest
  @CsvSource({"so(3), gl(10)", "so(10), gl(5)", "so(2)+so(3), gl(5)^2"})
  void aReferenceThatDoesNotDivideTheInputsIsRefused(String reference, String candidates) {
    GroupAction from = parse(reference);
    GroupAction to = parse(candidates);
    assertThatThrownBy(() -> Embeddings.embed(from, to))
        .isInstanceOf(ActionException.class)
        .hasMessageStartingWith(
            "LIEGG-REFERENCE-SIZE: reference '%s': it acts on %d inputs, the candidates '%s' on %d;"
                .formatted(reference, from.inputSize(), candidates, to.inputSize()));
  }

  /** Σ_a c_ra v_a has the same rows as v_r, at points the comparison has not seen. */
  private static void requireSameFields(
      GroupAction reference, GroupAction candidates, Matrix coefficients) {
    Samples samples = Samples.normal(20, candidates.inputSize(), 99);
    double[] expected = samples.polarize(reference).values();
    double[] all = samples.polarize(candidates).values();
    int m = candidates.dimension();
    for (int n = 0; n < 20; n++) {
      for (int r = 0; r < reference.dimension(); r++) {
        double sum = 0;
        for (int a = 0; a < m; a++) {
          sum += coefficients.get(r, a) * all[n * m + a];
        }
        assertThat(sum)
            .as("field %s at sample %d (seed 99)", reference.fieldName(r), n)
            .isCloseTo(expected[n * reference.dimension() + r], within(1e-10));
      }
    }
  }

  /** The fields of an action, each of them twice. */
  private record Repeated(GroupAction once) implements GroupAction {
    @Override
    public String spec() {
      return "twice(" + once.spec() + ")";
    }

    @Override
    public int inputSize() {
      return once.inputSize();
    }

    @Override
    public FieldBasis fields() {
      FieldBasis fields = once.fields();
      FieldBasis.Builder twice = FieldBasis.builder(fields.components(), fields.features());
      for (int a = 0; a < 2 * fields.fields(); a++) {
        int of = a % fields.fields();
        for (int e = fields.offsets()[of]; e < fields.offsets()[of + 1]; e++) {
          twice.entry(fields.component()[e], fields.feature()[e], fields.values()[e]);
        }
        twice.endField();
      }
      return twice.build();
    }

    @Override
    public Batch features(Batch batch) {
      return once.features(batch);
    }

    @Override
    public String fieldName(int a) {
      return once.fieldName(a % once.dimension()) + " again";
    }

    @Override
    public Optional<Matrix> matrix(double[] coefficients) {
      return Optional.empty();
    }
  }

  private static GroupAction parse(String spec) {
    return Grammars.withParabola().parse(spec);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"sl(2)->same", "so(2)->so(2)", "gl(2)->gl(2)", "so(3)->same(tensor(so(3),2))"})
  void refusesPairsAmongFieldsOnInputsAlone(String pair) {
    GroupAction reference = Actions.parse(pair);
    int width = pair.contains("(3)") ? 3 : 2;
    assertThatThrownBy(() -> Embeddings.embed(reference, Actions.parse("gl(%d)".formatted(width))))
        .isInstanceOf(ActionException.class)
        .hasMessageStartingWith("LIEGG-REFERENCE-NOT-CONTAINED: ")
        .hasMessageContaining("it acts on outputs too");
  }
}
