/**
 * Group actions: the built-in types ({@code gl}, {@code so}, {@code scale}, {@code translate},
 * {@code aff}), copies and direct sums of any action, the grammar that names them ({@link
 * org.liegg.groups.ActionGrammar}), and how one action lies inside another ({@link
 * org.liegg.groups.Embeddings}). {@link org.liegg.groups.Actions} is the way in. No model is
 * differentiated and no polarization matrix is decomposed here.
 */
@NullMarked
package org.liegg.groups;

import org.jspecify.annotations.NullMarked;
