/** The iteration against decompositions of the whole spectrum, and the memory that it asks for. */
@NullMarked
package org.liegg.linalg.factors;

import org.jspecify.annotations.NullMarked;
