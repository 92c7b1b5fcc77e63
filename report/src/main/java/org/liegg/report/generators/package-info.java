/** Readable generators as text, as LaTeX and as code for SymPy. */
@NullMarked
package org.liegg.report.generators;

import org.jspecify.annotations.NullMarked;
