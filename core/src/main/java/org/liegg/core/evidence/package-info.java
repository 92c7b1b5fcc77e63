/**
 * What samples say of directions that other samples suggested: the two passes of held-out samples,
 * what directions are judged by, and the known algebra that they are compared with.
 */
@NullMarked
package org.liegg.core.evidence;

import org.jspecify.annotations.NullMarked;
