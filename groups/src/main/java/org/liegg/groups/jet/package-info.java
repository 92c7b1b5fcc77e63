/**
 * Point symmetries of differential equations: fields on independent variables and unknown
 * functions, prolonged to the jets that a right-hand side takes. Stands on {@code field} alone.
 */
@NullMarked
package org.liegg.groups.jet;

import org.jspecify.annotations.NullMarked;
