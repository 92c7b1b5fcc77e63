package org.liegg.groups.basic;

import org.liegg.api.ActionException;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.field.ActionLimits;
import org.liegg.groups.field.FeatureMap;
import org.liegg.groups.field.FieldAssembler;

/**
 * The built-in types on one block. Every basis is orthonormal in the Frobenius inner product, so a
 * coefficient vector of unit norm is a generator of unit Frobenius norm.
 */
public final class BasicActions {

  private BasicActions() {}

  public static GroupAction gl(int n) {
    String spec = spec("gl", n, 1);
    int fields = ActionLimits.entries(spec, (long) n * n, (long) n * n);
    FieldAssembler basis = new FieldAssembler(fields, fields, n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        basis.entry(i, j, 1).endField();
      }
    }
    return new FactoredAction(
        spec, FeatureMap.LINEAR, basis.build(), a -> entryName("E", a / n, a % n));
  }

  public static GroupAction none(int n) {
    String spec = spec("none", n, 1);
    FieldAssembler basis = new FieldAssembler(0, 0, ActionLimits.size(spec, "inputs", n), 0);
    return new FactoredAction(spec, FeatureMap.NONE, basis.build(), a -> "");
  }

  public static GroupAction so(int n) {
    if (n == 1) {
      throw new ActionException(
          "LIEGG-ACTION-ARGUMENT",
          "'so(1)'",
          "n is 1, and one number has no rotations",
          "so(n) takes a whole number n of at least 2; to leave an input alone, write none(1)");
    }
    String spec = spec("so", n, 2);
    int entries = ActionLimits.entries(spec, n * (n - 1L) / 2, n * (n - 1L));
    FieldAssembler basis = new FieldAssembler(entries / 2, entries, n, n);
    double unit = Math.sqrt(0.5);
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        basis.entry(i, j, unit).entry(j, i, -unit).endField();
      }
    }
    return new FactoredAction(spec, FeatureMap.LINEAR, basis.build(), a -> rotationName(a, n));
  }

  public static GroupAction scale(int n) {
    String spec = spec("scale", n, 1);
    FieldAssembler basis = new FieldAssembler(ActionLimits.entries(spec, n, n), n, n, n);
    for (int i = 0; i < n; i++) {
      basis.entry(i, i, 1).endField();
    }
    return new FactoredAction(spec, FeatureMap.LINEAR, basis.build(), a -> coordinateName("s", a));
  }

  public static GroupAction translate(int n) {
    String spec = spec("translate", n, 1);
    FieldAssembler basis = new FieldAssembler(ActionLimits.entries(spec, n, n), n, n, 1);
    for (int i = 0; i < n; i++) {
      basis.entry(i, 0, 1).endField();
    }
    return new FactoredAction(
        spec, FeatureMap.CONSTANT, basis.build(), a -> coordinateName("b", a));
  }

  public static GroupAction aff(int n) {
    String spec = spec("aff", n, 1);
    int fields = ActionLimits.entries(spec, n * (n + 1L), n * (n + 1L));
    FieldAssembler basis = new FieldAssembler(fields, fields, n, n + 1);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= n; j++) {
        basis.entry(i, j, 1).endField();
      }
    }
    return new FactoredAction(
        spec, FeatureMap.AFFINE, basis.build(), a -> affineName(a / (n + 1), a % (n + 1), n));
  }

  static String spec(String name, int n, int least) {
    String spec = name + "(" + n + ")";
    requireAtLeast(name + "(n)", spec, "n", n, least);
    return spec;
  }

  static void requireAtLeast(String form, String spec, String what, int value, int least) {
    if (value < least) {
      throw new ActionException(
          "LIEGG-ACTION-ARGUMENT",
          "'%s'".formatted(spec),
          "%s is %d".formatted(what, value),
          "%s takes a whole number %s of at least %d".formatted(form, what, least));
    }
  }

  private static String affineName(int i, int j, int n) {
    return j == n ? coordinateName("b", i) : entryName("E", i, j);
  }

  private static String rotationName(int a, int n) {
    int i = 0;
    int rest = a;
    while (rest >= n - 1 - i) {
      rest -= n - 1 - i;
      i++;
    }
    return entryName("L", i, i + 1 + rest);
  }

  private static String entryName(String letter, int i, int j) {
    return letter + "[" + (i + 1) + "," + (j + 1) + "]";
  }

  private static String coordinateName(String letter, int i) {
    return letter + "[" + (i + 1) + "]";
  }
}
