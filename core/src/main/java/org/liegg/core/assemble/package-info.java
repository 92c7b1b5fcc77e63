/**
 * Puts the report together: the sections that follow from a spectrum, the verdicts on it, the
 * warnings that a reader must have, and how it all came about. Nothing is differentiated here.
 */
@NullMarked
package org.liegg.core.assemble;

import org.jspecify.annotations.NullMarked;
