package org.liegg.study.spec;

/**
 * How a network is judged.
 *
 * @param samples held-out samples, for the test error and the extraction alike
 * @param tolerance the largest defect that counts as a symmetry
 * @param trackEvery epochs between measurements while training; 0 for none
 */
public record Evaluation(int samples, double tolerance, int trackEvery) {}
