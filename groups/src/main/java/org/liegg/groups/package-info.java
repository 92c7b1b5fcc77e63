/**
 * Group actions, as other modules make and use them: {@link org.liegg.groups.Actions} makes the
 * built-in types and combinations of any, {@link org.liegg.groups.ActionGrammar} reads their names,
 * {@link org.liegg.groups.MatrixAction} makes a linear type of a plug-in, {@link
 * org.liegg.groups.ActionFit} binds an action to a model, {@link org.liegg.groups.Flows} moves
 * samples along generators, and {@link org.liegg.groups.Embeddings} finds one action inside
 * another. Each of them stands on a package below this one; besides them, other modules see {@link
 * org.liegg.groups.image.DerivativeFilter} and {@link org.liegg.groups.embed.EmbeddedReference}
 * alone. No model is differentiated and no polarization matrix is decomposed here.
 */
@NullMarked
package org.liegg.groups;

import org.jspecify.annotations.NullMarked;
