package org.liegg.engine.onnx.operators;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.liegg.engine.onnx.graph.GraphException;
import org.liegg.engine.onnx.graph.Shape;
import org.liegg.engine.onnx.graph.Tensor;
import org.liegg.engine.onnx.ops.Arithmetic;
import org.liegg.engine.onnx.ops.Indexing;
import org.liegg.engine.onnx.ops.Layout;
import org.liegg.engine.onnx.ops.Products;
import org.liegg.engine.onnx.ops.Reductions;
import org.liegg.engine.onnx.translate.Call;

/** {@code Einsum}: sums of products over labelled axes, operand after operand. */
final class EinsumTranslation {
  /** Labels of the axes that an ellipsis stands for, counted from behind. */
  private static final String HIDDEN = "0123456789";

  private final List<Labelled> operands = new ArrayList<>();
  private final String result;

  /** A tensor and a letter for each of its axes. */
  private record Labelled(Tensor tensor, String labels) {}

  EinsumTranslation(Call call) {
    String equation = call.text("equation", "").replaceAll("\\s", "");
    String[] sides = equation.split("->", -1);
    String[] terms = sides[0].split(",", -1);
    if (sides.length > 2 || terms.length != call.operands()) {
      throw GraphException.corrupt("the equation %s".formatted(equation));
    }
    int hidden = 0;
    for (int i = 0; i < terms.length; i++) {
      Tensor tensor = call.real(i);
      int missing = tensor.rank() - terms[i].replace("...", "").length();
      hidden = Math.max(hidden, terms[i].contains("...") ? missing : 0);
      operands.add(diagonal(new Labelled(tensor, expanded(terms[i], missing))));
    }
    result = sides.length == 2 ? expanded(sides[1], hidden) : implicit(hidden);
    requireKnown(equation);
  }

  private static String expanded(String term, int missing) {
    boolean open = term.contains("...");
    if (open ? missing < 0 || missing > HIDDEN.length() : missing != 0 && !term.isEmpty()) {
      throw GraphException.corrupt("the term %s of the equation".formatted(term));
    }
    return term.replace("...", HIDDEN.substring(HIDDEN.length() - Math.max(0, missing)));
  }

  /** Labels that occur once, by the alphabet, behind those of the ellipsis. */
  private String implicit(int hidden) {
    Map<Character, Integer> counts = new HashMap<>();
    for (Labelled operand : operands) {
      operand.labels().chars().forEach(label -> counts.merge((char) label, 1, Integer::sum));
    }
    return HIDDEN.substring(HIDDEN.length() - hidden)
        + new TreeSet<>(counts.keySet())
            .stream()
                .filter(label -> counts.getOrDefault(label, 0) == 1 && Character.isLetter(label))
                .map(String::valueOf)
                .collect(Collectors.joining());
  }

  private void requireKnown(String equation) {
    Set<Integer> known = new HashSet<>();
    operands.forEach(operand -> operand.labels().chars().forEach(known::add));
    boolean all = result.chars().allMatch(known::contains);
    boolean once = result.chars().distinct().count() == result.length();
    if (!all || !once) {
      throw GraphException.corrupt("the equation %s".formatted(equation));
    }
  }

  /** Where a label occurs twice, the elements at equal places. */
  private static Labelled diagonal(Labelled operand) {
    String labels = operand.labels();
    if (labels.length() != operand.tensor().rank()) {
      throw GraphException.corrupt("a term of %d labels".formatted(labels.length()));
    }
    for (int i = 0; i < labels.length(); i++) {
      int j = labels.indexOf(labels.charAt(i), i + 1);
      if (j > 0) {
        Tensor x = Layout.moved(Layout.moved(operand.tensor(), i, 0), j, 1);
        int size = x.shape().size(0);
        Shape rest = x.shape().slice(2, x.rank());
        Tensor flat = Layout.reshape(x, Shape.of(size * x.shape().size(1)).followedBy(rest));
        int[] places = new int[size];
        for (int p = 0; p < size; p++) {
          places[p] = p * (size + 1);
        }
        String others = labels.charAt(i) + without(without(labels, j), i);
        return diagonal(new Labelled(Indexing.picked(flat, 0, places, 0), others));
      }
    }
    return operand;
  }

