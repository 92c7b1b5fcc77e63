package org.liegg.core.samples;

/** An assignment of samples that are relatives of each other, if not independent. */
interface RelativesAssignment extends BlockAssignment {

  @Override
  default double widening() {
    return OF_RELATIVES;
  }
}
