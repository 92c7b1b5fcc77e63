package org.liegg.app.invariants;

/** What a model of a mechanical system is a function of. */
public enum Mechanics {
  /** H(q, p), of positions and momenta. */
  HAMILTONIAN,
  /** L(q, dq/dt), of positions and velocities. */
  LAGRANGIAN
}
