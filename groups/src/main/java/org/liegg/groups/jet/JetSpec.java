package org.liegg.groups.jet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.liegg.api.ActionException;
import org.liegg.groups.field.ActionLimits;

/**
 * What {@code jet(k,degree,…)} says between its brackets.
 *
 * @param order k, the highest derivative that F takes
 * @param degree of the polynomial coefficients, in all variables together
 * @param space how many space coordinates: 1 to 3
 * @param fields how many unknown functions: 1 to 3
 * @param time by how many derivatives by t the equation is solved: 1 or 2
 * @param factors products of named functions that coefficients may have beside polynomials
 */
public record JetSpec(
    int order, int degree, int space, int fields, int time, List<List<JetFunction>> factors) {
  private static final String CODE = "LIEGG-ACTION-ARGUMENT";
  private static final int MAX_ORDER = 8;
  private static final int MAX_DEGREE = 12;
  private static final int MAX_FIELDS = 4096;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");
  private static final Pattern NAMED = Pattern.compile("(space|fields|time)\\s*=\\s*([0-9]{1,4})");
  private static final Pattern FACTORS = Pattern.compile("\\*(?=\\s*[a-z]{3}\\()");
  private static final Pattern FUNCTION =
      Pattern.compile(
          "(exp|sin|cos)\\(\\s*(-?)\\s*(?:([0-9]{1,9}(?:\\.[0-9]{1,9})?)\\s*\\*\\s*)?([a-z])\\s*\\)");

  /** Copies the factors. */
  public JetSpec {
    factors = factors.stream().map(List::copyOf).toList();
  }

  /**
   * Reads arguments.
   *
   * @throws ActionException with code {@code LIEGG-ACTION-ARGUMENT} if they do not fit
   */
  public static JetSpec parse(List<String> arguments) {
    if (arguments.size() < 2) {
      throw wrong(
          arguments, "it takes an order and a degree, found %d".formatted(arguments.size()));
    }
    int order = whole(arguments, 0, "order", 1, MAX_ORDER);
    int degree = whole(arguments, 1, "degree", 0, MAX_DEGREE);
    int[] sizes = {1, 1, 1};
    Set<String> said = new HashSet<>();
    List<String> functions = new ArrayList<>();
    for (String argument : arguments.subList(2, arguments.size())) {
      Matcher named = NAMED.matcher(argument);
      if (!named.matches()) {
        functions.add(argument);
        continue;
      }
      int which = List.of("space", "fields", "time").indexOf(named.group(1));
      int most = which == 2 ? 2 : 3;
      int value = Integer.parseInt(named.group(2));
      if (value < 1 || value > most || !said.add(named.group(1))) {
        throw wrong(
            arguments,
            "'%s', where %s is 1 to %d, said once".formatted(argument, named.group(1), most));
      }
      sizes[which] = value;
    }
    return checked(arguments, new int[] {order, degree}, sizes, functions);
  }

  private static JetSpec checked(
      List<String> arguments, int[] orders, int[] sizes, List<String> functions) {
    if (sizes[2] == 2 && orders[0] < 2) {
      throw wrong(arguments, "an equation of second order in t takes derivatives of order 2");
    }
    JetSpec plain = new JetSpec(orders[0], orders[1], sizes[0], sizes[1], sizes[2], List.of());
    long each = ActionLimits.choose(1L + sizes[0] + sizes[1], orders[1]);
    long all = ActionLimits.times(each, 1L + sizes[0] + sizes[1], 1L + functions.size());
    if (all > MAX_FIELDS) {
      throw wrong(
          arguments, "it has up to %d candidates, at most %d are tried".formatted(all, MAX_FIELDS));
    }
    List<String> base = plain.jets().names().subList(0, plain.jets().base());
    List<List<JetFunction>> factors = new ArrayList<>();
    for (String text : functions) {
      List<JetFunction> factor = product(arguments, text, base);
      if (factors.contains(factor)) {
        throw wrong(arguments, "'%s' is named twice".formatted(text));
      }
      factors.add(factor);
    }
    return new JetSpec(orders[0], orders[1], sizes[0], sizes[1], sizes[2], factors);
  }

  /** A product; one function of a variable, so that no product is a combination of others. */
  private static List<JetFunction> product(
      List<String> arguments, String text, List<String> variables) {
    List<JetFunction> factor = new ArrayList<>();
    for (String part : FACTORS.splitAsStream(text).toList()) {
      Matcher function = FUNCTION.matcher(part.trim());
      if (!function.matches()) {
        throw wrong(
            arguments,
            "'%s' is neither space=…, fields=…, time=… nor a product of exp(t), exp(-0.5*t), sin(2*x), cos(x)"
                .formatted(text));
      }
      factor.add(function(arguments, function, variables));
    }
    long variablesUsed = factor.stream().map(JetFunction::variable).distinct().count();
    if (variablesUsed < factor.size()) {
      throw wrong(
          arguments,
          "'%s' has two functions of one variable; sums of their rates are functions too"
              .formatted(text));
    }
    factor.sort(Comparator.comparingInt(JetFunction::variable));
    return factor;
  }

  private static JetFunction function(
      List<String> arguments, Matcher found, List<String> variables) {
    int variable = variables.indexOf(found.group(4));
    if (variable < 0) {
      throw wrong(
          arguments,
          "'%s' is a function of none of %s"
              .formatted(found.group(), String.join(", ", variables)));
    }
    BigDecimal rate =
        found.group(3) == null
            ? BigDecimal.ONE
            : new BigDecimal(found.group(3)).stripTrailingZeros();
    JetFunction.Kind kind = JetFunction.Kind.valueOf(found.group(1).toUpperCase(Locale.ROOT));
    boolean negative = !found.group(2).isEmpty();
    if (rate.signum() == 0 || (negative && kind != JetFunction.Kind.EXP)) {
      throw wrong(
          arguments,
          "'%s' is a polynomial times what is named already; write a positive rate"
              .formatted(found.group()));
    }
    return new JetFunction(kind, variable, negative ? rate.negate() : rate);
  }

  private static int whole(List<String> arguments, int at, String name, int least, int most) {
    String text = arguments.get(at);
    int value = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : -1;
    if (value < least || value > most) {
      throw wrong(arguments, "the %s is '%s', it is %d to %d".formatted(name, text, least, most));
    }
    return value;
  }

  private static ActionException wrong(List<String> arguments, String found) {
    return new ActionException(
        CODE,
        "'jet(%s)'".formatted(String.join(",", arguments)),
        found,
        "write jet(k,degree), e.g. 'jet(2,2)', 'jet(2,2,space=2,fields=2,exp(t))'");
  }

  /** The coordinates of the jets. */
  public JetSpace jets() {
    return new JetSpace(order, space, fields, time);
  }

  /** In the grammar, what is usual left out. */
  String text() {
    List<String> parts =
        new ArrayList<>(List.of(Integer.toString(order), Integer.toString(degree)));
    int[] sizes = {space, fields, time};
    String[] names = {"space", "fields", "time"};
    for (int i = 0; i < sizes.length; i++) {
      if (sizes[i] > 1) {
        parts.add(names[i] + "=" + sizes[i]);
      }
    }
    List<String> variables = jets().names();
    factors.forEach(
        factor ->
            parts.add(
                factor.stream()
                    .map(function -> function.text(variables.get(function.variable())))
                    .collect(Collectors.joining("*"))));
    return "jet(%s)".formatted(String.join(",", parts));
  }
}
