package org.liegg.engine.formula;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.liegg.api.ModelException;

/** Reads the lines of a formula. */
final class FormulaReader {
  private static final String CODE = "LIEGG-MODEL-FORMULA";
  private static final String INPUTS = "inputs";
  private static final String LET = "let";

  private final String source;
  private final List<String> inputs = new ArrayList<>();
  private final Map<String, Integer> names = new LinkedHashMap<>();
  private final Map<String, Integer> outputs = new LinkedHashMap<>();

  /** Names of constants that mean nothing else yet: an input or a line may take them. */
  private final Set<String> constants = new HashSet<>(Names.CONSTANTS.keySet());

  private Tape tape = new Tape(0);

  /**
   * @param source what to call the formula in errors
   */
  FormulaReader(String source) {
    this.source = source;
  }

  Formula read(String text) {
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int comment = line.indexOf('#');
      String said = (comment < 0 ? line : line.substring(0, comment)).strip();
      if (!said.isEmpty()) {
        readLine(said, i + 1);
      }
    }
    if (outputs.isEmpty()) {
      throw fault("it has no output", "add a line as 'f = x^2 + y^2' behind 'inputs x, y'");
    }
    int[] positions = outputs.values().stream().mapToInt(Integer::intValue).toArray();
    return new Formula(inputs, List.copyOf(outputs.keySet()), tape.run(positions));
  }

  private void readLine(String line, int number) {
    try {
      List<String> words = Arrays.asList(line.split("\\s+", 2));
      boolean equation = line.indexOf('=') >= 0;
      if (words.get(0).equals(INPUTS) && !equation) {
        readInputs(words.size() == 1 ? "" : words.get(1));
      } else if (words.get(0).equals(LET) && words.size() == 2) {
        readEquation(words.get(1), names);
      } else {
        readEquation(line, outputs);
      }
    } catch (FormulaFault e) {
      throw fault(
          "line %d, '%s': %s".formatted(number, shortened(line), e.found()),
          "write 'inputs x, y' first, then 'let NAME = EXPRESSION' for what helps and 'NAME ="
              + " EXPRESSION' for every output");
    }
  }

  private void readInputs(String list) {
    if (!inputs.isEmpty()) {
      throw new FormulaFault("the inputs have been named already");
    }
    for (String name : list.split(",", -1)) {
      String input = name.strip();
      requireFree(input);
      names.put(input, inputs.size());
      inputs.add(input);
    }
    tape = new Tape(inputs.size());
    Names.CONSTANTS.forEach((name, value) -> names.putIfAbsent(name, tape.constant(value)));
  }

  private void readEquation(String line, Map<String, Integer> into) {
    if (inputs.isEmpty()) {
      throw new FormulaFault("the inputs have not been named");
    }
    int equals = line.indexOf('=');
    if (equals < 0) {
      throw new FormulaFault("there is no '='");
    }
    String name = line.substring(0, equals).strip();
    requireFree(name);
    into.put(name, Expressions.read(line.substring(equals + 1), tape, names));
  }

  private void requireFree(String name) {
    if (!Names.isName(name)) {
      throw new FormulaFault(
          "'%s' is no name: a letter, then letters, digits and _, and no function"
              .formatted(shortened(name)));
    }
    boolean own = names.containsKey(name) && !constants.remove(name);
    if (own || outputs.containsKey(name)) {
      throw new FormulaFault("'%s' is there already".formatted(name));
    }
  }

  private static String shortened(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }

  private ModelException fault(String found, String remedy) {
    return new ModelException(CODE, source, found, remedy);
  }
}
