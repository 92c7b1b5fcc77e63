/**
 * The engine for functions that are written down: a text file names inputs and gives outputs as
 * expressions of them, and their derivatives are exact.
 *
 * <p>{@link org.liegg.engine.formula.FormulaEngine} opens files, {@link
 * org.liegg.engine.formula.Formula} reads text. {@link org.liegg.engine.formula.Expressions} reads
 * one expression into a {@link org.liegg.engine.formula.Tape} of operations, which is run forwards
 * for values and backwards for derivatives.
 */
@NullMarked
package org.liegg.engine.formula;

import org.jspecify.annotations.NullMarked;
