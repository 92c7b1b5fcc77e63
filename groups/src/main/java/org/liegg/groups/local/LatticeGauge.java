package org.liegg.groups.local;

import java.util.ArrayList;
import java.util.List;
import org.liegg.api.ActionException;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.basic.BasicActions;
import org.liegg.groups.field.ActionLimits;

/**
 * The gauge group U(1) of a periodic lattice of H × W sites, one phase a site (K. G. Wilson,
 * "Confinement of quarks", Phys. Rev. D 10, 1974): a link U from site p to site q becomes {@code
 * e^{iθ_p} U e^{−iθ_q}}, matter ψ at a site {@code e^{iθ_p} ψ}.
 *
 * <p>Inputs are complex numbers as (Re, Im): the matter of the sites row by row, if there is any,
 * then for every site, row by row, its link to the right and its link down.
 *
 * @param height H, at least 2
 * @param width W, at least 2
 * @param matter whether sites have a field of their own
 */
public record LatticeGauge(int height, int width, boolean matter) {

  /**
   * The action: one field a site. Where nothing but links is there the sum of all fields is 0, and
   * the last is left out.
   *
   * @throws ActionException if a side is less than 2, or the lattice is too large
   */
  public GroupAction action() {
    String spec = "gauge(%dx%d%s)".formatted(height, width, matter ? ",matter" : "");
    if (height < 2 || width < 2) {
      throw new ActionException(
          "LIEGG-ACTION-ARGUMENT",
          "'%s'".formatted(spec),
          "the lattice has %d × %d sites".formatted(height, width),
          "take at least 2 × 2, for links between different sites");
    }
    long sites = (long) height * width;
    long n = 2L * (matter ? 3 : 2) * sites;
    ActionLimits.entries(spec, sites, ActionLimits.times(10, sites, n));
    PolynomialField turn = PolynomialField.of(BasicActions.so(2), 0);
    List<PolynomialField> fields = new ArrayList<>();
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        fields.add(
            PlacedActions.placed(turn, (int) n, 2, moved(row, column))
                .named("site[%d,%d]".formatted(row + 1, column + 1)));
      }
    }
    return PolynomialAction.of(spec, (int) n, fields);
  }

  /** The pairs of inputs that the phase of a site turns, counted from 1; backwards in reverse. */
  private int[] moved(int row, int column) {
    int up = (row + height - 1) % height;
    int left = (column + width - 1) % width;
    int right = link(row, column, 0);
    int down = link(row, column, 1);
    int fromLeft = link(row, left, 0);
    int fromUp = link(up, column, 1);
    int[] links = {right, right + 1, down, down + 1, fromLeft + 1, fromLeft, fromUp + 1, fromUp};
    if (!matter) {
      return links;
    }
    int site = 2 * (row * width + column) + 1;
    int[] all = new int[links.length + 2];
    all[0] = site;
    all[1] = site + 1;
    System.arraycopy(links, 0, all, 2, links.length);
    return all;
  }

  private int link(int row, int column, int direction) {
    int before = matter ? height * width : 0;
    return 2 * (before + 2 * (row * width + column) + direction) + 1;
  }
}