  private static String without(String labels, int at) {
    return labels.substring(0, at) + labels.substring(at + 1);
  }

  /** What comes out. */
  Tensor result() {
    Labelled product = operands.get(0);
    for (int i = 1; i < operands.size(); i++) {
      product = product(product, operands.get(i), keptAfter(i));
    }
    Labelled summed = summed(product, result);
    Tensor x = summed.tensor();
    String labels = summed.labels();
    int[] order = result.chars().map(labels::indexOf).toArray();
    return Layout.transpose(x, order);
  }

  /** The labels that the result or a later operand has. */
  private String keptAfter(int operand) {
    StringBuilder kept = new StringBuilder(result);
    operands.subList(operand + 1, operands.size()).forEach(later -> kept.append(later.labels()));
    return kept.toString();
  }

  private static Labelled summed(Labelled operand, String kept) {
    Labelled left = operand;
    for (int i = operand.labels().length() - 1; i >= 0; i--) {
      if (kept.indexOf(operand.labels().charAt(i)) < 0) {
        Tensor sum = Layout.squeezed(Reductions.sum(left.tensor(), i), i);
        left = new Labelled(sum, without(left.labels(), i));
      }
    }
    return left;
  }

  private static Labelled product(Labelled first, Labelled second, String kept) {
    Labelled a = summed(first, kept + second.labels());
    Labelled b = summed(second, kept + first.labels());
    Set<Character> both = letters(a.labels());
    both.retainAll(letters(b.labels()));
    String front = joined(both.stream().filter(label -> kept.indexOf(label) >= 0).toList());
    String inner = joined(both.stream().filter(label -> kept.indexOf(label) < 0).toList());
    String rows = joined(letters(a.labels()).stream().filter(l -> !both.contains(l)).toList());
    String columns = joined(letters(b.labels()).stream().filter(l -> !both.contains(l)).toList());
    Tensor left = ordered(a, front + rows + inner);
    Tensor right = ordered(b, front + inner + columns);
    if (inner.isEmpty()) {
      Shape shape = left.shape();
      for (int i = 0; i < columns.length(); i++) {
        shape = shape.inserted(shape.rank(), 1);
      }
      Shape other = right.shape();
      for (int i = 0; i < rows.length(); i++) {
        other = other.inserted(front.length(), 1);
      }
      return new Labelled(
          Arithmetic.mul(Layout.reshape(left, shape), Layout.reshape(right, other)),
          front + rows + columns);
    }
    return contracted(left, right, front.length(), rows, columns, front);
  }

  private static Labelled contracted(
      Tensor left, Tensor right, int f, String rows, String columns, String front) {
    int r = f + rows.length();
    int inner = right.rank() - columns.length();
    Shape common = left.shape().slice(0, f);
    Shape a =
        common.followedBy(Shape.of(left.shape().count(f, r), left.shape().count(r, left.rank())));
    Shape b =
        right
            .shape()
            .slice(0, f)
            .followedBy(
                Shape.of(right.shape().count(f, inner), right.shape().count(inner, right.rank())));
    Tensor product = Products.matMul(Layout.reshape(left, a), Layout.reshape(right, b));
    Shape shape =
        product
            .shape()
            .slice(0, f)
            .followedBy(left.shape().slice(f, r))
            .followedBy(right.shape().slice(inner, right.rank()));
    return new Labelled(Layout.reshape(product, shape), front + rows + columns);
  }

  private static Tensor ordered(Labelled operand, String order) {
    return Layout.transpose(
        operand.tensor(), order.chars().map(operand.labels()::indexOf).toArray());
  }

  private static Set<Character> letters(String labels) {
    return labels
        .chars()
        .mapToObj(label -> (char) label)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String joined(List<Character> labels) {
    return labels.stream().map(String::valueOf).collect(Collectors.joining());
  }
}
