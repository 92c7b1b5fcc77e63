package org.liegg.engine.onnx.graph;

/**
 * What the elements of a tensor are. All floating-point types become the precision that is asked
 * for, all integers 64 bits wide.
 */
public enum ElementType {
  /** A floating-point number; the only type that has derivatives. */
  REAL,
  /** A whole number. */
  INTEGER,
  /** A truth value. */
  BOOLEAN
}
