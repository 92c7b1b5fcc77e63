/** The built-in groups that are tried by their elements: what they are made of, and their names. */
@NullMarked
package org.liegg.groups.finite;

import org.jspecify.annotations.NullMarked;
