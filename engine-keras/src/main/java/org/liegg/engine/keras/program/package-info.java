/**
 * Functions of many numbers as programs that can be differentiated: a list of simple steps over
 * slots, each of which holds a value a sample. {@link
 * org.liegg.engine.keras.program.ProgramBuilder} writes one, {@link
 * org.liegg.engine.keras.program.ProgramKernel} runs it forwards for the values and backwards for
 * the Jacobian, in double precision. Since a tensor is a list of slots ({@link
 * org.liegg.engine.keras.program.Values}), whatever only moves values costs nothing and needs no
 * derivative of its own. Nothing here knows Keras.
 */
@NullMarked
package org.liegg.engine.keras.program;

import org.jspecify.annotations.NullMarked;
