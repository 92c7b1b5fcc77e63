/** The decompositions against their contract and against a trained network's known spectrum. */
@NullMarked
package org.liegg.linalg;

import org.jspecify.annotations.NullMarked;
