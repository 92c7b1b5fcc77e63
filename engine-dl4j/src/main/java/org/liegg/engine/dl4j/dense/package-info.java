/**
 * Chains of dense layers: a configuration is read into a {@link
 * org.liegg.engine.dl4j.dense.ChainBuilder}, which makes a {@link
 * org.liegg.engine.dl4j.dense.DenseChain}, and the kernels differentiate that in plain Java, in
 * single or double precision, with products of the module {@code blas}. Nothing here starts ND4J.
 */
@NullMarked
package org.liegg.engine.dl4j.dense;

import org.jspecify.annotations.NullMarked;
