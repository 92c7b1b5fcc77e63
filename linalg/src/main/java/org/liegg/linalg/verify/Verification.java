package org.liegg.linalg.verify;

/**
 * How far a spectrum is from being one of its rows; every measure is relative, and 0 is perfect.
 *
 * @param residual how far the images {@code E v_i} are from {@code σ_i u_i} with orthonormal u_i:
 *     the largest of {@code |‖E v_i‖ − σ_i| / ‖E‖} and, between two of them, {@code |E v_i · E v_j|
 *     / ‖E‖²}, in the Frobenius norm. About 1e-15 for a backward stable decomposition, up to about
 *     1e-8 for one by way of EᵀE. Of an operator, see {@link
 *     Decompositions#verify(PolarizationOperator, org.liegg.api.Spectrum)}
 * @param orthonormality the largest entry of {@code |V Vᵀ − I|}
 * @param ordered whether the values descend and of each vector the entry of largest magnitude is
 *     positive
 */
public record Verification(double residual, double orthonormality, boolean ordered) {}
