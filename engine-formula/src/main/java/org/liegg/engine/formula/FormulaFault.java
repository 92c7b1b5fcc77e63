package org.liegg.engine.formula;

/** What is wrong with a formula, before anyone has said where it stands. */
final class FormulaFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FormulaFault(String found) {
    super(found);
  }

  String found() {
    return String.valueOf(getMessage());
  }
}
