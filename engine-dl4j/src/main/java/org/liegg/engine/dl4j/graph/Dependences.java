package org.liegg.engine.dl4j.graph;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.autodiff.samediff.internal.Variable;

/** Which variables of a SameDiff graph need which placeholders. */
final class Dependences {
  private final SameDiff graph;
  private final Map<String, Set<String>> needed = new HashMap<>();

  Dependences(SameDiff graph) {
    this.graph = graph;
    for (String placeholder : graph.inputs()) {
      spread(placeholder);
    }
  }

  /** Notes the placeholder with everything that is computed from it. */
  private void spread(String placeholder) {
    Set<String> seen = new HashSet<>(Set.of(placeholder));
    Deque<String> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      for (String name : from(open.remove())) {
        if (seen.add(name)) {
          open.add(name);
          needed.computeIfAbsent(name, key -> new HashSet<>()).add(placeholder);
        }
      }
    }
  }

  private Set<String> from(String variable) {
    Set<String> next = new HashSet<>();
    Variable known = graph.getVariables().get(variable);
    List<String> readers = known == null ? null : known.getInputsForOp();
    for (String reader : readers == null ? List.<String>of() : readers) {
      SameDiffOp op = graph.getOps().get(reader);
      if (op != null && op.getOutputsOfOp() != null) {
        next.addAll(op.getOutputsOfOp());
      }
    }
    return next;
  }

  /** The placeholders from each of which alone a variable of real numbers can be computed. */
  List<String> sufficient() {
    return graph.inputs().stream().filter(name -> !alone(name).isEmpty()).toList();
  }

  /** The variables that need this placeholder alone and from which no other such is computed. */
  List<String> last(String placeholder) {
    List<String> own = alone(placeholder);
    return own.stream().filter(name -> from(name).stream().noneMatch(own::contains)).toList();
  }

  private List<String> alone(String placeholder) {
    return graph.variables().stream()
        .filter(variable -> variable.getVariableType() == VariableType.ARRAY)
        .filter(variable -> variable.dataType().isFPType())
        .map(SDVariable::name)
        .filter(name -> needed.getOrDefault(name, Set.of()).equals(Set.of(placeholder)))
        .toList();
  }
}
