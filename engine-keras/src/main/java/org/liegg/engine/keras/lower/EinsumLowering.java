package org.liegg.engine.keras.lower;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liegg.engine.keras.program.Matrix;
import org.liegg.engine.keras.program.Values;
import org.liegg.engine.keras.read.Fields;
import org.liegg.engine.keras.read.Weight;

/**
 * The layer {@code EinsumDense}: products of inputs and a kernel, summed over the axes that the
 * output does not have, as an equation such as {@code abc,cd->abd} says. Axes of the kernel are
 * summed over, new, or shared by all three; for every place along shared axes there is a matrix.
 */
final class EinsumLowering {
  private static final Pattern EQUATION =
      Pattern.compile("(\\.\\.\\.)?([a-zA-Z]+)(\\.\\.\\.)?,([a-zA-Z]+)->([a-zA-Z.]+)");

  /** Labels of axes that the equation leaves out; no letters. */
  private static final char LEFT_OUT = '0';

  private final LowerContext context;
  private final String input;
  private final String kernel;
  private final String output;
  private final int before;
  private final int behind;
  private final Map<Character, Integer> lengths = new HashMap<>();

  private EinsumLowering(LowerContext context, String equation, int rank) {
    this.context = context;
    Matcher matcher = EQUATION.matcher(equation);
    if (!matcher.matches()) {
      throw refused();
    }
    boolean left = matcher.group(1) != null;
    boolean right = matcher.group(3) != null;
    String taken = matcher.group(2);
    String given = matcher.group(5).replace("...", "");
    // The axis of the samples is the first one that the equation leaves out, or its first letter.
    int out = rank + 1 - taken.length();
    boolean elided = left ? matcher.group(5).startsWith("...") : matcher.group(5).endsWith("...");
    boolean batch =
        left ? out > 0 : !given.isEmpty() && given.charAt(0) == taken.charAt(0) && out >= 0;
    if ((left && right) || (left || right) != elided || !batch || (!left && !right && out != 0)) {
      throw refused();
    }
    this.before = left ? out - 1 : 0;
    this.behind = right ? out : 0;
    this.input = labels(left ? taken : taken.substring(1));
    this.output = labels(left ? given : given.substring(1));
    this.kernel = matcher.group(4);
    requireReadable(left ? "" : taken.substring(0, 1));
  }

  private RuntimeException refused() {
    return context.fields().unsupported("equation", context.fields().get("equation"));
  }

