package org.liegg.api.report;

/** Whether a form B is Bᵀ or −Bᵀ. */
public enum FormKind {
  /** B = Bᵀ: a learned metric. */
  SYMMETRIC,
  /** B = −Bᵀ: a learned symplectic form. */
  ANTISYMMETRIC
}
