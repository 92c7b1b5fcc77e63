package org.liegg.engine.tensorflow.graph;

import java.util.Set;

/** Operations that choose at run time what is computed. */
public final class ControlFlow {
  private static final Set<String> LOOPS = Set.of("While", "StatelessWhile");
  private static final Set<String> BRANCHES = Set.of("If", "StatelessIf", "Case", "StatelessCase");
  private static final Set<String> SWITCHES = Set.of("Switch", "RefSwitch");

  private ControlFlow() {}

  /** Whether an operation repeats a function. */
  public static boolean isLoop(String op) {
    return LOOPS.contains(op);
  }

  static boolean isBranch(String op) {
    return BRANCHES.contains(op);
  }

  /** Loops and branches over functions. */
  public static boolean isChoice(String op) {
    return isLoop(op) || isBranch(op);
  }

  /** Whatever computes one thing or another by the values of its tensors. */
  public static boolean decides(String op) {
    return isChoice(op) || SWITCHES.contains(op);
  }

  /** The attribute that holds the types of what the functions are given. */
  public static String typesOfArguments(String op) {
    return isLoop(op) ? "T" : "Tin";
  }

  /** The first input that the functions are given; before it stands what chooses among them. */
  public static int firstArgument(String op) {
    return isBranch(op) ? 1 : 0;
  }

  /** Loops and branches over functions, and the lists that loops fill. */
  public static boolean isStructured(String op) {
    return isLoop(op)
        || isBranch(op)
        || op.startsWith("TensorList")
        || op.equals("EmptyTensorList");
  }
}
