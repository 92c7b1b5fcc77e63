/** The verifier on spectra that are right, and on such that are not. */
@NullMarked
package org.liegg.linalg.verify;

import org.jspecify.annotations.NullMarked;
