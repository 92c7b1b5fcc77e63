/**
 * What the defects of several elements of a group say together, and on how many samples they have
 * to be measured until that is certain. No Lie algebra is known here.
 */
@NullMarked
package org.liegg.core.family;

import org.jspecify.annotations.NullMarked;