  /** The letters, with digits for the axes that are left out. */
  private String labels(String letters) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < before; i++) {
      all.append((char) (LEFT_OUT + i));
    }
    all.append(letters);
    for (int i = 0; i < behind; i++) {
      all.append((char) (LEFT_OUT + i));
    }
    return all.toString();
  }

  private void requireReadable(String batch) {
    boolean twice =
        List.of(input, kernel, output).stream()
            .anyMatch(l -> l.chars().distinct().count() < l.length());
    boolean samples = !batch.isEmpty() && (kernel + output + input).contains(batch);
    boolean summed = input.chars().anyMatch(c -> kernel.indexOf(c) < 0 && output.indexOf(c) < 0);
    boolean open = kernel.chars().anyMatch(c -> input.indexOf(c) < 0 && output.indexOf(c) < 0);
    boolean unknown = output.chars().anyMatch(c -> input.indexOf(c) < 0 && kernel.indexOf(c) < 0);
    if (twice || samples || summed || open || unknown || before + behind > 9) {
      throw refused();
    }
  }

  /** a(x·W + b) by the equation. */
  static Signal lower(LowerContext context) {
    Values x = context.values();
    EinsumLowering einsum =
        new EinsumLowering(context, context.fields().text("equation", ""), x.rank());
    return context.input().with(context.activated(einsum.apply(x)));
  }

  private Values apply(Values x) {
    Weight weight = context.weights().take("kernel");
    know(input, x.shape(), "an input of " + x.lengths());
    know(kernel, weight.shape(), "a kernel of " + weight.shapeText());
    requireShape();
    String shared = letters(c -> in(kernel, c) && in(input, c) && in(output, c));
    String free = letters(c -> in(input, c) && !in(kernel, c));
    String summed = letters(c -> in(kernel, c) && in(input, c) && !in(output, c));
    String made = letters(c -> in(kernel, c) && !in(input, c));
    int groups = size(shared);
    Values taken =
        x.permute(order(shared + free + summed, input)).reshape(groups, size(free), size(summed));
    double[] values = turned(weight, order(shared + summed + made, kernel));
    int each = size(summed) * size(made);
    List<Values> parts = new ArrayList<>();
    for (int g = 0; g < groups; g++) {
      Matrix matrix = matrix(weight, values, g, each, size(made));
      parts.add(DenseLowering.alongLast(context, matrix, taken.at(0, g)));
    }
    String have = shared + free + made;
    Values y = Values.stack(parts).reshape(shape(have)).permute(order(output, have));
    return biased(y);
  }

  private Matrix matrix(Weight weight, double[] values, int group, int size, int outputs) {
    double[] part = new double[size];
    System.arraycopy(values, group * size, part, 0, size);
    return context
        .program()
        .matrix(
            weight,
            List.of(group),
            () -> Matrix.of(size / outputs, outputs, part, new double[outputs]));
  }

  private static boolean in(String labels, int label) {
    return labels.indexOf(label) >= 0;
  }

  private String letters(IntPredicate wanted) {
    StringBuilder found = new StringBuilder();
    (input + kernel).chars().distinct().filter(wanted).forEach(label -> found.append((char) label));
    return found.toString();
  }

  private void know(String labels, int[] shape, String what) {
    if (labels.length() != shape.length) {
      throw context.corrupt("has %s for %s".formatted(what, context.fields().get("equation")));
    }
    for (int axis = 0; axis < shape.length; axis++) {
      Integer known = lengths.putIfAbsent(labels.charAt(axis), shape[axis]);
      if (known != null && known != shape[axis]) {
        throw context.corrupt("has %s for %s".formatted(what, context.fields().get("equation")));
      }
    }
  }

  private int[] shape(String labels) {
    return labels.chars().map(label -> lengths.get((char) label)).toArray();
  }

  private int size(String labels) {
    return Values.size(shape(labels));
  }

  /** Where the axes of one order lie in another. */
  private static int[] order(String wanted, String have) {
    return wanted.chars().map(have::indexOf).toArray();
  }

  private static double[] turned(Weight weight, int... order) {
    int[] places = new int[Values.size(weight.shape())];
    Arrays.setAll(places, i -> i);
    return weight
        .gather(weight.shape(), new Values(weight.shape(), places).permute(order).slots())
        .doubles();
  }

  /** What the settings say of the output's lengths has to be what the kernel implies. */
  private void requireShape() {
    JsonNode said = context.fields().get("output_shape");
    int[] shape = shape(output);
    int count = said.isArray() ? said.size() : 1;
    boolean fits = count == shape.length - before - behind;
    for (int i = 0; i < count && fits; i++) {
      JsonNode length = said.isArray() ? said.get(i) : said;
      fits = length.isNull() || length.asInt(-1) == shape[before + i];
    }
    if (!fits && !said.isMissingNode()) {
      throw context.corrupt(
          "has output_shape = %s where its kernel implies %s"
              .formatted(said, Arrays.toString(shape)));
    }
  }

  /** The bias has lengths along some axes, from the first of them to the last of the output. */
  private Values biased(Values y) {
    Fields fields = context.fields();
    String axes = fields.text("bias_axes", "");
    if (axes.isEmpty()) {
      return y;
    }
    int first = axes.chars().map(output::indexOf).min().orElse(-1);
    if (first < 0) {
      throw fields.unsupported("bias_axes", fields.get("bias_axes"));
    }
    int[] own = new int[y.rank() - first];
    int[] wide = new int[y.rank()];
    Arrays.fill(wide, 1);
    for (int axis = first; axis < y.rank(); axis++) {
      own[axis - first] = in(axes, output.charAt(axis)) ? y.length(axis) : 1;
      wide[axis] = own[axis - first];
    }
    double[] bias = context.weights().take("bias", own).doubles();
    double[] ones = new double[y.slots().length];
    Arrays.fill(ones, 1);
    return context.program().scale(y, ones, Broadcast.to(bias, wide, y.shape()));
  }
}
