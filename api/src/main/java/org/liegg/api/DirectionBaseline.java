package org.liegg.api;

/**
 * What the baseline of some directions needs to be measured on other samples. With v_h the field of
 * direction h and c_h its centre, the baseline is {@code E‖J(x′)(v_h(x) − c_h)‖² + Σ_i E[J_i²]
 * (t_hi² + s_hi²) + floor_hh}, x and x′ independent: the part of the mean field that is taken away
 * as c_h comes back as if the gradients of single inputs had independent signs.
 *
 * @param centres c_h, {@code directions × inputs}
 * @param translations t_h, the part of the mean field that is a translation among the candidates,
 *     {@code directions × inputs}
 * @param scalings s_h, what is left of the mean field in inputs that the action does not mix with
 *     others, each times the root of how much longer an average move is, {@code directions ×
 *     inputs}
 * @param floor what moves of this length change on average, times a small share, {@code directions
 *     × directions}
 */
public record DirectionBaseline(
    Matrix centres, Matrix translations, Matrix scalings, Matrix floor) {

  /** Whether nothing of the mean field is taken away. */
  public boolean centred() {
    return anyNonZero(centres);
  }

  private static boolean anyNonZero(Matrix matrix) {
    for (double value : matrix.values()) {
      if (value != 0) {
        return true;
      }
    }
    return false;
  }

  /** The baselines of a metric. */
  public interface Source {

    /**
     * Of some directions.
     *
     * @param directions a row of coefficients a direction
     */
    DirectionBaseline of(Matrix directions);

    /**
     * The part of a span that is not insensitive, and does not vanish on the data either.
     *
     * @param directions linearly independent, a row of coefficients a direction
     * @return combinations of the directions that span it, {@code count × directions}
     */
    Matrix sensitive(Matrix directions);
  }
}
